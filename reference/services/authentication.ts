import { unauthorized } from '../errors.ts'
import type { Customer } from '../store.ts'
import type { Call, Shop } from '../types.ts'

/** The single error for a failed login, with any reason. */
export const signInFailed = () =>
  unauthorized(
    'The account sign-in was incorrect or your account is disabled temporarily. Please wait and try again later.',
  )

export function authenticationServices(shop: Shop) {
  return {
    /**
     * Checks lock, then password, then confirmation, with the same message for all; 2.4.8 has its own for the last.
     * @throws Refusal 401
     */
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

    /** Logs in as the storefront's form does, without the limit of API logins by name. @throws Refusal 401 */
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
