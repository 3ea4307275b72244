import type { Call, Change, Customer, Shop } from '../../reference/index.ts'
import { Refusal } from '../../reference/index.ts'
import { operation, service } from '../change.ts'

/** Returns the customer whose e-mail is in a call, on the first website. */
export const customerOf = (shop: Shop, call: Call): Customer | undefined =>
  shop.services.findCustomer(String(call.arguments.email ?? ''), 1)

/** Sets a password without any check. */
export function setPassword(shop: Shop, customer: Customer, password: unknown): void {
  customer.passwordHash = shop.services.hashPassword(String(password))
}

/** Changes who may call an operation. */
export const openTo =
  (operationName: string, access: 'anonymous' | 'self'): Change =>
  (shop) => {
    shop.routes = shop.routes.map((route) => (route.operation === operationName ? { ...route, access } : route))
  }

/** Wraps an operation so that its refusals are replaced. */
export const refusing = (
  name: string,
  status: number,
  instead: (call: Call, refusal: Refusal, shop: Shop) => unknown,
) =>
  operation(name, (call, inner, shop) => {
    try {
      return inner(call)
    } catch (error) {
      if (error instanceof Refusal && error.status === status) return instead(call, error, shop)
      throw error
    }
  })

/** Runs an operation with one service disabled. */
export const withoutService = (name: string, skipped: keyof Shop['services']) =>
  operation(name, (call, inner, shop) => {
    const own = shop.services[skipped]
    Object.assign(shop.services, { [skipped]: () => {} })
    try {
      return inner(call)
    } finally {
      Object.assign(shop.services, { [skipped]: own })
    }
  })

/** Records all issued reset tokens with their customers. */
export function rememberingTokens(shop: Shop): Map<string, Customer> {
  const issued = new Map<string, Customer>()
  service('issueResetToken', (issue) => (customer) => {
    const token = issue(customer)
    issued.set(token, customer)
    return token
  })(shop)
  return issued
}

/** Adds a second recipient to a kind of mail; both mailboxes receive it. */
export const sharing =
  (kind: 'sendWelcome' | 'sendReset'): Change =>
  (shop) => {
    const { outbox } = shop
    outbox.to = (address) =>
      outbox.mails.filter(({ to }) => to.toLowerCase().split(', ').includes(address.toLowerCase()))
    const send = shop.services[kind] as (...values: unknown[]) => boolean
    Object.assign(shop.services, {
      [kind]: (...values: unknown[]) => {
        const answer = send(...values)
        for (const mail of outbox.mails.slice(-1)) mail.to += ', support@example.com'
        return answer
      },
    })
  }

/** Deletes the addresses of a customer after an operation has succeeded. */
export const losingAddresses = (name: string, whose: (call: Call, shop: Shop) => Customer | undefined): Change =>
  operation(name, (call, inner, shop) => {
    const answer = inner(call)
    const customer = whose(call, shop)
    if (customer) Object.assign(customer, { addresses: [], default_billing: undefined, default_shipping: undefined })
    return answer
  })
