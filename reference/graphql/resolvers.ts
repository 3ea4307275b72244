import { Refusal } from '../errors.ts'
import type { Call, Shop } from '../types.ts'
import type { Field } from './parse.ts'
import { storeConfigFields } from './storeConfig.ts'

/** A GraphQL error. Its status is used from 2.4.8; before, the status is always 200. */
export class GraphqlError extends Error {
  readonly status: number
  /** All errors of a query are reported at once. */
  readonly messages: readonly string[]

  constructor(message: string | readonly string[], status = 200) {
    const messages = [message].flat()
    super(messages[0])
    this.status = status
    this.messages = messages
  }
}

type Resolver = (call: Call, field: Field) => unknown

export function resolvers(shop: Shop): Record<'query' | 'mutation', Record<string, Resolver>> {
  const self = (call: Call): number => {
    if (call.user?.type === 'customer' && shop.services.authorize(call, 'self')) return call.user.id
    throw new GraphqlError("The current customer isn't authorized.", 403)
  }

  return {
    query: {
      storeConfig(call, field) {
        const fields = storeConfigFields(shop.rules)
        return pick(field, 'StoreConfig', (name) => {
          const value = fields[name]
          return value && { value: value(shop, call) }
        })
      },
      customer(call, field) {
        const view = shop.services.customerView(shop.services.customerById(self(call)))
        const known: Record<string, unknown> = { ...view, date_of_birth: view.dob, is_subscribed: false }
        return pick(field, 'Customer', (name) => ({ value: known[name] ?? null }))
      },
      isEmailAvailable(call, { arguments: { email } }) {
        const found = shop.services.findCustomer(String(email), call.store.websiteId)
        const truthful = shop.settings.get('checkout/options/enable_guest_checkout_login') === '1'
        return { is_email_available: (shop.rules.emailAlwaysAvailable && !truthful) || !found }
      },
    },
    mutation: {
      async generateCustomerToken(call, { arguments: { email, password } }) {
        call.arguments = { username: String(email ?? ''), password: String(password ?? '') }
        try {
          return { token: await shop.operations['token.create']?.(call) }
        } catch (error) {
          throw error instanceof Refusal ? new GraphqlError(error.message, error.status) : error
        }
      },
      revokeCustomerToken(call) {
        shop.services.revokeTokens({ type: 'customer', id: self(call) })
        return { result: true }
      },
    },
  }
}

function pick(
  { fields }: Field,
  type: string,
  read: (name: string) => { value: unknown } | undefined,
): Record<string, unknown> {
  const found = fields.map(({ name, alias }) => ({
    name,
    alias,
    value: name === '__typename' ? { value: type } : read(name),
  }))
  const unknown = found.filter(({ value }) => !value)
  if (unknown.length > 0)
    throw new GraphqlError(unknown.map(({ name }) => `Cannot query field "${name}" on type "${type}".`))
  return Object.fromEntries(found.map(({ alias, value }) => [alias, value?.value]))
}
