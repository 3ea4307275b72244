import { operation, service } from '../../faults/change.ts'
import { refusing, sharing } from '../../faults/changes/passwords.ts'
import { faults } from '../../faults/fault.ts'
import type { Customer } from '../../reference/index.ts'
import { welcomeLink } from '../shared/broken-together.ts'

/** The text that Magento sends if it could not compile the styles of a mail. */
const notBuilt = "<p>We're sorry, an error has occurred while generating this content.</p>"

export const mailFaults = faults([
  {
    id: 'no-welcome',
    does: 'a registration sends no welcome mail',
    breaks: ['RESET-11', 'RESET-19', 'MAIL-01', 'MAIL-14', 'MAIL-02', 'MAIL-03', 'MAIL-04', 'MAIL-09'],
    change: service('sendWelcome', () => () => true),
  },
  {
    id: 'welcomed-twice',
    does: 'a registration sends its welcome mail twice',
    breaks: ['RESET-11', 'RESET-18', 'RESET-19', 'MAIL-01', 'MAIL-04', 'MAIL-09'],
    change: service('sendWelcome', (send) => (customer) => send(customer) && send(customer)),
  },
  {
    id: 'welcome-shown-to-another',
    does: 'the welcome mail has a second recipient',
    breaks: ['RESET-11', 'RESET-19', 'MAIL-01', 'MAIL-04', 'MAIL-09'],
    change: sharing('sendWelcome'),
  },
  {
    id: 'welcome-link-names-another',
    does: 'the link of a welcome mail names another customer',
    breaks: ['MAIL-02', 'STORE-50'],
    change: service('passwordLink', (link) => (customer) => link({ ...customer, id: 1 })),
  },
  {
    id: 'welcome-link-with-short-token',
    does: 'the token in the link of a welcome mail is cut by a line break',
    breaks: [...welcomeLink, 'MAIL-02', 'MAIL-04', 'STORE-50'],
    change: service('passwordLink', (link) => (customer) => link(customer).slice(0, -12)),
  },
  {
    id: 'welcome-link-with-email',
    does: 'the link of a welcome mail also contains the e-mail',
    breaks: ['MAIL-03'],
    change: service(
      'passwordLink',
      (link) => (customer) => `${link(customer)}&email=${encodeURIComponent(customer.email)}`,
    ),
  },
  {
    id: 'welcome-without-link',
    does: 'the welcome mail of an account without a password has no link to set one',
    breaks: ['MAIL-04'],
    change: service(
      'sendWelcome',
      (send, shop) => (customer) =>
        customer.passwordHash ? send(customer) : shop.services.sendMail(customer.email, 'Welcome', '<p>Welcome.</p>'),
    ),
  },
  {
    id: 'welcome-content-not-built',
    does: 'the welcome mail of an account without a password contains a template error instead of its content',
    breaks: ['MAIL-04'],
    change: service(
      'sendWelcome',
      (send, shop) => (customer) =>
        customer.passwordHash ? send(customer) : shop.services.sendMail(customer.email, 'Welcome', notBuilt),
    ),
  },
  {
    id: 'welcome-mail-to-another',
    does: 'a welcome mail is sent to the customer who registered before',
    breaks: [...welcomeLink, 'MAIL-02', 'STORE-52'],
    change: service('sendWelcome', (send) => {
      let before: string | undefined
      return (customer) => {
        const email = before ?? customer.email
        before = customer.email
        return send({ ...customer, email })
      }
    }),
  },
  {
    id: 'welcome-link-of-another',
    does: 'a welcome mail contains the link of the account created before',
    breaks: [...welcomeLink, 'MAIL-02', 'STORE-52'],
    change: (shop) => {
      let before: Customer | undefined
      service('passwordLink', (link) => (customer) => {
        const own = link(before ?? customer)
        before = { ...customer }
        return own
      })(shop)
    },
  },
  {
    id: 'stale-welcome-link',
    does: 'the token is replaced after the welcome mail is written, so its link is invalid',
    breaks: [...welcomeLink, 'STORE-50'],
    change: service('sendWelcome', (send, shop) => (customer) => {
      const sent = send(customer)
      shop.services.issueResetToken(customer)
      return sent
    }),
  },
  {
    id: 'welcome-to-the-shop',
    does: 'the welcome mail goes to the shop’s own address',
    breaks: ['RESET-11', 'RESET-19', 'MAIL-01', 'MAIL-14', 'MAIL-02', 'MAIL-03', 'MAIL-04', 'MAIL-09'],
    change: service('sendWelcome', (send) => (customer) => send({ ...customer, email: 'support@example.com' })),
  },
  {
    id: 'no-first-password-by-link',
    does: 'a link cannot set the first password of an account without one',
    breaks: ['RESET-70', 'MAIL-05'],
    change: operation('password.reset', (call, inner, shop) => {
      const customer = shop.services.findCustomer(String(call.arguments.email), 1)
      const first = customer && !customer.passwordHash
      const answer = inner(call)
      if (first) customer.passwordHash = undefined
      return answer
    }),
  },
  {
    id: 'refused-account-is-told',
    does: 'a rejected registration still sends a mail',
    breaks: ['MAIL-06'],
    change: refusing('customer.create', 400, (call, refusal, shop) => {
      const { email } = (call.arguments.customer ?? {}) as { email?: string }
      if (email && /at least %1/.test(refusal.message)) shop.services.sendMail(email, 'Sorry', '<p>Try again.</p>')
      throw refusal
    }),
  },
  {
    id: 'owner-told-of-duplicate',
    does: 'a registration with a known e-mail sends a mail to the owner',
    breaks: ['MAIL-06'],
    change: refusing('customer.create', 400, (call, refusal, shop) => {
      const { email } = (call.arguments.customer ?? {}) as { email?: string }
      if (email && /already exists/.test(refusal.message)) shop.services.sendMail(email, 'You?', '<p>Was it you?</p>')
      throw refusal
    }),
  },
  {
    id: 'change-is-told',
    does: 'changing the password over REST sends a mail',
    breaks: ['MAIL-07'],
    change: operation('password.change', (call, inner, shop) => {
      const answer = inner(call)
      const customer = shop.store.customers.get(call.user?.id ?? 0)
      if (customer) shop.services.sendMail(customer.email, 'Your password', '<p>It has changed.</p>')
      return answer
    }),
  },
  {
    id: 'reset-is-told',
    does: 'setting a password by link sends a mail',
    breaks: ['MAIL-08'],
    change: operation('password.reset', (call, inner, shop) => {
      const answer = inner(call)
      shop.services.sendMail(String(call.arguments.email), 'Your password', '<p>It has changed.</p>')
      return answer
    }),
  },
  {
    id: 'plus-cut-off',
    does: 'the part of an e-mail after the plus is removed when mails are sent',
    breaks: ['MAIL-09'],
    change: service('sendMail', (send) => (to, subject, html) => send(to.replace(/\+[^@]*/, ''), subject, html)),
  },
  {
    id: 'plus-is-a-blank',
    does: 'mails go to an address in which the plus is a space',
    breaks: ['MAIL-09'],
    change: service('sendMail', (send) => (to, subject, html) => send(to.replaceAll('+', ' '), subject, html)),
  },
  {
    id: 'email-stored-lower-case',
    does: 'e-mails are stored in lower case',
    breaks: ['VALID-07', 'MAIL-09', 'TOKEN-37'],
    change: operation('customer.create', (call, inner) => {
      const customer = call.arguments.customer as { email?: string }
      return inner({
        ...call,
        arguments: { ...call.arguments, customer: { ...customer, email: customer.email?.toLowerCase() } },
      })
    }),
  },
])
