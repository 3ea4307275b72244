import { regionOf } from '../data/regions.ts'
import type { Address, Customer } from '../store.ts'
import type { Shop } from '../types.ts'

const before = ['id', 'group_id', 'default_billing', 'default_shipping', 'confirmation', 'created_at', 'updated_at']
const after = ['created_in', 'dob', 'email', 'firstname', 'lastname', 'middlename', 'prefix', 'suffix', 'gender']
const last = ['store_id', 'taxvat', 'website_id']
const addressFields = ['company', 'telephone', 'fax', 'postcode', 'city', 'firstname', 'lastname', 'middlename']
const addressEnd = ['prefix', 'suffix', 'vat_id']

const pick = (source: object, fields: string[]) =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = (source as Record<string, unknown>)[field]
      return value === undefined || value === null ? [] : [[field, value]]
    }),
  )

export function viewServices(shop: Shop) {
  return {
    /** Returns a customer as in API responses; unset fields are omitted. */
    customerView(customer: Customer, extension = true): Record<string, unknown> {
      return {
        ...pick(customer, [...before, ...after, ...last]),
        addresses: shop.services
          .addressesInOrder(customer)
          .map((address) => shop.services.addressView(customer, address)),
        disable_auto_group_change: customer.disable_auto_group_change,
        ...(extension ? { extension_attributes: { is_subscribed: customer.subscribed } } : {}),
      }
    },

    /** By id; from 2.4.8 the default shipping address comes first. */
    addressesInOrder(customer: Customer): Address[] {
      const byId = [...customer.addresses].sort((left, right) => left.id - right.id)
      if (!shop.rules.defaultShippingFirst) return byId
      const first = (address: Address) => Number(String(address.id) !== customer.default_shipping)
      return byId.sort((left, right) => first(left) - first(right))
    },

    addressView(customer: Customer, address: Address): Record<string, unknown> {
      const known = address.region_id ? regionOf(address.country_id, address.region_id) : undefined
      const text = address.regionText ?? null
      return {
        id: address.id,
        customer_id: customer.id,
        region: {
          region_code: known?.code ?? text,
          region: known?.name ?? text,
          region_id: address.region_id ?? 0,
        },
        ...pick(address, ['region_id', 'country_id', 'street', ...addressFields, ...addressEnd]),
        ...(customer.default_shipping === String(address.id) ? { default_shipping: true } : {}),
        ...(customer.default_billing === String(address.id) ? { default_billing: true } : {}),
      }
    },
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof viewServices> {}
}
