import { bad } from '../errors.ts'
import type { Customer } from '../store.ts'
import type { Operation, Shop } from '../types.ts'

export function confirmationOperations(shop: Shop): Record<string, Operation> {
  const activate = (customer: Customer, key: string) => {
    shop.services.activate(customer, key)
    return shop.services.customerView(customer, false)
  }

  const activateByEmail: Operation = (call) => {
    const { email, confirmationKey } = call.arguments as { email: string; confirmationKey: string }
    const website = shop.services.currentWebsite(call.store)
    return activate(shop.services.customerByEmail(email, website), confirmationKey)
  }

  return {
    'confirmation.status': (call) => {
      const customer = shop.services.customerById((call.arguments as { customerId: number }).customerId)
      if (!shop.services.confirmationIsRequired()) return 'account_confirmation_not_required'
      return customer.confirmation ? 'account_confirmation_required' : 'account_confirmed'
    },

    'confirmation.activateMe': (call) => {
      const { customerId, confirmationKey } = call.arguments as { customerId: number; confirmationKey: string }
      return activate(shop.services.customerById(customerId), confirmationKey)
    },

    'confirmation.activate': activateByEmail,
    'confirmation.activateAsGuest': activateByEmail,

    'confirmation.resend': (call) => {
      const { email, websiteId, redirectUrl } = call.arguments as {
        email: string
        websiteId: number
        redirectUrl?: string
      }
      const customer = shop.services.customerByEmail(email, websiteId, websiteId)
      if (!customer.confirmation) throw bad("Confirmation isn't needed.")
      const sent = shop.services.sendConfirmation(customer, redirectUrl)
      return shop.rules.resendAnswersTrue ? sent : []
    },
  }
}
