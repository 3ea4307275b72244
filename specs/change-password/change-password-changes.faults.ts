import type { operation } from '../../faults/change.ts'

export const change = 'password.change'

export const ownOf = (
  shop: Parameters<Parameters<typeof operation>[1]>[2],
  call: { user?: { id: number } | undefined },
) => shop.store.customers.get(call.user?.id ?? 0)
