import type { Answer, Call, Customer } from '../../reference/index.ts'

/** True for a request of the page at this path, ignoring letter case. */
export const at = (path: string) => (call: Call) =>
  call.path.replace(/\/$|\/referer\/.*$/, '').toLowerCase() === `/customer/${path}`

export const shownAt = (path: string) => (call: Call, answer: Answer) => at(path)(call) && answer.status === 200

export const sentTo = (path: string) => (call: Call) => call.method === 'POST' && at(path)(call)

export const rewritten = (change: (html: string) => string) => (answer: Answer) => ({
  body: change(String(answer.body)),
})

/** The oldest other account with addresses. */
export const somebodyElse = (customers: ReadonlyMap<number, Customer>, own: Customer) =>
  [...customers.values()].find(({ id, addresses }) => id !== own.id && addresses.length > 0)
