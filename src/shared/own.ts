let own = false

/** Says that scenarios and requirements defined from now on are a shop's own, and none of Magento's contract. */
export function definingOwn(): void {
  own = true
}

/** Whether what is defined now is a shop's own. */
export const isOwn = (): boolean => own

/** The place in a file of the user's at which an error came up: `/home/me/shop/own.spec.js:12`; undefined elsewhere. */
export function placeOf({ stack = '' }: Error): string | undefined {
  const places = [...stack.matchAll(/(?<=^|[\s(])(?:file:\/\/)?(\/[^\s():]+|[A-Z]:[^\s():]+):(\d+)(?::\d+)?/g)]
  const own = places.find(
    ([, file]) => !/\/node_modules\/|\/dist\/lib\/|\/src\/(cli|judge|library|perform|shared)\//.test(file ?? ''),
  )
  return own && `${own[1]}:${own[2]}`
}
