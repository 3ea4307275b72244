import { createHash, randomBytes } from 'node:crypto'
import { Breakdown, bad, unauthorized } from '../errors.ts'
import type { Customer } from '../store.ts'
import type { Shop } from '../types.ts'

const longest = 256
const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]

export function passwordServices(shop: Shop) {
  return {
    /** Checks length, then spaces at the ends, then character classes. @throws Refusal 400 for the first that fails */
    checkPasswordStrength(password: string): void {
      const length = [...password].length
      const shortest = shop.settings.get('customer/password/minimum_password_length')
      if (length > longest) throw bad('Please enter a password with at most %1 characters.', [longest])
      if (length < Number(shortest)) {
        throw bad('The password needs at least %1 characters. Create a new password and try again.', [shortest])
      }
      if (trimmed(password) !== password) {
        throw bad("The password can't begin or end with a space. Verify the password and try again.")
      }
      shop.services.checkPasswordClasses(password)
    },

    checkPasswordClasses(password: string): void {
      const wanted = shop.settings.get('customer/password/required_character_classes_number')
      if (classes.filter((pattern) => pattern.test(password)).length >= Number(wanted)) return
      throw bad(
        'Minimum of different classes of characters in password is %1. Classes of characters: Lower Case, Upper Case, Digits, Special Characters.',
        [wanted],
      )
    },

    checkPasswordIsNotEmail(password: string, email: string): void {
      if (password.toLowerCase() !== email.toLowerCase()) return
      throw bad("The password can't be the same as the email address. Create a new password and try again.")
    },

    /** Checks a changed or reset password, in this order. */
    checkNewPassword(password: string, email: string): void {
      shop.services.checkPasswordIsNotEmail(password, email)
      shop.services.checkPasswordStrength(password)
    },

    /**
     * Wrong passwords count towards the lock; a correct one is accepted even if the account is locked.
     * @throws Refusal 401
     */
    checkCurrentPassword(customer: Customer, password: string): void {
      if (password === '' && shop.rules.emptyCurrentPasswordCrashes) throw new Breakdown('an empty password')
      if (shop.services.passwordMatches(customer, password)) return
      const locked = shop.services.isLocked(customer)
      shop.services.countWrongPassword(customer)
      if (locked) throw unauthorized('The account is locked.')
      throw unauthorized("The password doesn't match this account. Verify the password and try again.")
    },

    /** A fast hash, as the reference has nothing to protect. */
    hashPassword(password: string, salt: string = randomBytes(8).toString('hex')): string {
      return `${createHash('sha256').update(`${salt}${password}`).digest('hex')}:${salt}`
    },

    passwordMatches(customer: Customer, password: string): boolean {
      const salt = customer.passwordHash?.split(':')[1]
      return salt !== undefined && customer.passwordHash === shop.services.hashPassword(password, salt)
    },
  }
}

function trimmed(password: string): string {
  return password.replace(/^[ \t\n\r\v\0]+|[ \t\n\r\v\0]+$/g, '')
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof passwordServices> {}
}
