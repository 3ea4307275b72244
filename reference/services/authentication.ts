import { unauthorized } from '../errors.ts'
import type { Customer } from '../store.ts'
import type { Call, Shop } from '../types.ts'

/** The one refusal of a login, whatever is wrong. */
export const signInFailed = () =>
  unauthorized(
    'The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.',
  )

export function authenticationServices(shop: Shop) {
  return {
    /** Lock, then password, then confirmation; one message for all of them, until 2.4.8 names the last. @throws Refusal 401 */
    authenticate(customer: Customer, password: string): void {
      const { isUnconfirmed, isLocked, passwordMatches, countWrongPassword, isExcluded } = shop.services
      if (shop.rules.unconfirmedIsNamed && isUnconfirmed(customer)) {
        throw unauthorized("This account isn't confirmed. Verify and try again.")
      }
      if (isLocked(customer)) throw signInFailed()
      if (!passwordMatches(customer, password)) {
        countWrongPassword(customer)
        throw signInFailed()
      }
      if (isUnconfirmed(customer) || isExcluded(customer)) throw signInFailed()
    },

    /** As the storefront's form logs in: without the limit that API logins have by name. @throws Refusal 401 */
    loginAtStorefront(call: Call, email: string, password: string): Customer {
      const customer = shop.services.findCustomer(email, call.store.websiteId)
      if (!customer) throw signInFailed()
      shop.services.authenticate(customer, password)
      shop.services.beginSession(call, customer)
      return customer
    },
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof authenticationServices> {}
}
