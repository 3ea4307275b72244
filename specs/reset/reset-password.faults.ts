import { answers, operation, rule, service } from '../../faults/change.ts'
import { customerOf, losingAddresses, setPassword, withoutService } from '../../faults/changes/passwords.ts'
import { faults } from '../../faults/fault.ts'
import type { Refusal } from '../../reference/index.ts'
import { resetPolicy } from '../shared/broken-together.ts'

export const resetPasswordFaults = faults([
  {
    id: 'reset-takes-short-passwords',
    does: 'a reset does not check the password’s length',
    breaks: ['RESET-25'],
    change: operation('password.reset', (call, inner, shop) => {
      const least = shop.settings.get('customer/password/minimum_password_length')
      shop.settings.set('customer/password/minimum_password_length', '0')
      try {
        return inner(call)
      } finally {
        shop.settings.set('customer/password/minimum_password_length', least)
      }
    }),
  },
  {
    id: 'reset-says-the-length-as-a-number',
    does: 'the error of a reset gives the minimum length as a number, not as text',
    breaks: ['RESET-25', 'RESET-26', 'RESET-67'],
    change: answers(
      ({ route }, { status, value }) =>
        route?.operation === 'password.reset' && status === 400 && Array.isArray((value as Refusal).parameters),
      ({ value }) => ({ value: { ...(value as Refusal), parameters: [8] } }),
    ),
  },
  {
    id: 'reset-takes-letters-alone',
    does: 'a reset does not check the character classes',
    breaks: ['RESET-26'],
    change: withoutService('password.reset', 'checkPasswordClasses'),
  },
  {
    id: 'reset-trims-the-password',
    does: 'a reset trims spaces off the password',
    breaks: ['RESET-27'],
    change: operation('password.reset', (call, inner) =>
      inner({ ...call, arguments: { ...call.arguments, newPassword: String(call.arguments.newPassword).trim() } }),
    ),
  },
  {
    id: 'reset-takes-the-email',
    does: 'a reset accepts the e-mail as the password',
    breaks: ['RESET-28'],
    change: withoutService('password.reset', 'checkPasswordIsNotEmail'),
  },
  {
    id: 'refusal-uses-the-token-up',
    does: 'a reset to a weak password is rejected, but uses the token up',
    breaks: [...resetPolicy],
    change: service('checkNewPassword', (check, shop) => (password, email) => {
      try {
        check(password, email)
      } catch (error) {
        const customer = shop.services.findCustomer(email, 1)
        if (customer) shop.services.consumeResetToken(customer)
        throw error
      }
    }),
  },
  {
    id: 'reset-sets-before-it-checks',
    does: 'a reset stores the password before it checks the policy',
    breaks: ['RESET-30', 'RESET-45'],
    change: operation('password.reset', (call, inner, shop) => {
      const customer = customerOf(shop, call)
      const { resetToken, newPassword } = call.arguments
      if (customer && customer.resetToken === resetToken) setPassword(shop, customer, newPassword)
      return inner(call)
    }),
  },
  {
    id: 'reset-changes-nothing',
    does: 'a reset returns true and does not change the password',
    breaks: ['RESET-15', 'RESET-16', 'RESET-31', 'RESET-59'],
    change: operation('password.reset', (call, inner, shop) => {
      const customer = customerOf(shop, call)
      const hash = customer?.passwordHash
      const answer = inner(call)
      if (customer && hash) customer.passwordHash = hash
      return answer
    }),
  },
  {
    id: 'old-password-after-a-reset',
    does: 'after a reset, the old password still works beside the new one',
    breaks: ['RESET-16', 'RESET-31'],
    change: (shop) => {
      const earlier = new Map<number, string | undefined>()
      operation('password.reset', (call, inner) => {
        const customer = customerOf(shop, call)
        const hash = customer?.passwordHash
        const answer = inner(call)
        if (customer) earlier.set(customer.id, hash)
        return answer
      })(shop)
      service('passwordMatches', (matches) => (customer, password) => {
        const { id } = customer
        return matches(customer, password) || matches({ ...customer, passwordHash: earlier.get(id) }, password)
      })(shop)
    },
  },
  {
    id: 'reset-ends-tokens',
    does: 'a reset revokes the tokens issued before it',
    breaks: ['RESET-37'],
    change: operation('password.reset', (call, inner, shop) => {
      const answer = inner(call)
      const customer = customerOf(shop, call)
      if (customer) shop.services.revokeTokens({ type: 'customer', id: customer.id })
      return answer
    }),
  },
  {
    id: 'lock-outlives-the-reset',
    does: 'an account stays locked after a reset, as before 2.4.6',
    breaks: ['RESET-59'],
    origin: 'magento/magento2#34981',
    change: rule('resetClearsLock', false),
  },
  {
    id: 'reset-opens-too-early',
    does: 'a release before 2.4.6 unlocks an account by a reset',
    breaks: ['RESET-60'],
    release: '2.4.5-p13',
    change: rule('resetClearsLock', true),
  },
  {
    id: 'reset-password-unescaped',
    does: 'a reset drops the backslashes of the new password',
    breaks: ['RESET-70'],
    change: operation('password.reset', (call, reset) => {
      const newPassword = String(call.arguments.newPassword).replaceAll('\\', '')
      return reset({ ...call, arguments: { ...call.arguments, newPassword } })
    }),
  },
  {
    id: 'reset-takes-endless-passwords',
    does: 'a reset accepts a password of more than 256 characters',
    breaks: ['RESET-67'],
    change: operation('password.reset', (call, reset, shop) => {
      const { newPassword } = call.arguments as { newPassword: string }
      const known = shop.services.findCustomer(String(call.arguments.email), 1)
      if (!known || newPassword.length <= 256) return reset(call)
      shop.services.checkResetToken(known, String(call.arguments.resetToken))
      setPassword(shop, known, newPassword)
      return true
    }),
  },
  {
    id: 'reset-deletes-addresses',
    does: 'setting the password by a link deletes the customer’s addresses',
    breaks: ['RESET-65'],
    change: losingAddresses('password.reset', (call, shop) => customerOf(shop, call)),
  },
])
