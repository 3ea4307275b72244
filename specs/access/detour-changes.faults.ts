import { service } from '../../faults/change.ts'
import type { Call, Change, Shop, User } from '../../reference/index.ts'

/** Treats a request without a known user as one of a certain user. */
export const taking = (whom: (call: Call, shop: Shop) => User | undefined): Change =>
  service('currentUser', (current, shop) => (call) => current(call) ?? whom(call, shop))

export const customer = (id: number | undefined): User | undefined => (id ? { type: 'customer', id } : undefined)
