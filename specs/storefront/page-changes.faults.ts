import type { Answer, Call, Customer } from '../../reference/index.ts'

/** The page at a path, in small letters. */
export const at = (path: string) => (call: Call) =>
  call.path.replace(/\/$|\/referer\/.*$/, '').toLowerCase() === `/customer/${path}`

export const shownAt = (path: string) => (call: Call, answer: Answer) => at(path)(call) && answer.status === 200

export const sentTo = (path: string) => (call: Call) => call.method === 'POST' && at(path)(call)

export const rewritten = (change: (html: string) => string) => (answer: Answer) => ({
  body: change(String(answer.body)),
})

/** The oldest account of the shop, which is nobody's who asks. */
export const somebodyElse = (customers: ReadonlyMap<number, Customer>, own: Customer) =>
  [...customers.values()].find(({ id, addresses }) => id !== own.id && addresses.length > 0)
