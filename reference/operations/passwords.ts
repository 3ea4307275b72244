import { Breakdown, bad, refusalOf, required } from '../errors.ts'
import type { Customer } from '../store.ts'
import type { Call, Operation, Shop } from '../types.ts'

const templates = { template1: 'email_reminder', template2: 'email_reset' }

export function passwordOperations(shop: Shop): Record<string, Operation> {
  return {
    'password.change': (call) => {
      const { customerId, currentPassword, newPassword } = call.arguments as {
        customerId: number
        currentPassword: string
        newPassword: string
      }
      const customer = shop.services.customerById(customerId)
      checkQueried(shop, call)
      shop.services.checkCurrentPassword(customer, currentPassword)
      shop.services.checkNewPassword(newPassword, customer.email)
      shop.services.validateCustomer(customer)
      shop.services.setPassword(customer, newPassword)
      return true
    },

    'password.initiate': (call) => {
      const { email, template, websiteId } = call.arguments as { email: string; template: string; websiteId?: number }
      shop.services.checkResetFrequency(call, email)
      const website = websiteId ?? call.store.websiteId
      const customer = shop.services.customerByEmail(email, website, websiteId ?? String(website))
      shop.services.issueResetToken(customer)
      if (!Object.values(templates).includes(template)) throw unknownTemplate(template)
      return shop.services.sendReset(customer, template)
    },

    'password.validateLink': (call) => {
      const { customerId, resetPasswordLinkToken } = call.arguments as {
        customerId: number
        resetPasswordLinkToken: string
      }
      if (customerId === 0 || (customerId < 0 && shop.rules.negativeIdIsInvalid)) {
        const parameters = { value: customerId, fieldName: 'customerId' }
        throw bad('Invalid value of "%value" provided for the %fieldName field.', parameters)
      }
      shop.services.checkResetToken(shop.services.customerById(customerId), resetPasswordLinkToken)
      return true
    },

    'password.reset': (call) => {
      const { email, resetToken, newPassword } = call.arguments as Record<string, string>
      const customer = resetting(shop, call, email ?? '', resetToken ?? '')
      shop.services.setPasswordByLink(customer, resetToken ?? '', newPassword ?? '')
      return true
    },
  }
}

/** Finds the customer for a reset: by e-mail, or in some releases only by the token. */
function resetting(shop: Shop, call: Call, email: string, token: string): Customer {
  if (email !== '') return shop.services.customerByEmail(email, shop.services.currentWebsite(call.store))
  if (!shop.rules.emptyEmailFindsByToken) throw refusalOf([required('email')])
  for (const customer of shop.store.customers.values()) if (customer.resetToken === token) return customer
  throw new Breakdown('no customer with the token')
}

function unknownTemplate(value: string): Error {
  return bad(
    'Invalid value of "%value" provided for the %fieldName field. Possible values: %template1 or %template2.',
    {
      value,
      fieldName: 'template',
      ...templates,
    },
  )
}

/** In one line of releases the save at the end of a change also used `customerId` of the query. */
function checkQueried(shop: Shop, call: Call): void {
  const { customerId } = call.query
  if (shop.rules.queryCustomerMerges && typeof customerId === 'string') {
    shop.services.customerById(Number(customerId), customerId)
  }
}
