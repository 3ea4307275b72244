import { answers, operation, rule, service, together } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import { type Call, Refusal, type Shop } from '../../reference/index.ts'
import { type Access, isOperation } from './access-changes.faults.ts'

const unauthorized = (resources: string) =>
  new Refusal(401, "The consumer isn't authorized to access %resources.", { resources })

/** Accepts a request that the release refuses. */
const open = (may: (call: Call, access: Access, shop: Shop) => boolean) =>
  service('authorize', (authorize, shop) => (call, access) => may(call, access, shop) || authorize(call, access))

const isCustomer = ({ user }: Call) => user?.type === 'customer'

/** Allows the pages of every site to read responses with the visitor's cookies (CORS). */
const readableFromAnySite = (is: (call: Call) => boolean) =>
  answers(
    (call) => call.method === 'GET' && call.headers.origin !== undefined && is(call),
    ({ headers }, call) => ({
      headers: [
        ...headers,
        ['Access-Control-Allow-Origin', call.headers.origin ?? ''],
        ['Access-Control-Allow-Credentials', 'true'],
      ],
    }),
  )

export const accessFaults = faults([
  {
    id: 'any-site-with-credentials',
    does: 'the shop lets the pages of every site read its answers with the cookies of the visitor',
    breaks: ['ACCESS-42'],
    change: readableFromAnySite(() => true),
  },
  {
    id: 'profile-for-any-site',
    does: 'the profile, and nothing else, can be read by the pages of every site with the cookies of the visitor',
    breaks: ['ACCESS-42'],
    change: readableFromAnySite((call) => isOperation(call, 'customer.me')),
  },
  {
    id: 'own-record-by-id',
    does: 'a customer can read the own account by its id',
    breaks: ['ACCESS-15'],
    change: open(
      (call) =>
        isCustomer(call) && isOperation(call, 'customer.read') && Number(call.params.customerId) === call.user?.id,
    ),
  },
  {
    id: 'any-record-by-id',
    does: 'a customer can read any account by its id',
    breaks: ['ACCESS-15', 'ACCESS-16'],
    change: open((call) => isCustomer(call) && isOperation(call, 'customer.read')),
  },
  {
    id: 'any-token-is-enough',
    does: 'administrative routes require a token only, not a permission',
    breaks: [
      'ACCESS-43',
      'ACCESS-15',
      'ACCESS-16',
      'ACCESS-17',
      'ACCESS-18',
      'ACCESS-19',
      'ACCESS-21',
      'ACCESS-25',
      'ACCESS-33',
      'ACCESS-39',
      'ACCESS-40',
      'CONFIRM-03',
      'ROUTE-23',
      'ADMIN-01',
      'ADMIN-02',
    ],
    change: open((call) => isCustomer(call)),
  },
  {
    id: 'customers-list-customers',
    does: 'a customer can list all customers',
    breaks: ['ACCESS-17', 'ACCESS-33'],
    change: open((call) => isCustomer(call) && isOperation(call, 'customer.search')),
  },
  {
    id: 'customers-change-customers',
    does: 'a customer can change any other customer',
    breaks: ['ACCESS-18', 'ADMIN-02'],
    change: open((call) => isCustomer(call) && isOperation(call, 'customer.save')),
  },
  {
    id: 'customers-delete-customers',
    does: 'a customer can delete any other customer',
    breaks: ['ACCESS-43', 'ACCESS-19', 'ACCESS-21', 'ROUTE-23'],
    change: open((call) => isCustomer(call) && isOperation(call, 'customer.delete')),
  },
  {
    id: 'guests-read-customers',
    does: 'a guest can read any account by its id',
    breaks: ['ACCESS-15', 'ACCESS-16', 'ACCESS-20', 'ACCESS-33', 'ROUTE-15'],
    change: open((call) => isOperation(call, 'customer.read')),
  },
  {
    id: 'guests-list-customers',
    does: 'a guest can list all customers',
    breaks: ['ACCESS-14', 'ACCESS-17', 'ACCESS-20', 'ACCESS-33', 'EXPIRY-16', 'SAFE-04'],
    change: open((call) => isOperation(call, 'customer.search')),
  },
  {
    id: 'guests-delete-customers',
    does: 'a guest can delete any customer',
    breaks: ['ACCESS-20', 'ACCESS-21', 'ROUTE-16'],
    change: open((call) => !call.user && isOperation(call, 'customer.delete')),
  },
  {
    id: 'deletion-by-managers',
    does: 'deleting a customer requires the permission to manage customers',
    breaks: ['ACCESS-21', 'ROUTE-16', 'ROUTE-23'],
    origin: '2.4.0',
    change: rule('deleteHasOwnResource', false),
  },
  {
    id: 'bad-token-closes-all',
    does: 'an invalid token is rejected on all routes, also on public ones',
    breaks: ['CREATE-30', 'TOKEN-32', 'ACCESS-22', 'EXPIRY-10', 'EXPIRY-11', 'REVOKE-10'],
    change: together(
      ...['email.available', 'customer.create', 'token.create'].map((name) =>
        operation(name, (call, inner) => {
          if (call.headers.authorization && !call.user) throw unauthorized('self')
          return inner(call)
        }),
      ),
    ),
  },
  {
    id: 'only-guests-ask-for-email',
    does: 'a customer with a token cannot ask whether an e-mail is available',
    breaks: ['ACCESS-23'],
    change: operation('email.available', (call, inner) => {
      if (isCustomer(call)) throw new Refusal(400, 'You are logged in.')
      return inner(call)
    }),
  },
  {
    id: 'store-sharing-too-early',
    does: 'before 2.4.1 a token is rejected on the store code "all"',
    breaks: ['ACCESS-24'],
    release: '2.4.0-p1',
    change: rule('storeSharing', true),
  },
  {
    id: 'any-store-for-tokens',
    does: 'a token is accepted on every store code',
    breaks: ['ACCESS-25'],
    origin: 'magento/magento2#26089',
    change: rule('storeSharing', false),
  },
  {
    id: 'all-for-tokens',
    does: 'a token is accepted on the store code "all"',
    breaks: ['ACCESS-25'],
    origin: '2.3.7-p4',
    change: service('customerMayUseStore', (may) => (customer, store) => store === 0 || may(customer, store)),
  },
  {
    id: 'denied-is-logged-out',
    does: 'a forbidden request revokes the customer’s token',
    breaks: ['ACCESS-26', 'ACCESS-41', 'ROUTE-23', 'ADMIN-02'],
    change: service('authorize', (authorize, shop) => (call, access) => {
      const allowed = authorize(call, access)
      if (!allowed && call.user && isCustomer(call)) shop.services.revokeTokens(call.user)
      return allowed
    }),
  },
  {
    id: 'refused-token-ends-sessions',
    does: 'a rejected token, even a forged one, revokes all tokens of the customer named in it',
    breaks: ['ACCESS-05', 'ACCESS-26', 'ACCESS-41', 'EXPIRY-17', 'EXPIRY-23', 'EXPIRY-08', 'EXPIRY-12', 'EXPIRY-27'],
    change: service('readJsonWebToken', (read, { services }) => (token) => {
      const user = read(token)
      const uid = /"uid":(\d+)/.exec(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())?.[1]
      if (!user && uid) services.revokeTokens({ type: 'customer', id: Number(uid) })
      return user
    }),
  },
])
