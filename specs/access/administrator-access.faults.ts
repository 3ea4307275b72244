import { answers, operation, service, together } from '../../faults/change.ts'
import { openTo } from '../../faults/changes/passwords.ts'
import { faults } from '../../faults/fault.ts'
import { type Call, type Operation, Refusal } from '../../reference/index.ts'
import { type Access, isOperation } from './access-changes.faults.ts'

/** Refuses a request that the release accepts. */
const close = (mayNot: (call: Call, access: Access) => boolean) =>
  service('authorize', (authorize) => (call, access) => !mayNot(call, access) && authorize(call, access))

export const administratorAccessFaults = faults([
  {
    id: 'administrator-reads-nobody',
    does: 'an administrator cannot read a customer by id',
    breaks: ['ACCESS-28', 'ADMIN-05', 'ADMIN-06', 'ADMIN-07', 'ADMIN-25', 'ADMIN-26', 'ADMIN-34'],
    change: close((call) => call.user?.type === 'admin' && isOperation(call, 'customer.read')),
  },
  {
    id: 'administrator-reads-another',
    does: 'an administrator’s request for a customer by id returns the first customer of the shop',
    breaks: [
      'ACCESS-28',
      'SAFE-04',
      'ADMIN-05',
      'ADMIN-06',
      'ADMIN-25',
      'ADMIN-26',
      'ADMIN-39',
      'ADMIN-43',
      'ADMIN-34',
    ],
    change: operation('customer.read', (call, read, { store }) => {
      const [first] = store.customers.keys()
      return read({ ...call, arguments: { ...call.arguments, customerId: first } })
    }),
  },
  {
    id: 'administrator-at-home',
    does: 'an administrator’s request for `customers/me` causes an internal error',
    breaks: ['ACCESS-29'],
    change: answers(
      (call) => call.user?.type === 'admin' && isOperation(call, 'customer.me'),
      () => ({ status: 500, value: { message: 'Internal Error. Report ID: webapi-0123456789abc' } }),
    ),
  },
  {
    id: 'deleted-customer-not-found',
    does: 'the token of a deleted customer is accepted and returns 404',
    breaks: ['ACCESS-30'],
    change: together(
      service('userExists', () => () => true),
      operation('customer.delete', async (call, remove, shop) => {
        const { revokeTokens } = shop.services
        shop.services.revokeTokens = () => {}
        try {
          return await remove(call)
        } finally {
          shop.services.revokeTokens = revokeTokens
        }
      }),
      service('customerMayUseStore', (may, shop) => (id, store) => !shop.store.customers.has(id) || may(id, store)),
    ),
  },
  {
    id: 'deleted-customer-from-cache',
    does: 'the token of a deleted customer returns the profile from a cache',
    breaks: ['ACCESS-30', 'WHOLE-01', 'HEAD-06'],
    change: (shop) => {
      const profiles = new Map<number, unknown>()
      together(
        operation('customer.me', async (call, read) => {
          const id = call.arguments.customerId as number
          const profile = shop.store.customers.has(id) ? await read(call) : profiles.get(id)
          profiles.set(id, profile)
          return profile
        }),
        service('userExists', () => () => true),
        service(
          'isTokenRevoked',
          (inner) => (user, claims) => shop.store.customers.has(user.id) && inner(user, claims),
        ),
        service('customerMayUseStore', (may) => (id, store) => !shop.store.customers.has(id) || may(id, store)),
      )(shop)
    },
  },
  {
    id: 'deleted-customer-told',
    does: 'the login of a deleted customer returns an error that the account was deleted',
    breaks: ['ACCESS-31', 'ADMIN-35'],
    change: (shop) => {
      const deleted = new Set<string>()
      together(
        operation('customer.delete', (call, remove) => {
          deleted.add(shop.store.customers.get(Number(call.arguments.customerId))?.email ?? '')
          return remove(call)
        }),
        operation('token.create', (call, login) => {
          if (deleted.has(String(call.arguments.username))) throw new Refusal(401, 'This account was deleted.')
          return login(call)
        }),
      )(shop)
    },
  },
  {
    id: 'deleted-customer-logs-in',
    does: 'a deleted customer can still log in',
    breaks: ['ACCESS-31', 'ADMIN-35'],
    change: (shop) => {
      const deleted = new Map<string, number>()
      together(
        operation('customer.delete', (call, inner) => {
          const customer = shop.store.customers.get(Number(call.params.customerId))
          if (customer) deleted.set(customer.email, customer.id)
          return inner(call)
        }),
        operation('token.create', (call, inner) => {
          const id = deleted.get(String(call.arguments.username))
          return id === undefined ? inner(call) : shop.services.issueToken({ type: 'customer', id })
        }),
      )(shop)
    },
  },
  {
    id: 'read-by-id-for-every-customer',
    does: 'the route that reads a customer by id asks for the permission `self`: every customer reads any account',
    breaks: [
      'ACCESS-15',
      'ACCESS-16',
      'ACCESS-20',
      'ACCESS-28',
      'ACCESS-33',
      'ROUTE-15',
      'ADMIN-05',
      'ADMIN-06',
      'ADMIN-07',
      'ADMIN-25',
      'ADMIN-26',
      'ADMIN-34',
    ],
    change: together(openTo('customer.read', 'self'), (shop) => {
      const read = shop.operations['customer.read'] as Operation
      shop.operations['customer.read'] = (call) =>
        read({ ...call, arguments: { customerId: Number.parseInt(call.params.customerId ?? '', 10) || 0 } })
    }),
  },
])
