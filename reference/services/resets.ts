import { databaseTime } from '../clock.ts'
import { bad, refusalOf, required } from '../errors.ts'
import { type Customer, databaseKey } from '../store.ts'
import type { Call, Shop } from '../types.ts'
import { randomText } from './confirmation.ts'

export function resetServices(shop: Shop) {
  return {
    /** Issues a reset token and invalidates the previous one. */
    issueResetToken(customer: Customer): string {
      customer.resetToken = randomText()
      customer.resetTokenAt = shop.clock.now()
      return customer.resetToken
    },

    /** @throws Refusal 400 if the token is empty, not the customer's last one, or expired */
    checkResetToken(customer: Customer, token: string): void {
      if (token === '') throw refusalOf([required('resetPasswordLinkToken')])
      if (!shop.services.resetTokenMatches(customer, token)) {
        throw bad('The password token is mismatched. Reset and try again.')
      }
      if (shop.services.resetTokenIsExpired(customer)) {
        throw bad('The password token is expired. Reset and try again.')
      }
    },

    /** Returns the customer of a valid link; before 2.3.7-p3 and 2.4.3-p2 it may contain only a token. */
    customerOfLink(token: string, id: unknown): number | undefined {
      const named = id === undefined ? undefined : shop.store.customers.get(Number(id))
      const customer = named ?? (id === undefined ? shop.services.customerByToken(token) : undefined)
      if (!customer || token === '' || !shop.services.resetTokenMatches(customer, token)) return undefined
      return shop.services.resetTokenIsExpired(customer) ? undefined : customer.id
    },

    customerByToken(token: string): Customer | undefined {
      for (const customer of shop.store.customers.values()) if (customer.resetToken === token) return customer
      return undefined
    },

    /** @throws Refusal 400 for an invalid link or password */
    setPasswordByLink(customer: Customer, token: string, password: string): void {
      shop.services.checkResetToken(customer, token)
      shop.services.checkNewPassword(password, customer.email)
      if (shop.rules.resetClearsLock) shop.services.unlock(customer)
      shop.services.setPassword(customer, password)
    },

    /** A new password invalidates the reset link and ends the customer's storefront sessions. */
    setPassword(customer: Customer, password: string): void {
      customer.passwordHash = shop.services.hashPassword(password)
      customer.updated_at = databaseTime(shop.clock.now())
      shop.services.consumeResetToken(customer)
      shop.services.endSessionsOf(customer)
    },

    resetTokenMatches: (customer: Customer, token: string) => customer.resetToken === token,

    /** A token issued in the future counts as expired. */
    resetTokenIsExpired(customer: Customer): boolean {
      const period = shop.settings.integer('customer/password/reset_link_expiration_period')
      const age = shop.clock.now() - (customer.resetTokenAt ?? 0)
      return age < 0 || Math.floor(age / 3600_000) >= period
    },

    consumeResetToken(customer: Customer): void {
      customer.resetToken = undefined
      customer.resetTokenAt = undefined
    },

    /** Limits the requests per hour and the time between them, by IP address or e-mail. @throws Refusal 400 */
    checkResetFrequency(call: Call, email: string): void {
      if (!shop.rules.resetsAreLimited) return
      const type = shop.settings.get('customer/password/password_reset_protection_type')
      const most = shop.settings.integer('customer/password/max_number_password_reset_requests')
      const apart = shop.settings.integer('customer/password/min_time_between_password_reset_requests') * 60_000
      const now = shop.clock.now()
      const same = shop.store.resetRequests.filter(
        (request) =>
          (['1', '2'].includes(type) && request.address === call.clientAddress) ||
          (['1', '3'].includes(type) && request.email === databaseKey(email)),
      )
      const tooMany = most > 0 && same.filter(({ at }) => now - at < 3600_000).length >= most
      const tooSoon = apart > 0 && same.some(({ at }) => now - at < apart)
      if (tooMany || tooSoon) {
        throw bad('We received too many requests for password resets. Please wait and try again later or contact %1.', [
          shop.settings.get('contact/email/recipient_email'),
        ])
      }
      shop.store.resetRequests = shop.store.resetRequests.filter(({ at }) => now - at < Math.max(3600_000, apart))
      shop.store.resetRequests.push({ address: call.clientAddress, email: databaseKey(email), at: now })
    },
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof resetServices> {}
}
