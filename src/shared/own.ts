let own = false

/** Marks the scenarios and requirements that are defined from now on as the user’s, not part of Magento’s contract. */
export function definingOwn(): void {
  own = true
}

/** True while definitions are marked as the user’s. */
export const isOwn = (): boolean => own

/**
 * Returns the place of an error in a file of the user, such as `/home/me/shop/own.spec.js:12`; undefined for other
 * errors.
 */
export function placeOf({ stack = '' }: Error): string | undefined {
  const places = [...stack.matchAll(/(?<=^|[\s(])(?:file:\/\/)?(\/[^\s():]+|[A-Z]:[^\s():]+):(\d+)(?::\d+)?/g)]
  const own = places.find(
    ([, file]) => !/\/node_modules\/|\/dist\/lib\/|\/src\/(cli|judge|library|perform|shared)\//.test(file ?? ''),
  )
  return own && `${own[1]}:${own[2]}`
}
