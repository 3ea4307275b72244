import { createHash, randomBytes, randomInt } from 'node:crypto'
import { bad } from '../errors.ts'
import type { Customer } from '../store.ts'
import type { Shop } from '../types.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Returns 32 letters and digits, the form of reset tokens and confirmation keys. */
export function randomText(): string {
  return Array.from({ length: 32 }, () => alphabet[randomInt(alphabet.length)]).join('')
}

export function confirmationServices(shop: Shop) {
  return {
    confirmationIsRequired: () => shop.settings.get('customer/create_account/confirm') === '1',

    newConfirmationKey: () =>
      shop.rules.randomConfirmationKey ? randomText() : createHash('md5').update(randomBytes(16)).digest('hex'),

    /** Confirms an account by its key. @throws Refusal 400 */
    activate(customer: Customer, key: string): void {
      if (!customer.confirmation) throw bad('The account is already active.')
      if (customer.confirmation !== key) {
        throw bad('The confirmation token is invalid. Verify the token and try again.')
      }
      customer.confirmation = undefined
      if (!shop.rules.confirmedMailOnlyBeforeLogin || !customer.lastLoginAt) shop.services.sendWelcome(customer)
    },

    /**
     * True if the account must be confirmed. A key counts only if the shop requires confirmation, or the e-mail has
     * changed.
     */
    isUnconfirmed(customer: Customer): boolean {
      if (!customer.confirmation) return false
      const afterChange =
        shop.rules.reconfirmsEmail && shop.settings.get('customer/account_information/confirm') === '1'
      return shop.services.confirmationIsRequired() || afterChange
    },
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof confirmationServices> {}
}
