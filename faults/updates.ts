import type { Call, Change, Customer, Operation, Shop } from '../reference/index.ts'
import { operation } from './change.ts'
import type { Body } from './registrations.ts'

/** Whose token the call carries. */
export const owner = ({ user }: Call, shop: Shop): Customer => shop.services.customerById(user?.id ?? 0)

/** Changes what an update of the own profile holds before the shop sees it; nothing given back leaves it as it is. */
export const updating = (change: (customer: Body, call: Call, shop: Shop) => unknown): Change =>
  operation('customer.saveMe', (call, inner, shop) => {
    const { customer } = call.arguments as { customer: Body }
    const changed = change({ ...customer }, call, shop)
    if (changed) call.arguments = { ...call.arguments, customer: changed }
    return inner(call)
  })

/** Puts something around an update of the own profile, with what it holds and the stored customer at hand. */
export const aroundUpdate = (
  around: (customer: Body, stored: Customer, save: () => unknown, call: Call, shop: Shop) => unknown,
): Change =>
  operation('customer.saveMe', (call, inner, shop) =>
    around(call.arguments.customer as Body, owner(call, shop), () => inner(call), call, shop),
  )

/** Changes what an operation answers. */
export const answering = (
  name: string,
  change: (value: Body, call: Call, shop: Shop, inner: Operation) => unknown,
): Change => operation(name, async (call, inner, shop) => change((await inner(call)) as Body, call, shop, inner))
