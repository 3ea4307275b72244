import type { Answer, Call, Change } from '../../reference/index.ts'
import { answers } from '../change.ts'

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Returns the addresses of a customer in a response. */
export const addressesOf = (value: unknown) =>
  isObject(value) ? ((value.addresses ?? []) as Record<string, unknown>[]) : []

export const to = (operation: string) => (call: Call, answer: Answer) =>
  call.route?.operation === operation && answer.status === 200

export const refused = (_: Call, { status, value }: Answer) => status >= 400 && status < 500 && isObject(value)

export const countryRefused = (call: Call, answer: Answer) =>
  refused(call, answer) && call.route?.operation === 'directory.country'

/** Adds properties to a JSON object. */
export const adding = (more: (call: Call) => object) => (answer: Answer, call: Call) => ({
  value: { ...(answer.value as object), ...more(call) },
})

export const withHeader = (name: string, value: (call: Call) => string) => (answer: Answer, call: Call) => ({
  headers: [...answer.headers, [name, value(call)] as [string, string]],
})

/** Changes each customer in search results. */
export const finding = (change: (customer: Record<string, unknown>) => Record<string, unknown>): Change =>
  answers(to('customer.search'), ({ value }) => {
    const { items, ...others } = value as { items: Record<string, unknown>[] }
    return { value: { ...others, items: items.map(change) } }
  })
