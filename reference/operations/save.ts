import { noSuch } from '../errors.ts'
import type { Customer } from '../store.ts'
import type { Call, Operation, Shop } from '../types.ts'
import type { CustomerInput } from './input.ts'
import { writeCustomer } from './write.ts'

export function saveOperations(shop: Shop): Record<string, Operation> {
  const save = (stored: Customer | undefined, data: CustomerInput, passwordHash: unknown) => {
    const customer = writeCustomer(shop, stored, data)
    if (typeof passwordHash === 'string') {
      customer.passwordHash = passwordHash
      shop.services.consumeResetToken(customer)
    }
    return shop.services.customerView(customer)
  }

  return {
    'customer.saveMe': (call) => {
      const { customer: input, passwordHash } = call.arguments as { customer: CustomerInput; passwordHash?: string }
      const own = call.user?.type === 'customer' ? shop.services.customerById(call.user.id) : undefined
      const data = { ...queried(shop, call, input), ...forced(shop, own) }
      return save(own, own ? data : placed(shop, data), passwordHash)
    },

    'customer.save': (call) => {
      const { customer: input, passwordHash } = call.arguments as { customer: CustomerInput; passwordHash?: string }
      const whole = call.user?.type === 'integration' && shop.rules.integrationsDoNotMerge
      const data = shop.rules.adminMerges && !whole ? merged(shop, input, call.params.customerId ?? '') : input
      const stored = data.id ? shop.services.customerById(data.id) : undefined
      return save(stored, stored ? data : placed(shop, data), passwordHash)
    },
  }
}

/**
 * Returns the properties that customers cannot change: the id, in later releases also website, store and group. None
 * for an administrator.
 */
function forced(shop: Shop, own: Customer | undefined): CustomerInput {
  const id = own?.id ?? null
  if (shop.rules.profileForced === 'id') return { id }
  if (shop.rules.profileForced === 'id and no group') return { id, group_id: null }
  return {
    id,
    group_id: own?.group_id ?? null,
    website_id: own?.website_id ?? null,
    store_id: own?.store_id ?? null,
  }
}

/** Completes a new customer saved by an administrator. */
function placed(shop: Shop, data: CustomerInput): CustomerInput {
  const store = shop.services.defaultStore()
  const created_in = data.created_in ?? store.name
  return { ...data, website_id: data.website_id ?? store.websiteId, store_id: data.store_id ?? store.id, created_in }
}

/** Merges the sent customer over the stored one of the URL; a sent id decides which customer is written. */
function merged(shop: Shop, input: CustomerInput, customerId: string): CustomerInput {
  const id = Number.parseInt(customerId, 10) || 0
  const shown = shop.rules.adminMergeErrorsAsText ? customerId : id
  const stored = shop.store.customers.get(id)
  if (!stored) throw noSuch('customerId', shown)
  return { ...asInput(shop, stored), ...input }
}

/** One release copied a customer named in the query over the caller (docs/findings.md#whose-profile). */
function queried(shop: Shop, call: Call, input: CustomerInput): CustomerInput {
  const { customerId } = call.query
  if (!shop.rules.queryCustomerMerges || typeof customerId !== 'string') return input
  return merged(shop, input, customerId)
}

function asInput(shop: Shop, stored: Customer): CustomerInput {
  const view = shop.services.customerView(stored)
  const addresses = stored.addresses.map((address) => ({
    ...address,
    default_billing: stored.default_billing === String(address.id),
    default_shipping: stored.default_shipping === String(address.id),
  }))
  return { ...(view as CustomerInput), addresses }
}
