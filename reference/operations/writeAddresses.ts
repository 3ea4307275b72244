import { bad, noSuch, sameEmail } from '../errors.ts'
import type { Address, Customer } from '../store.ts'
import type { Shop } from '../types.ts'
import type { CustomerInput } from './input.ts'

type Input = Record<string, unknown>

interface Planned {
  input: Input
  address: Address
}

const defaults = ['default_billing', 'default_shipping'] as const

/** Refuses a default address that is not the customer's, in releases that check this (D49, D50). */
export function checkDefaults(shop: Shop, stored: Customer | undefined, data: CustomerInput): void {
  const rule = shop.rules.defaultAddressCheck
  if (!stored || rule === 'none') return
  if (rule === 'submitted' && !data.addresses) return
  const known = rule === 'stored' ? stored.addresses : (data.addresses ?? [])
  if (rule === 'stored' && known.length === 0) return
  for (const field of defaults) {
    const id = data[field]
    if (!id || id === '0' || known.some((address) => String(address.id) === id)) continue
    throw bad('The %fieldName value is invalid. Set the correct value and try again.', { fieldName: field })
  }
}

/**
 * Checks the addresses that a customer will have: those sent, or else those stored.
 * @returns undefined if none were sent
 */
export function planAddresses(shop: Shop, stored: Customer | undefined, data: CustomerInput): Planned[] | undefined {
  if (!data.addresses) {
    for (const address of stored?.addresses ?? []) shop.services.validateAddress(address)
    return undefined
  }
  const planned = data.addresses.map((input) => plan(shop, stored, input))
  for (const { address } of planned) {
    if (!stored && shop.rules.addressErrorsByLabel) shop.services.validateAddressByLabel(address)
    else shop.services.validateAddress(address)
  }
  return planned
}

function plan(shop: Shop, stored: Customer | undefined, input: Input): Planned {
  const id = input.id as number | null | undefined
  if (!id) return { input, address: shop.services.makeAddress(input) }
  const owner = shop.store.customers.get(shop.store.addressOwners.get(id) ?? 0)
  const known = owner?.addresses.find((address) => address.id === id)
  if (!owner || !known) throw noSuch('addressId', id)
  if (owner !== stored) refuseForeign(shop, stored)
  return { input, address: shop.services.makeAddress(input, known) }
}

function refuseForeign(shop: Shop, stored: Customer | undefined): void {
  if (shop.rules.foreignAddress === 'same e-mail') throw sameEmail()
  if (shop.rules.foreignAddress === 'moved') return
  throw bad('Provided customer ID "%customer_id" isn\'t related to current customer address.', {
    customer_id: stored?.id ?? null,
  })
}

/** Replaces a customer's addresses by the planned ones; others are deleted. */
export function writeAddresses(shop: Shop, customer: Customer, data: CustomerInput, plan: Planned[] | undefined): void {
  const honoured = plan !== undefined || !shop.rules.defaultsNeedAddresses
  for (const field of defaults) if (honoured && data[field]) customer[field] = data[field] ?? undefined
  if (!plan) return
  const gone = customer.addresses.filter(({ id }) => !plan.some(({ address }) => address.id === id))
  // Magento deletes last; before 2.3.1 it then takes a default address that is gone for the present one.
  const lost = defaults.filter((field) => gone.some(({ id }) => String(id) === customer[field]))
  for (const address of gone) removeAddress(shop, customer, address)
  customer.addresses = plan.map(({ address }) => settle(shop, customer, address))
  for (const { input, address } of plan) applyFlags(customer, input, String(address.id))
  if (shop.rules.newDefaultIsLost) for (const field of lost) customer[field] = undefined
}

export function removeAddress(shop: Shop, customer: Customer, { id }: Address): void {
  shop.store.addressOwners.delete(id)
  customer.addresses = customer.addresses.filter((address) => address.id !== id)
  for (const field of defaults) if (customer[field] === String(id)) customer[field] = undefined
}

function settle(shop: Shop, customer: Customer, address: Address): Address {
  const previous = shop.store.customers.get(shop.store.addressOwners.get(address.id) ?? 0)
  if (previous && previous !== customer) removeAddress(shop, previous, address)
  if (!address.id) address.id = ++shop.store.lastAddressId
  address.customer_id = customer.id
  shop.store.addressOwners.set(address.id, customer.id)
  return address
}

/** A flag makes an address the default; removing a flag counts only if the address also has another one that is set. */
function applyFlags(customer: Customer, input: Input, id: string): void {
  const isDefault = defaults.some((field) => input[field] === true)
  for (const field of defaults) {
    if (input[field] === true) customer[field] = id
    else if (isDefault && input[field] === false && customer[field] === id) customer[field] = undefined
  }
}
