import type { Operation, Shop } from '../types.ts'
import type { CustomerInput } from './input.ts'

export function customerOperations(shop: Shop): Record<string, Operation> {
  const read: Operation = (call) => {
    const { customerId } = call.arguments as { customerId: number }
    return shop.services.customerView(shop.services.customerById(customerId))
  }

  return {
    'customer.me': read,
    'customer.read': read,

    'customer.delete': (call) => {
      const customer = shop.services.customerById((call.arguments as { customerId: number }).customerId)
      for (const { id } of customer.addresses) shop.store.addressOwners.delete(id)
      shop.store.remove(customer)
      shop.services.revokeTokens({ type: 'customer', id: customer.id })
      return true
    },

    'customer.readonly': (call) => {
      shop.services.customerById((call.arguments as { customerId: number }).customerId)
      return false
    },

    'customer.validate': (call) => {
      const { customer } = call.arguments as { customer: CustomerInput }
      const labels = {
        website_id: 'Associate to Website',
        group_id: 'Group',
        firstname: 'First Name',
        lastname: 'Last Name',
        email: 'Email',
      }
      const messages = Object.entries(labels)
        .filter(([field]) => (customer[field as keyof typeof labels] ?? '') === '')
        .map(([, label]) => `The "${label}" attribute value is empty. Set the attribute and try again.`)
      return { valid: messages.length === 0, messages }
    },

    'email.available': (call) => {
      const { customerEmail, websiteId } = call.arguments as { customerEmail: string; websiteId?: number }
      if (shop.rules.emailAlwaysAvailable) {
        if (websiteId) shop.services.websiteById(websiteId)
        if (shop.settings.get('checkout/options/enable_guest_checkout_login') !== '1') return true
      }
      return !shop.services.findCustomer(customerEmail, websiteId ?? call.store.websiteId)
    },
  }
}
