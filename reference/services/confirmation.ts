import { createHash, randomBytes, randomInt } from 'node:crypto'
import { bad } from '../errors.ts'
import type { Customer } from '../store.ts'
import type { Shop } from '../types.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** 32 letters and digits, as reset tokens and confirmation keys are. */
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

    /** Whether the account waits for its key; a key counts only while the shop, or a new address, asks for it. */
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
