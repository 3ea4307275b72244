import { operation, rule, service } from '../../faults/change.ts'
import { customerOf, refusing, rememberingTokens, sharing } from '../../faults/changes/passwords.ts'
import { faults } from '../../faults/fault.ts'

export const resetMailFaults = faults([
  {
    id: 'two-reset-mails',
    does: 'a reset request sends its mail twice',
    breaks: ['RESET-11', 'RESET-17', 'RESET-19'],
    change: service(
      'sendReset',
      (send) => (customer, template) => send(customer, template) && send(customer, template),
    ),
  },
  {
    id: 'no-reset-mail',
    does: 'a reset request returns true and sends no mail',
    breaks: ['RESET-71', 'RESET-11', 'RESET-13', 'RESET-14', 'RESET-15', 'RESET-19'],
    change: service('sendReset', () => () => true),
  },
  {
    id: 'one-reset-mail-an-account',
    does: 'only the first reset request for an account sends a mail; later ones return true',
    breaks: ['RESET-71'],
    change: (shop) => {
      const served = new Set<number>()
      service('sendReset', (send) => (customer, template) => {
        const isFirst = !served.has(customer.id)
        served.add(customer.id)
        return isFirst ? send(customer, template) : true
      })(shop)
    },
  },
  {
    id: 'reset-mail-to-the-shop',
    does: 'a reset mail goes to the shop’s own address',
    breaks: ['RESET-71', 'RESET-11', 'RESET-13', 'RESET-14', 'RESET-15', 'RESET-19'],
    change: service(
      'sendReset',
      (send) => (customer, template) => send({ ...customer, email: 'support@example.com' }, template),
    ),
  },
  {
    id: 'reset-mail-also-to-the-shop',
    does: 'a reset mail has a second recipient',
    breaks: ['RESET-11', 'RESET-19'],
    change: sharing('sendReset'),
  },
  {
    id: 'reset-link-without-token',
    does: 'the link of a reset mail has no token',
    breaks: ['RESET-12', 'RESET-13', 'RESET-14', 'RESET-15', 'RESET-19', 'RESET-68'],
    origin: 'magento/magento2#12416',
    change: service(
      'resetLink',
      (link) => (customer, template) => link(customer, template).replace(/[?&]token=\w*/, ''),
    ),
  },
  {
    id: 'reset-token-cut-short',
    does: 'the token in the link of a reset mail is cut by a line break',
    breaks: ['RESET-12', 'RESET-15', 'RESET-19'],
    change: service('resetLink', (link) => (customer, template) => link(customer, template).slice(0, -12)),
  },
  {
    id: 'reset-link-of-before',
    does: 'the link of a reset mail has only the token, as before 2.4.3-p2',
    breaks: ['RESET-13', 'RESET-14', 'RESET-19'],
    origin: '2.4.3-p1',
    change: rule('resetLink', 'token'),
  },
  {
    id: 'reset-link-names-another',
    does: 'the link of a reset mail names another customer',
    breaks: ['RESET-13'],
    change: service('resetLink', (link) => (customer, template) => link({ ...customer, id: 1 }, template)),
  },
  {
    id: 'reset-link-of-another',
    does: 'a reset mail contains the complete link of another customer',
    breaks: ['RESET-13', 'RESET-15', 'RESET-19'],
    change: service('resetLink', (link, shop) => (customer, template) => {
      const others = [...shop.store.customers.values()].filter(({ id, resetToken }) => id !== customer.id && resetToken)
      return link(others.at(-1) ?? customer, template)
    }),
  },
  {
    id: 'reset-link-of-a-single-page-app',
    does: 'the link of a reset mail leads to a custom page',
    breaks: ['RESET-14', 'RESET-19'],
    change: service(
      'resetLink',
      (link) => (customer, template) =>
        link(customer, template).replace('/customer/account/createPassword/', '/reset/'),
    ),
  },
  {
    id: 'stale-reset-link',
    does: 'a reset mail is written before its token is generated, so its link is invalid',
    breaks: ['RESET-15', 'RESET-19'],
    change: operation('password.initiate', (call, inner, shop) => {
      const answer = inner(call)
      const customer = customerOf(shop, call)
      if (answer === true && customer) shop.services.issueResetToken(customer)
      return answer
    }),
  },
  {
    id: 'older-links-live-on',
    does: 'every link that was ever sent stays valid',
    breaks: ['RESET-17', 'RESET-20', 'RESET-32', 'RESET-33', 'RESET-39', 'RESET-40'],
    change: (shop) => {
      const issued = rememberingTokens(shop)
      service('resetTokenMatches', () => (customer, token) => issued.get(token) === customer)(shop)
    },
  },
  {
    id: 'first-link-wins',
    does: 'a new request repeats the pending link and stores no new token',
    breaks: ['RESET-20'],
    change: service('issueResetToken', (issue) => (customer) => {
      const { resetToken, resetTokenAt } = customer
      const token = issue(customer)
      if (resetToken) Object.assign(customer, { resetToken, resetTokenAt })
      return token
    }),
  },
  {
    id: 'mail-to-unknown',
    does: 'an unknown e-mail gets a mail that says there is no account',
    breaks: ['RESET-18', 'RESET-19', 'RESET-68'],
    change: refusing('password.initiate', 404, (call, refusal, shop) => {
      shop.services.sendMail(String(call.arguments.email), 'You have no account', '<p>You have no account.</p>')
      throw refusal
    }),
  },
  {
    id: 'reminder-without-link',
    does: 'a reminder mail contains no link',
    breaks: ['RESET-19', 'RESET-68'],
    change: service(
      'sendReset',
      (send, shop) => (customer, template) =>
        template === 'email_reminder'
          ? shop.services.sendMail(customer.email, 'Your account', '<p>You have an account.</p>')
          : send(customer, template),
    ),
  },
  {
    id: 'reset-sends-the-welcome-mail',
    does: 'a reset request sends the welcome mail in place of the reset mail',
    breaks: ['RESET-13', 'RESET-14', 'RESET-19'],
    change: service('sendReset', (_, shop) => (customer) => shop.services.sendWelcome(customer)),
  },
])
