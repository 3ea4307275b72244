import { databaseTime } from '../clock.ts'
import { bad } from '../errors.ts'
import { parseDate } from '../services/dates.ts'
import { type Customer, databaseKey } from '../store.ts'
import type { Shop } from '../types.ts'
import type { CustomerInput } from './input.ts'
import { checkDefaults, planAddresses, writeAddresses } from './writeAddresses.ts'

const optionalTexts = ['middlename', 'prefix', 'suffix', 'taxvat'] as const

/**
 * Writes a customer, new or replacing a stored one; writes nothing if anything is invalid.
 * @throws Refusal 400 or 404 with the reason
 */
export function writeCustomer(shop: Shop, stored: Customer | undefined, data: CustomerInput): Customer {
  const draft = draftOf(shop, stored, data)
  shop.services.checkGroup(draft.group_id)
  checkDefaults(shop, stored, data)
  if (!data.email) throw bad('The customer email is missing. Enter and try again.')
  shop.services.checkEmailIsFree(data.email, draft.website_id, stored?.id)
  shop.services.validateCustomer(draft)
  const plan = planAddresses(shop, stored, data)
  return commit(shop, stored, draft, data, plan)
}

function draftOf(shop: Shop, stored: Customer | undefined, data: CustomerInput): Customer {
  const now = databaseTime(shop.clock.now())
  const group = data.group_id ?? (shop.rules.omittedGroupIsDefault ? undefined : stored?.group_id)
  const draft: Customer = {
    ...(stored ?? blank),
    group_id: group ?? shop.settings.integer('customer/create_account/default_group'),
    created_at: (stored && shop.rules.createdAtIsKept ? undefined : data.created_at) ?? stored?.created_at ?? now,
    updated_at: now,
    created_in: data.created_in ?? stored?.created_in ?? '',
    email: data.email ?? '',
    firstname: data.firstname ?? '',
    lastname: data.lastname ?? '',
    website_id: data.website_id ?? 0,
    store_id: data.store_id ?? stored?.store_id ?? shop.services.defaultStore().id,
    gender: data.gender ?? stored?.gender,
    dob: birthDate(shop, stored, data),
    disable_auto_group_change: data.disable_auto_group_change ?? stored?.disable_auto_group_change ?? 0,
    subscribed: data.extension_attributes?.is_subscribed ?? stored?.subscribed ?? false,
  }
  for (const field of optionalTexts) {
    const value = data[field]
    if (typeof value === 'string') draft[field] = value || undefined
  }
  draft.confirmation = confirmationFor(shop, stored, draft, data)
  return draft
}

const blank = {
  id: 0,
  addresses: [],
  subscribed: false,
  failures: 0,
  active: true,
  disable_auto_group_change: 0,
}

function birthDate(shop: Shop, stored: Customer | undefined, { dob }: CustomerInput): string | undefined {
  if (dob === '') return undefined
  if (dob === undefined || dob === null) return shop.rules.omittedBirthDateIsDeleted ? undefined : stored?.dob
  const parsed = parseDate(dob, shop.clock.now())
  if (!parsed) throw bad(shop.rules.birthDateInOtherWords ? 'Date of Birth is invalid.' : 'Invalid date')
  return parsed
}

/** A stored key that is not sent is removed. A new account gets a key, and, if configured, a new e-mail address too. */
function confirmationFor(
  shop: Shop,
  stored: Customer | undefined,
  draft: Customer,
  data: CustomerInput,
): string | undefined {
  const newEmail = stored !== undefined && databaseKey(stored.email) !== databaseKey(draft.email)
  const again = shop.rules.reconfirmsEmail && shop.settings.get('customer/account_information/confirm') === '1'
  const asked = stored ? newEmail && again : shop.services.confirmationIsRequired()
  return asked ? shop.services.newConfirmationKey() : data.confirmation || undefined
}

function commit(
  shop: Shop,
  stored: Customer | undefined,
  draft: Customer,
  data: CustomerInput,
  plan: ReturnType<typeof planAddresses>,
): Customer {
  const { storedText } = shop.services
  const customer = stored ?? draft
  const email = draft.email
  const changed = stored !== undefined && databaseKey(stored.email) !== databaseKey(email)
  if (stored) Object.assign(stored, { ...draft, email: stored.email, addresses: stored.addresses })
  else customer.id = ++shop.store.lastCustomerId
  for (const field of ['firstname', 'lastname', ...optionalTexts] as const) {
    const value = customer[field]
    if (value !== undefined) customer[field] = storedText(value)
  }
  shop.store.put(customer, email)
  if (changed) shop.services.consumeResetToken(customer)
  writeAddresses(shop, customer, data, plan)
  return customer
}
