import { createHash } from 'node:crypto'
import { answers, operation, service } from '../../faults/change.ts'
import { setPassword } from '../../faults/changes/passwords.ts'
import { sent } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'
import type { Change, Customer } from '../../reference/index.ts'

/** Adds the newest reset token to a header of an operation's response. */
const tellingToken = (name: string, header = (token: string): [string, string] => ['X-Debug', token]): Change =>
  answers(
    ({ route }, { status }) => route?.operation === name && status === 200,
    ({ headers }, { arguments: { email, customer } }) => ({
      headers: [...headers, header(String(newest.get(String(email ?? (customer as Customer).email))))],
    }),
  )

const asCookie = (token: string): [string, string] => ['Set-Cookie', `rp_token=${token}; HttpOnly`]

const newest = new Map<string, string>()

const remembering: Change = service('issueResetToken', (issue) => (customer) => {
  const token = issue(customer)
  newest.set(customer.email, token)
  return token
})

/** Links in the mails of these operations use the host of X-Forwarded-Host; other requests ignore that header. */
const linksToTheHost =
  (...names: string[]): Change =>
  (shop) => {
    let host: string | undefined
    for (const name of names)
      operation(name, (call, inner) => {
        host = call.headers['x-forwarded-host']
        try {
          return inner(call)
        } finally {
          host = undefined
        }
      })(shop)
    const { sendMail } = shop.services
    shop.services.sendMail = (to, subject, html) =>
      sendMail(to, subject, host ? html.replaceAll(shop.baseUrl, `https://${host}`) : html)
  }

export const resetTokenFaults = faults([
  {
    id: 'reset-link-to-the-host-of-a-header',
    does: 'the links of reset mails, and only these, use the host of the header X-Forwarded-Host',
    breaks: ['RESET-68', 'MAIL-11'],
    change: (shop) => {
      const { handle } = shop
      const { resetLink } = shop.services
      let host: unknown
      shop.handle = (request) => {
        host = request.headers['x-forwarded-host']
        return handle(request)
      }
      shop.services.resetLink = (customer, template) =>
        resetLink(customer, template).replace(shop.baseUrl, host ? `https://${host}` : shop.baseUrl)
    },
  },
  {
    id: 'reset-token-by-pattern',
    does: 'a reset token is looked up with LIKE: an underscore matches any character',
    breaks: ['RESET-66'],
    change: service('resetTokenMatches', (matches) => (customer, token) => {
      return matches(customer, token) || (customer.resetToken !== undefined && /^_{32}$/.test(token))
    }),
  },
  {
    id: 'true-is-any-reset-token',
    does: 'the reset token `true` sets the password, because the comparison is loose',
    breaks: ['RESET-66'],
    change: operation('password.reset', (call, reset, shop) => {
      const { email, newPassword } = call.arguments as { email: string; newPassword: string }
      const known = shop.services.findCustomer(email, 1)
      if (!known || sent(call, 'resetToken') !== true) return reset(call)
      setPassword(shop, known, newPassword)
      return true
    }),
  },
  {
    id: 'reset-token-is-a-hash',
    does: 'a reset token is a hash of the customer’s id and the request’s number',
    breaks: ['RESET-61'],
    change: service('issueResetToken', (issue) => {
      let count = 0
      return (customer) => {
        issue(customer)
        customer.resetToken = createHash('md5').update(`${customer.id}-${++count}`).digest('hex')
        return customer.resetToken
      }
    }),
  },
  {
    id: 'link-to-the-host-of-a-header',
    does: 'the links of mails use the host of the header X-Forwarded-Host',
    breaks: ['RESET-62', 'RESET-68', 'MAIL-11'],
    change: linksToTheHost('customer.create', 'confirmation.resend', 'password.initiate'),
  },
  {
    id: 'welcome-token-in-a-header',
    does: 'the response to a registration contains the welcome mail’s token in a header',
    breaks: ['RESET-63'],
    change: (shop) => {
      remembering(shop)
      tellingToken('customer.create')(shop)
    },
  },
  {
    id: 'reset-token-in-a-header',
    does: 'the response to a reset request contains the token in a header',
    breaks: ['RESET-64'],
    change: (shop) => {
      remembering(shop)
      tellingToken('password.initiate')(shop)
    },
  },
  {
    id: 'reset-token-in-a-cookie',
    does: 'the response to a reset request sets a cookie with the token',
    breaks: ['RESET-64'],
    change: (shop) => {
      remembering(shop)
      tellingToken('password.initiate', asCookie)(shop)
    },
  },
  {
    id: 'welcome-token-in-a-cookie',
    does: 'the response to a registration sets a cookie with the welcome mail’s token',
    breaks: ['RESET-63'],
    change: (shop) => {
      remembering(shop)
      tellingToken('customer.create', asCookie)(shop)
    },
  },
  {
    id: 'one-token-a-start',
    does: 'every link has the token that was made up when the shop was started',
    breaks: ['RESET-20', 'RESET-22', 'RESET-23', 'RESET-58'],
    change: service('issueResetToken', (issue) => (customer) => {
      issue(customer)
      customer.resetToken = 'Zx7Kq2Lm9Vt4Rw8Np3Hs6Yb5Jd1Gc0Qz'
      return customer.resetToken
    }),
  },
  {
    id: 'welcome-link-to-the-host-of-a-header',
    does: 'the links of welcome mails, and only these, use the host of the header X-Forwarded-Host',
    breaks: ['RESET-62', 'MAIL-11'],
    change: linksToTheHost('customer.create'),
  },
  {
    id: 'one-token-for-all',
    does: 'every account gets the same token in its link',
    breaks: ['RESET-20', 'RESET-22', 'RESET-23', 'RESET-58', 'RESET-61'],
    change: service('issueResetToken', (issue) => (customer) => {
      issue(customer)
      customer.resetToken = 'a'.repeat(32)
      return customer.resetToken
    }),
  },
])
