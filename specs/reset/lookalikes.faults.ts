import { createHash } from 'node:crypto'
import { answers, operation, service } from '../../faults/change.ts'
import { setPassword } from '../../faults/changes/passwords.ts'
import { jsonOf } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'
import { type Call, type Change, type Customer, Refusal, type Shop } from '../../reference/index.ts'
import { withoutStorefrontLogin } from '../shared/broken-together.ts'

/** What stands in the body under a name, before it is bound. */
const sent = ({ body }: Call, name: string): unknown =>
  (jsonOf({ body }) as Record<string, unknown> | undefined)?.[name]

const named = (call: Call, shop: Shop) => shop.services.findCustomer(String(call.arguments.username ?? ''), 1)

/** Logs in without a look at the password when a condition holds. */
const unchecked = (holds: (call: Call) => boolean): Change =>
  operation('token.create', (call, login, shop) => {
    const known = named(call, shop)
    return known && holds(call) ? shop.services.issueToken({ type: 'customer', id: known.id }) : login(call)
  })

/** Takes something from the account after an operation has gone well. */
const losing = (name: string, whose: (call: Call, shop: Shop) => Customer | undefined): Change =>
  operation(name, (call, inner, shop) => {
    const answer = inner(call)
    const customer = whose(call, shop)
    if (customer) Object.assign(customer, { addresses: [], default_billing: undefined, default_shipping: undefined })
    return answer
  })

/** Puts the newest reset token into a header of an operation's answer. */
const tellingToken = (name: string): Change =>
  answers(
    ({ route }, { status }) => route?.operation === name && status === 200,
    ({ headers }, { arguments: { email, customer } }) => ({
      headers: [...headers, ['X-Debug', String(newest.get(String(email ?? (customer as Customer).email)))]],
    }),
  )
const newest = new Map<string, string>()
const remembering: Change = service('issueResetToken', (issue) => (customer) => {
  const token = issue(customer)
  newest.set(customer.email, token)
  return token
})

export const lookalikeFaults = faults([
  {
    id: 'no-password-is-told',
    does: 'a login to an account without a password is told so',
    breaks: ['CREATE-11'],
    change: operation('token.create', (call, login, shop) => {
      const known = named(call, shop)
      if (known && !known.passwordHash) throw new Refusal(401, 'Choose a password first.')
      return login(call)
    }),
  },
  {
    id: 'group-by-attribute-when-registering',
    does: 'a visitor chooses a customer group as a custom attribute',
    breaks: ['CREATE-44'],
    change: operation('customer.create', (call, create, shop) => {
      const answer = create(call) as { id: number }
      const { custom_attributes: list } = (call.input.customer ?? {}) as { custom_attributes?: unknown }
      const group = Array.isArray(list) ? list.find(({ attribute_code }) => attribute_code === 'group_id') : undefined
      if (!group) return answer
      shop.services.customerById(answer.id).group_id = group.value
      return { ...answer, group_id: group.value }
    }),
  },
  {
    id: 'reset-link-to-the-host-of-a-header',
    does: 'the links of reset mails alone lead to the host that the header X-Forwarded-Host names',
    breaks: ['RESET-68'],
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
    id: 'email-by-pattern',
    does: 'a login looks its e-mail up with LIKE: a percent sign stands for anything',
    breaks: ['TOKEN-34'],
    change: service('findCustomer', (find, shop) => (email, website) => {
      const [start, end] = email.split('%')
      if (end === undefined) return find(email, website)
      const fits = (known: Customer) => known.email.startsWith(start ?? '') && known.email.endsWith(end)
      return [...shop.store.customers.values()].find(fits)
    }),
  },
  {
    id: 'true-is-any-password',
    does: 'a password of true logs in: the comparison is loose',
    breaks: ['TOKEN-35'],
    change: unchecked((call) => sent(call, 'password') === true),
  },
  {
    id: 'xml-logs-in-unchecked',
    does: 'a login in XML goes past the check of the password',
    breaks: ['TOKEN-36', 'LOCK-12'],
    change: unchecked(({ headers }) => /xml/.test(headers['content-type'] ?? '')),
  },
  {
    id: 'reset-token-by-pattern',
    does: 'a reset token is looked up with LIKE: underscores fit any',
    breaks: ['RESET-29', 'RESET-30', 'RESET-31', 'RESET-33', 'RESET-37', 'RESET-66'],
    change: service('resetTokenMatches', (matches) => (customer, token) => {
      return matches(customer, token) || (customer.resetToken !== undefined && /^_{32}$/.test(token))
    }),
  },
  {
    id: 'true-is-any-reset-token',
    does: 'a reset token of true sets the password: the comparison is loose',
    breaks: ['RESET-30', 'RESET-66'],
    change: operation('password.reset', (call, reset, shop) => {
      const { email, newPassword } = call.arguments as { email: string; newPassword: string }
      const known = shop.services.findCustomer(email, 1)
      if (!known || sent(call, 'resetToken') !== true) return reset(call)
      setPassword(shop, known, newPassword)
      return true
    }),
  },
  {
    id: 'reset-takes-endless-passwords',
    does: 'a reset takes a password of more than 256 characters',
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
    id: 'reset-token-is-a-hash',
    does: 'a reset token is the hash of the customer’s id and the number of the request',
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
    does: 'the links of mails lead to the host that the header X-Forwarded-Host names',
    breaks: ['RESET-62', 'RESET-68'],
    change: (shop) => {
      const { handle, baseUrl } = shop
      shop.handle = async (request) => {
        const host = request.headers['x-forwarded-host']
        shop.baseUrl = host ? `https://${host}` : baseUrl
        const answer = await handle(request)
        shop.baseUrl = baseUrl
        return answer
      }
    },
  },
  {
    id: 'welcome-token-in-a-header',
    does: 'the answer to a registration tells the token of the welcome mail in a header',
    breaks: ['RESET-63'],
    change: (shop) => {
      remembering(shop)
      tellingToken('customer.create')(shop)
    },
  },
  {
    id: 'reset-token-in-a-header',
    does: 'the answer to a request for a reset tells the token in a header',
    breaks: ['RESET-64'],
    change: (shop) => {
      remembering(shop)
      tellingToken('password.initiate')(shop)
    },
  },
  {
    id: 'change-deletes-addresses',
    does: 'changing the password saves the customer without the addresses, which are gone',
    breaks: ['CHANGE-19'],
    change: losing('password.change', ({ user }, shop) => shop.store.customers.get(user?.id ?? 0)),
  },
  {
    id: 'change-resets-the-group',
    does: 'changing the password puts the customer into another group',
    breaks: ['CHANGE-19'],
    change: operation('password.change', (call, change, shop) => {
      const answer = change(call)
      shop.services.customerById(call.user?.id ?? 0).group_id = 2
      return answer
    }),
  },
  {
    id: 'reset-token-in-a-cookie',
    does: 'a request for a reset starts a session that carries the token in a cookie',
    breaks: ['RESET-64'],
    change: (shop) => {
      remembering(shop)
      shop.onAnswer(({ route, arguments: { email } }, answer) => {
        if (route?.operation !== 'password.initiate' || answer.status !== 200) return undefined
        return {
          ...answer,
          headers: [...answer.headers, ['Set-Cookie', `rp_token=${newest.get(String(email))}; HttpOnly`]],
        }
      })
    },
  },
  {
    id: 'reset-deletes-addresses',
    does: 'setting the password by a link saves the customer without the addresses, which are gone',
    breaks: ['RESET-65'],
    change: losing('password.reset', (call, shop) => shop.services.findCustomer(String(call.arguments.email), 1)),
  },
  {
    id: 'gender-cleared',
    does: 'an update that leaves the gender out clears it',
    breaks: ['PROFILE-05'],
    change: operation('customer.saveMe', (call, inner, shop) => {
      const { gender } = call.arguments.customer as { gender?: number }
      const { gender: _, ...answer } = inner(call) as Record<string, unknown>
      if (gender !== undefined) return { ...answer, gender }
      Object.assign(shop.services.customerById(Number(answer.id)), { gender: undefined })
      return answer
    }),
  },
  {
    id: 'cookies-cached',
    does: 'a cache in front of the shop gives one visitor’s session to all',
    breaks: [...withoutStorefrontLogin, 'HEAD-07', 'STORE-05', 'STORE-50', 'STORE-19'],
    change: answers(
      () => true,
      ({ headers }) => ({
        headers: headers.map(([name, value]) => [name, value.replace(/PHPSESSID=\w+/, 'PHPSESSID=0123456789abcdef')]),
      }),
    ),
  },
  {
    id: 'answers-are-public',
    does: 'a proxy lets caches keep answers for a minute, in a release that forbids it with other words',
    release: '2.3.7-p4',
    breaks: ['HEAD-08', 'STORE-17'],
    change: answers(
      () => true,
      ({ headers }) => ({
        headers: headers.map(([name, value]) => [name, name === 'Cache-Control' ? 'public, max-age=60' : value]),
      }),
    ),
  },
])
