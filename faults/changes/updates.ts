import { type Call, type Change, type Customer, type Operation, Refusal, type Shop } from '../../reference/index.ts'
import { operation } from '../change.ts'
import type { Body } from './registrations.ts'

/** Returns the customer whose token the call has. */
export const owner = ({ user }: Call, shop: Shop): Customer => shop.services.customerById(user?.id ?? 0)

/** Changes the customer in an update of the own profile; undefined leaves it unchanged. */
export const updating = (change: (customer: Body, call: Call, shop: Shop) => unknown): Change =>
  operation('customer.saveMe', (call, inner, shop) => {
    const { customer } = call.arguments as { customer: Body }
    const changed = change({ ...customer }, call, shop)
    if (changed) call.arguments = { ...call.arguments, customer: changed }
    return inner(call)
  })

/** Wraps an update of the own profile; gets the sent and the stored customer. */
export const aroundUpdate = (
  around: (customer: Body, stored: Customer, save: () => unknown, call: Call, shop: Shop) => unknown,
): Change =>
  operation('customer.saveMe', (call, inner, shop) =>
    around(call.arguments.customer as Body, owner(call, shop), () => inner(call), call, shop),
  )

/** Changes the response of an operation. */
export const answering = (
  name: string,
  change: (value: Body, call: Call, shop: Shop, inner: Operation) => unknown,
): Change => operation(name, async (call, inner, shop) => change((await inner(call)) as Body, call, shop, inner))

/** Returns a value in place of a refusal with this status. */
export const insteadOfRefusing = (name: string, status: number, value: unknown): Change =>
  operation(name, async (call, inner) => {
    try {
      return await inner(call)
    } catch (error) {
      if (error instanceof Refusal && error.status === status) return value
      throw error
    }
  })

/** Returns a customer as sent, with another newsletter subscription. */
export const subscription = (sent: Record<string, unknown>, value: unknown) => ({
  ...sent,
  extension_attributes: { ...Object(sent.extension_attributes), is_subscribed: value },
})
