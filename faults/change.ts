import type { Answer, Call, Change, Operation, Services, Shop } from '../reference/index.ts'
import { wrapOperation } from '../reference/index.ts'

/** Replaces a service by a wrapper of it. */
export function service<Name extends keyof Services>(
  name: Name,
  make: (inner: Services[Name], shop: Shop) => Services[Name],
): Change {
  return (shop) => {
    shop.services[name] = make(shop.services[name], shop)
  }
}

/** Wraps an operation. */
export function operation(name: string, around: (call: Call, inner: Operation, shop: Shop) => unknown): Change {
  return (shop) => wrapOperation(shop, name, (call, inner) => around(call, inner, shop))
}

/** Changes the responses for which a condition holds. */
export function answers(
  holds: (call: Call, answer: Answer, shop: Shop) => boolean,
  change: (answer: Answer, call: Call) => Partial<Answer>,
): Change {
  return (shop) =>
    shop.onAnswer((call, answer) => (holds(call, answer, shop) ? { ...answer, ...change(answer, call) } : undefined))
}

/** Overrides a rule of the release. */
export function rule<Name extends keyof Shop['rules']>(name: Name, value: Shop['rules'][Name]): Change {
  return (shop) => {
    shop.rules[name] = value
  }
}

/** Combines several changes. */
export const together =
  (...changes: Change[]): Change =>
  (shop) => {
    for (const change of changes) change(shop)
  }
