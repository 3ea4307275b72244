import type { Call, Operation, Shop } from './types.ts'

/**
 * Wraps an operation, e.g. to break it.
 * @param name such as `customer.create`
 * @param around gets the call and the original operation
 * @throws if there is no such operation
 */
export function wrapOperation(shop: Shop, name: string, around: (call: Call, inner: Operation) => unknown): void {
  const inner = shop.operations[name]
  if (!inner) throw new Error(`no operation "${name}": there are ${Object.keys(shop.operations).join(', ')}`)
  shop.operations[name] = (call) => around(call, inner)
}
