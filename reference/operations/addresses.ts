import { noSuch } from '../errors.ts'
import type { Address, Customer } from '../store.ts'
import type { Call, Operation, Shop } from '../types.ts'
import { removeAddress } from './writeAddresses.ts'

export function addressOperations(shop: Shop): Record<string, Operation> {
  const found = (call: Call): { customer: Customer; address: Address } => {
    const { addressId } = call.arguments as { addressId: number }
    const customer = shop.store.customers.get(shop.store.addressOwners.get(addressId) ?? 0)
    const address = customer?.addresses.find(({ id }) => id === addressId)
    if (!customer || !address) throw noSuch('addressId', addressId)
    return { customer, address }
  }

  const defaultAddress =
    (field: 'default_billing' | 'default_shipping'): Operation =>
    (call) => {
      const customer = shop.services.customerById((call.arguments as { customerId: number }).customerId)
      const address = customer.addresses.find(({ id }) => String(id) === customer[field])
      return address ? shop.services.addressView(customer, address) : []
    }

  return {
    'address.billing': defaultAddress('default_billing'),
    'address.shipping': defaultAddress('default_shipping'),

    'address.read': (call) => {
      const { customer, address } = found(call)
      return shop.services.addressView(customer, address)
    },

    'address.delete': (call) => {
      const { customer, address } = found(call)
      removeAddress(shop, customer, address)
      return true
    },
  }
}
