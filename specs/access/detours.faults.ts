import { operation, service, together } from '../../faults/change.ts'
import { hearing } from '../../faults/changes/requests.ts'
import { owner } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import type { Call, Change } from '../../reference/index.ts'
import { customer, taking } from './detour-changes.faults.ts'

/** Lets a call through for another reason than the release's. */
const admitting = (admits: (call: Call) => boolean): Change =>
  service('authorize', (authorize) => (call, access) => authorize(call, access) || admits(call))

const isGuest = ({ user }: Call) => user === undefined

const isCustomer = ({ user }: Call) => user?.type === 'customer'

const asks = (...operations: string[]) => {
  const own = /\/me(\/|$)/
  return ({ route, path }: Call) => operations.includes(route?.operation ?? '') && !own.test(path)
}

/** Answers for the customer that the query names. */
const askedFor = (name: string): Change =>
  operation(name, (call, inner) => {
    const id = Number(call.query.customerId ?? call.query.customer_id)
    if (id && call.user?.type === 'customer') call.arguments = { ...call.arguments, customerId: id }
    return inner(call)
  })

export const detourFaults = faults([
  ...[
    {
      route: 'address.read',
      id: 'guests-read-addresses',
      does: 'a guest reads any address by its id',
      breaks: ['ACCESS-32'],
    },
    {
      route: 'address.delete',
      id: 'guests-delete-addresses',
      does: 'a guest deletes any address by its id',
      breaks: ['ACCESS-32', 'ACCESS-41'],
    },
    {
      route: 'address.billing',
      id: 'guests-read-defaults',
      does: 'a guest reads any default for billing',
      breaks: ['ACCESS-32'],
    },
    {
      route: 'address.shipping',
      id: 'guests-read-shipping',
      does: 'a guest reads any default for shipping',
      breaks: ['ACCESS-32'],
    },
  ].map(({ route, ...fault }) => ({
    ...fault,
    change: admitting((call) => isGuest(call) && asks(route)(call)),
  })),
  {
    id: 'guests-change-customers',
    does: 'a guest changes any account by its id',
    breaks: ['ACCESS-32', 'ACCESS-41', 'ROUTE-15'],
    change: admitting((call) => isGuest(call) && asks('customer.save')(call)),
  },
  {
    id: 'guard-not-behind-slash',
    does: 'the guard of a proxy does not know routes with a slash behind them: customers are open there',
    breaks: ['ACCESS-33'],
    change: admitting(
      ({ path, route }) => path.endsWith('/') && /^customer\.(read|search)$/.test(route?.operation ?? ''),
    ),
  },
  {
    id: 'guard-not-for-all',
    does: 'through the store code "all" everybody lists customers',
    breaks: ['ACCESS-33'],
    change: admitting((call) => call.store.id === 0 && asks('customer.search')(call)),
  },
  {
    id: 'customer-by-header',
    does: 'the header X-Customer-Id, meant for the gateway alone, opens the profile it names',
    breaks: ['ACCESS-34'],
    change: taking(({ headers }) => customer(Number(headers['x-customer-id']))),
  },
  {
    id: 'local-callers-are-administrators',
    does: 'who says in X-Forwarded-For to come from this machine is an administrator',
    breaks: ['ACCESS-34'],
    change: taking(({ headers }) =>
      headers['x-forwarded-for'] === '127.0.0.1' ? { type: 'admin', id: 1 } : undefined,
    ),
  },
  {
    id: 'customers-log-in-as-administrators',
    does: 'a customer’s credentials give an administrator’s token',
    breaks: ['ACCESS-38'],
    change: operation('token.createAdmin', (call, inner, shop) => {
      const { username, password } = call.arguments as { username: string; password: string }
      const known = shop.services.findCustomer(username, 1)
      const right = known && password && shop.services.passwordMatches(known, password)
      return right ? shop.services.issueToken({ type: 'admin', id: 1 }) : inner(call)
    }),
  },
  ...[
    {
      route: 'address.shipping',
      id: 'customers-read-shipping',
      does: 'a customer reads anybody’s default for shipping',
      breaks: ['ACCESS-39'],
    },
    {
      route: 'confirmation.activate',
      id: 'customers-activate',
      does: 'a customer activates anybody’s account',
      breaks: ['ACCESS-39'],
    },
    {
      route: 'confirmation.resend',
      id: 'customers-resend',
      does: 'a customer has confirmation mails sent to anybody',
      breaks: ['ACCESS-39'],
    },
    {
      route: 'metadata.customer.all',
      id: 'customers-read-attributes',
      does: 'a customer reads the attributes',
      breaks: ['ACCESS-40'],
    },
  ].map(({ route, ...fault }) => ({
    ...fault,
    change: admitting((call) => isCustomer(call) && asks(route)(call)),
  })),
  {
    id: 'profile-of-the-query',
    does: 'the profile is that of the customer whom the query names',
    breaks: ['ACCESS-41'],
    change: askedFor('customer.me'),
  },
  {
    id: 'default-of-the-query',
    does: 'the default address is that of the customer whom the query names',
    breaks: ['ACCESS-41'],
    change: askedFor('address.billing'),
  },
  {
    id: 'revokes-for-the-query',
    does: 'revoking ends the tokens of the customer whom the query names',
    breaks: ['REVOKE-05', 'REVOKE-06', 'REVOKE-07', 'REVOKE-08', 'REVOKE-09'],
    change: operation('token.revoke', (call, inner, shop) => {
      const id = Number(call.query.customerId)
      if (!id) return inner(call)
      shop.services.revokeTokens({ type: 'customer', id })
      return true
    }),
  },
  {
    id: 'group-by-attribute',
    does: 'a customer chooses the own group as a custom attribute',
    breaks: ['PROFILE-23'],
    change: operation('customer.saveMe', (call, inner, shop) => {
      const stored = owner(call, shop)
      const answer = inner(call) as object
      const { custom_attributes: list } = call.input.customer as { custom_attributes?: unknown }
      const group = Array.isArray(list) ? list.find(({ attribute_code }) => attribute_code === 'group_id') : undefined
      if (!group) return answer
      stored.group_id = group.value
      return { ...answer, group_id: group.value }
    }),
  },
  {
    id: 'override-by-another-header',
    does: 'the header X-HTTP-Method turns a POST into another method',
    breaks: ['ROUTE-10'],
    change: (shop) => {
      const { handle } = shop
      shop.handle = (request) =>
        handle({ ...request, method: String(request.headers['x-http-method'] ?? request.method) })
    },
  },
  {
    id: 'closed-by-name-and-agent',
    does: 'failed logins count by name and agent: another agent guesses on',
    breaks: ['LOCK-12'],
    change: together(
      hearing('x-agent', (_, { headers }) => String(headers['user-agent'] ?? '')),
      (shop) => {
        let agent = ''
        const { currentUser, isThrottled, countFailedLogin, resetFailedLogins } = shop.services
        shop.services.currentUser = (call) => {
          agent = call.headers['x-agent'] ?? ''
          return currentUser(call)
        }
        shop.services.isThrottled = (name, type) => isThrottled(name + agent, type)
        shop.services.countFailedLogin = (name, type) => countFailedLogin(name + agent, type)
        shop.services.resetFailedLogins = (name, type) => resetFailedLogins(name + agent, type)
      },
    ),
  },
])
