import { operation, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import { settings } from './confirm-changes.faults.ts'

export const confirmMailFaults = faults([
  {
    id: 'no-confirmation-mail',
    does: 'an account that must be confirmed gets no confirmation mail',
    settings,
    breaks: ['RESET-11', 'MAIL-01', 'MAIL-14', 'MAIL-09', 'CONFIRM-18', 'CONFIRM-19', 'CONFIRM-22'],
    change: service('sendConfirmation', () => () => true),
  },
  {
    id: 'confirmation-mailed-twice',
    does: 'an account that must be confirmed gets two confirmation mails',
    settings,
    breaks: ['RESET-11', 'MAIL-01', 'MAIL-09', 'CONFIRM-22'],
    change: service(
      'sendConfirmation',
      (send) => (customer, redirectUrl) => send(customer, redirectUrl) && send(customer, redirectUrl),
    ),
  },
  {
    id: 'welcome-instead-of-the-key',
    does: 'an account that must be confirmed gets the welcome mail instead of the confirmation mail',
    settings,
    origin: 'magento/magento2#32247',
    breaks: ['CONFIRM-18', 'CONFIRM-19', 'CONFIRM-22'],
    change: service('sendConfirmation', (_, shop) => (customer) => shop.services.sendWelcome(customer)),
  },
  {
    id: 'resend-makes-a-new-key',
    does: 'the resent confirmation mail contains a new key that is not stored',
    settings,
    breaks: ['CONFIRM-18'],
    change: operation('confirmation.resend', (call, inner, shop) => {
      const customer = shop.services.findCustomer(String(call.arguments.email), 1)
      const { confirmation } = customer ?? {}
      if (customer?.confirmation) customer.confirmation = shop.services.newConfirmationKey()
      const answer = inner(call)
      if (customer) customer.confirmation = confirmation
      return answer
    }),
  },
  {
    id: 'confirmation-link-elsewhere',
    does: 'the link of a confirmation mail leads to the wrong page',
    settings,
    breaks: ['CONFIRM-19', 'STORE-61'],
    change: service(
      'confirmationLink',
      (link) => (customer, redirectUrl) =>
        link(customer, redirectUrl).replace('/customer/account/confirm/', '/confirm/'),
    ),
  },
  {
    id: 'link-confirms-the-account',
    does: 'setting the first password by a link confirms the account',
    settings,
    breaks: ['CONFIRM-20'],
    change: operation('password.reset', (call, inner, shop) => {
      const answer = inner(call)
      const customer = shop.services.findCustomer(String(call.arguments.email), 1)
      if (customer) customer.confirmation = undefined
      return answer
    }),
  },
  {
    id: 'passwordless-gets-the-key-only',
    does: 'an account without a password gets the confirmation key but no link to set a password',
    settings,
    breaks: ['MAIL-04', 'CONFIRM-21'],
    change: service(
      'sendWelcome',
      (send, shop) => (customer) => (customer.confirmation ? shop.services.sendConfirmation(customer) : send(customer)),
    ),
  },
  {
    id: 'confirmation-link-without-the-key',
    does: 'the link of the confirmation mail lacks the key',
    settings,
    breaks: ['CONFIRM-18', 'CONFIRM-19', 'CONFIRM-22'],
    change: service(
      'confirmationLink',
      (link) =>
        (...of) =>
          link(...of).replace(/&key=[^&]*/, ''),
    ),
  },
])
