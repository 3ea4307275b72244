import { Breakdown, bad, forbidden } from '../errors.ts'
import type { Customer } from '../store.ts'
import type { Call, Operation, Shop } from '../types.ts'
import type { CustomerInput } from './input.ts'
import { writeCustomer } from './write.ts'

export function createOperation(shop: Shop): Record<string, Operation> {
  return {
    'customer.create': (call) => {
      const {
        customer: input,
        password,
        redirectUrl,
      } = call.arguments as {
        customer: CustomerInput
        password?: string
        redirectUrl?: string
      }
      const data = { ...input, group_id: groupFor(shop, call, input) }
      checkCredentials(shop, data, password)
      checkNoId(shop, call, data)
      const customer = write(shop, placed(shop, data))
      const needsKey = password !== undefined || shop.rules.passwordlessNeedsConfirmation
      if (!needsKey) customer.confirmation = undefined
      if (password !== undefined) customer.passwordHash = shop.services.hashPassword(password)
      shop.services.issueResetToken(customer)
      if (shop.rules.newlineInNameCrashes && /[\r\n]/.test(customer.firstname + customer.lastname)) {
        throw new Breakdown('a mail header with a line break')
      }
      greet(shop, customer, redirectUrl)
      const { confirmation, ...view } = shop.services.customerView(customer)
      return shop.rules.confirmationLeaks && confirmation ? { ...view, confirmation } : view
    },
  }
}

/** Only those who may manage customers may choose a group. For others the behaviour depends on the release. */
function groupFor(shop: Shop, call: Call, { group_id }: CustomerInput): number | null {
  if (group_id === undefined || group_id === null) return null
  const resource = 'Magento_Customer::manage'
  const rule = shop.rules.groupFromGuest
  if (rule === 'honoured' || shop.services.authorize(call, resource)) return group_id
  if (rule === 'refused') throw forbidden(resource)
  return null
}

function checkCredentials(shop: Shop, { email }: CustomerInput, password: string | undefined): void {
  const absent = email === undefined || email === null
  if (absent && shop.rules.missingEmail === 'named') {
    throw bad('The email address is required to create a customer account.')
  }
  if (password === undefined) return
  shop.services.checkPasswordStrength(password)
  if (absent && shop.rules.missingEmail === 'crashes') throw new Breakdown('a comparison with null')
  shop.services.checkPasswordIsNotEmail(password, email ?? '')
}

/** A registration with an id is refused: that customer already exists. */
function checkNoId(shop: Shop, call: Call, { id, email }: CustomerInput): void {
  if (!id) return
  shop.services.customerByEmail(email ?? '', shop.services.currentWebsite(call.store))
  throw bad('This customer already exists in this store.')
}

/** Without a store or website the customer is created in the default store view, whatever the URL contains. */
function placed(shop: Shop, data: CustomerInput): CustomerInput {
  const { storeById, websiteById, defaultStore } = shop.services
  const website = data.website_id ? websiteById(data.website_id) : undefined
  const chosen = data.store_id || website?.defaultStoreId || defaultStore().id
  const store = storeById(chosen)
  if (website && store.websiteId !== website.id) throw bad('The store view is not in the associated website.')
  return {
    ...data,
    id: null,
    store_id: store.id,
    website_id: store.websiteId,
    created_in: store.name,
  }
}

function write(shop: Shop, data: CustomerInput): Customer {
  const kept = (address: Record<string, unknown>) =>
    !shop.rules.badCountryIsDropped || shop.services.countryIsAllowed(address.country_id)
  const addresses = (data.addresses ?? []).filter(kept).map((address) => ({ ...address, id: null }))
  const customer = writeCustomer(shop, undefined, { ...data, addresses })
  return customer
}

/**
 * Sends the first mail: a confirmation request or a welcome mail. An account without a password always gets the latter.
 */
function greet(shop: Shop, customer: Customer, redirectUrl: string | undefined): void {
  if (shop.services.isUnconfirmed(customer) && customer.passwordHash) {
    shop.services.sendConfirmation(customer, redirectUrl)
  } else {
    shop.services.sendWelcome(customer)
  }
}
