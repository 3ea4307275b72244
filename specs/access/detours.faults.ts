import { operation, service, together } from '../../faults/change.ts'
import { hearing } from '../../faults/changes/requests.ts'
import { owner } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import type { Call, Change } from '../../reference/index.ts'
import { customer, taking } from './detour-changes.faults.ts'

/** Allows a request for another reason than the release does. */
const admitting = (admits: (call: Call) => boolean): Change =>
  service('authorize', (authorize) => (call, access) => authorize(call, access) || admits(call))

const isGuest = ({ user }: Call) => user === undefined

const isCustomer = ({ user }: Call) => user?.type === 'customer'

const asks = (...operations: string[]) => {
  const own = /\/me(\/|$)/
  return ({ route, path }: Call) => operations.includes(route?.operation ?? '') && !own.test(path)
}

/** Responds with the customer that the query names. */
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
      does: 'a guest can read any address by its id',
      breaks: ['ACCESS-32'],
    },
    {
      route: 'address.delete',
      id: 'guests-delete-addresses',
      does: 'a guest can delete any address by its id',
      breaks: ['ACCESS-32'],
    },
    {
      route: 'address.billing',
      id: 'guests-read-defaults',
      does: 'a guest can read any default billing address',
      breaks: ['ACCESS-32'],
    },
    {
      route: 'address.shipping',
      id: 'guests-read-shipping',
      does: 'a guest can read any default shipping address',
      breaks: ['ACCESS-32'],
    },
  ].map(({ route, ...fault }) => ({
    ...fault,
    change: admitting((call) => isGuest(call) && asks(route)(call)),
  })),
  {
    id: 'customers-delete-asynchronously',
    does: 'the asynchronous form of a route takes a deletion from any customer',
    breaks: ['ACCESS-43'],
    change: admitting((call) => isCustomer(call) && /\/async\//.test(call.url) && asks('customer.delete')(call)),
  },
  {
    id: 'asynchronous-routes-unchecked',
    does: 'the asynchronous form of a route checks no permission',
    breaks: ['ACCESS-43'],
    change: admitting(({ url }) => /\/async\//.test(url)),
  },
  {
    id: 'guests-change-customers',
    does: 'a guest can change any account by its id',
    breaks: ['ACCESS-32', 'ROUTE-15'],
    change: admitting((call) => isGuest(call) && asks('customer.save')(call)),
  },
  {
    id: 'guard-not-behind-slash',
    does: 'a proxy does not protect routes with a trailing slash: customers can be read there',
    breaks: ['ACCESS-33'],
    change: admitting(
      ({ path, route }) => path.endsWith('/') && /^customer\.(read|search)$/.test(route?.operation ?? ''),
    ),
  },
  {
    id: 'guard-not-for-all',
    does: 'everybody can list customers through the store code "all"',
    breaks: ['ACCESS-33'],
    change: admitting((call) => call.store.id === 0 && asks('customer.search')(call)),
  },
  {
    id: 'customer-by-header',
    does: 'the header X-Customer-Id, meant for the gateway only, opens the profile of that customer',
    breaks: ['ACCESS-34'],
    change: taking(({ headers }) => customer(Number(headers['x-customer-id']))),
  },
  {
    id: 'local-callers-are-administrators',
    does: 'a request with the local address in X-Forwarded-For gets administrator rights',
    breaks: ['ACCESS-34'],
    change: taking(({ headers }) =>
      headers['x-forwarded-for'] === '127.0.0.1' ? { type: 'admin', id: 1 } : undefined,
    ),
  },
  {
    id: 'customers-log-in-as-administrators',
    does: 'a customer’s credentials return an administrator’s token',
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
      does: 'a customer can read any default shipping address',
      breaks: ['ACCESS-39'],
    },
    {
      route: 'confirmation.activate',
      id: 'customers-activate',
      does: 'a customer can activate any account',
      breaks: ['ACCESS-39'],
    },
    {
      route: 'confirmation.resend',
      id: 'customers-resend',
      does: 'a customer can have confirmation mails sent to any address',
      breaks: ['ACCESS-39'],
    },
    {
      route: 'metadata.customer.all',
      id: 'customers-read-attributes',
      does: 'a customer can read the list of customer attributes',
      breaks: ['ACCESS-40'],
    },
  ].map(({ route, ...fault }) => ({
    ...fault,
    change: admitting((call) => isCustomer(call) && asks(route)(call)),
  })),
  {
    id: 'profile-of-the-query',
    does: 'the profile of the customer in the query string is returned',
    breaks: ['ACCESS-41'],
    change: askedFor('customer.me'),
  },
  {
    id: 'default-of-the-query',
    does: 'the default address of the customer in the query string is returned',
    breaks: ['ACCESS-41'],
    change: askedFor('address.billing'),
  },
  {
    id: 'revokes-for-the-query',
    does: 'the tokens of the customer in the query string are revoked',
    breaks: ['REVOKE-05', 'REVOKE-06', 'REVOKE-07', 'REVOKE-15', 'REVOKE-08', 'REVOKE-09'],
    change: operation('token.revoke', (call, inner, shop) => {
      const id = Number(call.query.customerId)
      if (!id) return inner(call)
      shop.services.revokeTokens({ type: 'customer', id })
      return true
    }),
  },
  {
    id: 'group-by-attribute',
    does: 'a customer can set the own group as a custom attribute',
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
    does: 'the header X-HTTP-Method changes the method of a POST',
    breaks: ['ROUTE-10'],
    change: (shop) => {
      const { handle } = shop
      shop.handle = (request) =>
        handle({ ...request, method: String(request.headers['x-http-method'] ?? request.method) })
    },
  },
  {
    id: 'closed-by-name-and-agent',
    does: 'failed logins are counted by name and user agent: another agent can guess further',
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
