import { operation, service } from '../../faults/change.ts'
import { customerOf, withoutService } from '../../faults/changes/passwords.ts'
import { faults } from '../../faults/fault.ts'
import { welcomeLink } from '../shared/broken-together.ts'

export const resetEndedFaults = faults([
  {
    id: 'change-leaves-the-link',
    does: 'a pending link stays valid after a password change',
    breaks: ['RESET-39'],
    origin: 'OpenMage/magento-lts#1594',
    change: withoutService('password.change', 'consumeResetToken'),
  },
  {
    id: 'old-mailbox-opens-the-account',
    does: 'a pending link stays valid after an e-mail change',
    breaks: ['RESET-40'],
    change: withoutService('customer.saveMe', 'consumeResetToken'),
  },
  {
    id: 'save-ends-the-link',
    does: 'saving the profile invalidates the pending link',
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
    does: 'a login invalidates the pending link',
    breaks: [
      'RESET-15',
      'RESET-21',
      'RESET-31',
      'RESET-41',
      'RESET-43',
      'RESET-44',
      'RESET-45',
      'RESET-59',
      'STORE-50',
    ],
    change: service('resetFailedLogins', (reset, shop) => (username, type) => {
      reset(username, type)
      const customer = shop.services.findCustomer(username, 1)
      if (customer) shop.services.consumeResetToken(customer)
    }),
  },
  {
    id: 'new-email-is-told',
    does: 'changing the e-mail over REST sends a mail to the new address',
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
    does: 'a link has expired when it arrives',
    breaks: [
      'RESET-15',
      'RESET-19',
      'RESET-21',
      'RESET-31',
      'RESET-34',
      'RESET-41',
      'RESET-43',
      'RESET-59',
      'MAIL-05',
      'STORE-50',
    ],
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
    does: 'the two hours of a link are taken as days',
    breaks: ['RESET-44', 'RESET-45'],
    change: (shop) => shop.settings.set('customer/password/reset_link_expiration_period', '48'),
  },
  {
    id: 'expiry-only-when-looking',
    does: 'an expired link is reported as expired, but still sets a password',
    breaks: ['RESET-45'],
    change: operation('password.reset', (call, inner, shop) => {
      const customer = customerOf(shop, call)
      if (customer?.resetTokenAt) customer.resetTokenAt = shop.clock.now()
      return inner(call)
    }),
  },
  {
    id: 'expiry-only-when-resetting',
    does: 'an expired link is reported as valid, but sets no password',
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
  {
    id: 'new-link-ends-those-of-others',
    does: 'a new link ends the pending links of all other customers',
    breaks: ['RESET-15', ...welcomeLink, 'STORE-50'],
    change: service('issueResetToken', (issue, shop) => (customer) => {
      for (const other of shop.store.customers.values()) if (other !== customer) shop.services.consumeResetToken(other)
      return issue(customer)
    }),
  },
  {
    id: 'links-live-for-minutes',
    does: 'the hours that a link lives are taken as minutes: it expires after two minutes',
    breaks: ['RESET-15', 'RESET-19', 'RESET-43'],
    change: service('resetTokenIsExpired', (_, shop) => ({ resetTokenAt = 0 }) => {
      const period = shop.settings.integer('customer/password/reset_link_expiration_period')
      return (shop.clock.now() - resetTokenAt) / 60_000 >= period
    }),
  },
  {
    id: 'used-link-works-again',
    does: 'a reset link can be used more than once: a new password does not end it',
    breaks: ['RESET-32', 'RESET-33', 'RESET-39', 'RESET-40', 'STORE-55'],
    change: service('consumeResetToken', () => () => {}),
  },
])
