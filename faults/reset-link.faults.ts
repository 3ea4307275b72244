import { Breakdown, Refusal } from '../reference/index.ts'
import { answers, operation, rule, service, together } from './change.ts'
import { faults } from './fault.ts'
import { customerOf, rememberingTokens, setPassword, withoutService } from './passwords.ts'

const mismatched = () => new Refusal(400, 'The password token is mismatched. Reset and try again.')

export const resetLinkFaults = faults([
  {
    id: 'welcome-token-not-kept',
    does: 'the token of a welcome mail’s link is valid nowhere',
    breaks: ['RESET-21', 'RESET-25', 'RESET-26', 'RESET-27', 'RESET-28', 'RESET-29', 'RESET-31', 'RESET-34', 'RESET-37', 'RESET-41', 'RESET-43', 'RESET-44', 'RESET-45', 'RESET-59', 'MAIL-05', 'MAIL-08'],
    change: service('sendWelcome', (send, shop) => (customer) => {
      const answer = send(customer)
      shop.services.issueResetToken(customer)
      return answer
    }),
  },
  {
    id: 'token-valid-for-anybody',
    does: 'a link is called valid as soon as anybody has such a token',
    breaks: ['RESET-22'],
    change: (shop) => {
      const issued = rememberingTokens(shop)
      operation('password.validateLink', (call, inner) => {
        const owner = issued.get(String(call.arguments.resetPasswordLinkToken))
        return inner(owner ? { ...call, arguments: { ...call.arguments, customerId: owner.id } } : call)
      })(shop)
    },
  },
  {
    id: 'token-resets-anybody',
    does: 'a valid token of one customer sets the password of any other',
    breaks: ['RESET-23', 'RESET-30'],
    change: operation('password.reset', (call, inner, shop) => {
      const { resetToken, newPassword } = call.arguments
      const owner = [...shop.store.customers.values()].find((customer) => customer.resetToken === resetToken)
      const named = customerOf(shop, call)
      if (!owner || !named || owner === named) return inner(call)
      setPassword(shop, named, newPassword)
      return true
    }),
  },
  {
    id: 'token-in-any-case',
    does: 'tokens are compared without case, as a database does',
    breaks: ['RESET-24', 'RESET-29', 'RESET-30', 'RESET-31', 'RESET-33', 'RESET-37'],
    change: service(
      'resetTokenMatches',
      () =>
        ({ resetToken }, token) =>
          resetToken?.toLowerCase() === token.toLowerCase(),
    ),
  },
  {
    id: 'token-prefix-is-enough',
    does: 'a token matches when it begins with what was sent',
    breaks: ['RESET-24', 'RESET-29', 'RESET-30', 'RESET-31', 'RESET-33', 'RESET-37'],
    change: service(
      'resetTokenMatches',
      () =>
        ({ resetToken }, token) =>
          !!resetToken?.startsWith(token),
    ),
  },
  {
    id: 'reset-takes-short-passwords',
    does: 'a reset does not look at the length of the password',
    breaks: ['RESET-25', 'RESET-26', 'RESET-27', 'RESET-28', 'RESET-29'],
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
    does: 'the least length stands in the refusal of a reset as a number',
    breaks: ['RESET-25', 'RESET-26'],
    change: answers(
      ({ route }, { status, value }) =>
        route?.operation === 'password.reset' && status === 400 && Array.isArray((value as Refusal).parameters),
      ({ value }) => ({ value: { ...(value as Refusal), parameters: [8] } }),
    ),
  },
  {
    id: 'reset-takes-letters-alone',
    does: 'a reset does not count the classes of characters',
    breaks: ['RESET-26', 'RESET-29', 'RESET-30'],
    change: withoutService('password.reset', 'checkPasswordClasses'),
  },
  {
    id: 'reset-trims-the-password',
    does: 'a reset cuts blanks off the password',
    breaks: ['RESET-25', 'RESET-26', 'RESET-27', 'RESET-28', 'RESET-29'],
    change: operation('password.reset', (call, inner) =>
      inner({ ...call, arguments: { ...call.arguments, newPassword: String(call.arguments.newPassword).trim() } }),
    ),
  },
  {
    id: 'reset-takes-the-email',
    does: 'a reset takes the e-mail as the password',
    breaks: ['RESET-25', 'RESET-26', 'RESET-28', 'RESET-29'],
    change: withoutService('password.reset', 'checkPasswordIsNotEmail'),
  },
  {
    id: 'refusal-uses-the-token-up',
    does: 'a reset to a weak password is refused and uses the token up',
    breaks: ['RESET-25', 'RESET-26', 'RESET-27', 'RESET-28', 'RESET-29'],
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
    id: 'looking-uses-the-token-up',
    does: 'looking whether a link is valid uses it up',
    breaks: ['RESET-15', 'RESET-16', 'RESET-29', 'RESET-31', 'RESET-37', 'RESET-44', 'RESET-45'],
    change: operation('password.validateLink', (call, inner, shop) => {
      const answer = inner(call)
      shop.services.consumeResetToken(shop.services.customerById(Number(call.arguments.customerId)))
      return answer
    }),
  },
  {
    id: 'reset-sets-before-it-checks',
    does: 'a reset stores the password before it looks at the policy',
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
    does: 'a reset is answered with true and leaves the password as it is',
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
    does: 'after a reset the old password works beside the new one',
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
    id: 'token-not-used-up',
    does: 'a link sets one password after another',
    breaks: ['RESET-32', 'RESET-33'],
    change: withoutService('password.reset', 'consumeResetToken'),
  },
  {
    id: 'used-link-looks-valid',
    does: 'a link that was used is still called valid',
    breaks: ['RESET-32'],
    change: (shop) => {
      const used = new Set<unknown>()
      operation('password.reset', (call, inner) => inner(call) === true && !!used.add(call.arguments.resetToken))(shop)
      operation('password.validateLink', (call, inner) =>
        used.has(call.arguments.resetPasswordLinkToken) ? true : inner(call),
      )(shop)
    },
  },
  {
    id: 'used-link-sets-though-refused',
    does: 'a used link is refused, but the password that came with it is set',
    breaks: ['RESET-33'],
    change: (shop) => {
      const used = new Set<unknown>()
      operation('password.reset', (call, inner) => {
        const { resetToken, newPassword } = call.arguments
        const customer = customerOf(shop, call)
        if (customer && used.has(resetToken)) setPassword(shop, customer, newPassword)
        return inner(call) === true && !!used.add(resetToken)
      })(shop)
    },
  },
  {
    id: 'reset-email-in-its-case',
    does: 'a reset finds the account only by the e-mail’s very spelling',
    breaks: ['RESET-34'],
    change: operation('password.reset', (call, inner, shop) => {
      const { email } = call.arguments
      if (customerOf(shop, call) && customerOf(shop, call)?.email !== email) throw mismatched()
      return inner(call)
    }),
  },
  {
    id: 'token-alone-resets',
    does: 'an empty e-mail finds the customer by the token, as before 2.4.3-p2',
    breaks: ['RESET-35'],
    origin: 'magento/magento2#35726',
    change: rule('emptyEmailFindsByToken', true),
  },
  {
    id: 'empty-email-crashes',
    does: 'an empty e-mail with a token ends in an internal error',
    breaks: ['RESET-35'],
    origin: 'magento/magento2#29663',
    change: operation('password.reset', (call, inner) => {
      if (call.arguments.email === '') throw new Breakdown('no customer')
      return inner(call)
    }),
  },
  {
    id: 'no-token-is-an-empty-one',
    does: 'once a token is used up, an empty one is as good',
    breaks: ['RESET-33', 'RESET-51'],
    change: together(
      service(
        'resetTokenMatches',
        () =>
          ({ resetToken }, token) =>
            (resetToken ?? '') === token.trim(),
      ),
      operation('password.reset', (call, inner) =>
        inner({ ...call, arguments: { ...call.arguments, resetToken: call.arguments.resetToken || ' ' } }),
      ),
      service('resetTokenIsExpired', (isExpired) => (customer) => !!customer.resetToken && isExpired(customer)),
    ),
  },
  {
    id: 'email-needed-too-early',
    does: 'a release before 2.4.3-p2 wants the e-mail with the token',
    breaks: ['RESET-36'],
    release: '2.4.1',
    change: rule('emptyEmailFindsByToken', false),
  },
  {
    id: 'reset-ends-tokens',
    does: 'a reset ends the tokens issued before it',
    breaks: ['RESET-37'],
    change: operation('password.reset', (call, inner, shop) => {
      const answer = inner(call)
      const customer = customerOf(shop, call)
      if (customer) shop.services.revokeTokens({ type: 'customer', id: customer.id })
      return answer
    }),
  },
  {
    id: 'one-token-for-all',
    does: 'every account gets the same token in its link',
    breaks: ['RESET-15', 'RESET-17', 'RESET-20', 'RESET-22', 'RESET-23', 'RESET-29', 'RESET-30', 'RESET-31', 'RESET-33', 'RESET-37', 'RESET-58'],
    change: service('issueResetToken', (issue) => (customer) => {
      issue(customer)
      customer.resetToken = 'a'.repeat(32)
      return customer.resetToken
    }),
  },
  {
    id: 'lock-outlives-the-reset',
    does: 'an account stays locked after a reset, as before 2.4.6',
    breaks: ['RESET-59'],
    origin: 'magento/magento2#15214',
    change: rule('resetClearsLock', false),
  },
  {
    id: 'reset-opens-too-early',
    does: 'a release before 2.4.6 opens a locked account by a reset',
    breaks: ['RESET-60'],
    release: '2.4.5-p13',
    change: rule('resetClearsLock', true),
  },
  {
    id: 'change-leaves-the-link',
    does: 'a pending link outlives a change of the password',
    breaks: ['RESET-39'],
    origin: 'OpenMage/magento-lts#1594',
    change: withoutService('password.change', 'consumeResetToken'),
  },
  {
    id: 'old-mailbox-opens-the-account',
    does: 'a pending link outlives a change of the e-mail',
    breaks: ['RESET-40'],
    change: withoutService('customer.saveMe', 'consumeResetToken'),
  },
  {
    id: 'save-ends-the-link',
    does: 'saving the profile ends the pending link',
    breaks: ['RESET-41'],
    change: operation('customer.saveMe', (call, inner, shop) => {
      const answer = inner(call)
      const customer = shop.store.customers.get(call.user?.id ?? 0)
      if (customer) shop.services.consumeResetToken(customer)
      return answer
    }),
  },
  {
    id: 'login-ends-the-link',
    does: 'a login ends the pending link',
    breaks: ['RESET-15', 'RESET-16', 'RESET-21', 'RESET-29', 'RESET-31', 'RESET-37', 'RESET-41', 'RESET-43', 'RESET-44', 'RESET-45', 'RESET-59'],
    change: service('resetFailedLogins', (reset, shop) => (username, type) => {
      reset(username, type)
      const customer = shop.services.findCustomer(username, 1)
      if (customer) shop.services.consumeResetToken(customer)
    }),
  },
  {
    id: 'new-email-is-told',
    does: 'a change of the e-mail over REST sends a mail to the new one',
    breaks: ['RESET-42'],
    change: operation('customer.saveMe', (call, inner, shop) => {
      const before = shop.store.customers.get(call.user?.id ?? 0)?.email
      const answer = inner(call)
      const { email } = answer as { email: string }
      if (email !== before) shop.services.sendMail(email, 'Your e-mail', '<p>It has changed.</p>')
      return answer
    }),
  },
  {
    id: 'links-live-one-hour',
    does: 'a link is valid for one hour only',
    breaks: ['RESET-43'],
    change: (shop) => shop.settings.set('customer/password/reset_link_expiration_period', '1'),
  },
  {
    id: 'links-expire-at-once',
    does: 'a link is expired when it arrives',
    breaks: ['RESET-15', 'RESET-16', 'RESET-19', 'RESET-21', 'RESET-25', 'RESET-26', 'RESET-27', 'RESET-28', 'RESET-29', 'RESET-31', 'RESET-32', 'RESET-33', 'RESET-34', 'RESET-37', 'RESET-41', 'RESET-43', 'RESET-59', 'MAIL-05', 'MAIL-08'],
    origin: 'magento/magento2#16587',
    change: (shop) => shop.settings.set('customer/password/reset_link_expiration_period', '0'),
  },
  {
    id: 'links-live-for-ever',
    does: 'a link never expires',
    breaks: ['RESET-44', 'RESET-45'],
    change: service('resetTokenIsExpired', () => () => false),
  },
  {
    id: 'links-live-for-days',
    does: 'the two hours of a link are read as days',
    breaks: ['RESET-44', 'RESET-45'],
    change: (shop) => shop.settings.set('customer/password/reset_link_expiration_period', '48'),
  },
  {
    id: 'expiry-only-when-looking',
    does: 'an expired link is called so, but still sets a password',
    breaks: ['RESET-45'],
    change: operation('password.reset', (call, inner, shop) => {
      const customer = customerOf(shop, call)
      if (customer?.resetTokenAt) customer.resetTokenAt = shop.clock.now()
      return inner(call)
    }),
  },
  {
    id: 'expiry-only-when-resetting',
    does: 'an expired link is called valid, and sets no password',
    breaks: ['RESET-44'],
    change: operation('password.validateLink', (call, inner, shop) => {
      const customer = shop.store.customers.get(Number(call.arguments.customerId))
      const { resetTokenAt } = customer ?? {}
      if (customer && resetTokenAt) customer.resetTokenAt = shop.clock.now()
      const answer = inner(call)
      if (customer) customer.resetTokenAt = resetTokenAt
      return answer
    }),
  },
])
