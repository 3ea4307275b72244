import { service } from '../../faults/change.ts'
import type { Call, Change, Shop, User } from '../../reference/index.ts'

/** Takes a caller whom the shop does not know for somebody. */
export const taking = (whom: (call: Call, shop: Shop) => User | undefined): Change =>
  service('currentUser', (current, shop) => (call) => current(call) ?? whom(call, shop))

export const customer = (id: number | undefined): User | undefined => (id ? { type: 'customer', id } : undefined)
