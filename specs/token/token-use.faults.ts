import { answers, operation, rule, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import type { Call, Change, User } from '../../reference/index.ts'
import { withoutWholeProfile } from '../shared/broken-together.ts'

/** Remembers who logged in under the session of each login's answer, and lets that session in when it counts. */
const session =
  (counts: (call: Call) => boolean): Change =>
  (shop) => {
    const sessions = new Map<string, User>()
    const idIn = (cookies: string) => /PHPSESSID=(\w+)/.exec(cookies)?.[1] ?? ''
    shop.onAnswer((call, { headers, value }) => {
      const user = call.route?.operation === 'token.create' ? shop.services.readToken(String(value)) : undefined
      if (user) sessions.set(idIn(headers.flat().join()), user)
      return undefined
    })
    const { currentUser } = shop.services
    shop.services.currentUser = (call) =>
      currentUser(call) ?? (counts(call) ? sessions.get(idIn(call.headers.cookie ?? '')) : undefined)
  }

export const tokenUseFaults = faults([
  {
    id: 'login-sets-a-token-cookie',
    does: 'a login also sets its token as a cookie',
    breaks: ['SAFE-05'],
    change: answers(
      ({ path }, { status }) => status === 200 && /customer\/token$/.test(path),
      ({ headers, value }) => ({ headers: [...headers, ['Set-Cookie', `customer_token=${value}; path=/`]] }),
    ),
  },
  {
    id: 'profile-without-email',
    does: 'the profile has no e-mail',
    breaks: [
      'CREATE-27',
      'OBJECT-03',
      'OBJECT-04',
      'TOKEN-12',
      'TOKEN-13',
      'TOKEN-37',
      'ACCESS-41',
      'EXPIRY-01',
      'EXPIRY-23',
      'EXPIRY-24',
      'EXPIRY-12',
      'REVOKE-13',
      'RESET-65',
      'ROUTE-22',
      'WHOLE-01',
      'PROFILE-01',
      'PROFILE-16',
      'PROFILE-18',
      'PROFILE-38',
      'PROFILE-53',
      'ADMIN-02',
    ],
    change: operation('customer.me', async (call, read) => {
      const { email: _, ...rest } = (await read(call)) as Record<string, unknown>
      return rest
    }),
  },
  {
    id: 'profile-with-plain-region',
    does: 'the profile contains the region as a name instead of an object',
    breaks: [...withoutWholeProfile, 'ROUTE-22', 'PROFILE-20', 'PROFILE-47', 'PROFILE-29'],
    change: operation('customer.me', async (call, read) => {
      const customer = (await read(call)) as { addresses: { region: { region: string } }[] }
      const addresses = customer.addresses.map((address) => ({ ...address, region: address.region.region }))
      return { ...customer, addresses }
    }),
  },
  {
    id: 'one-session-a-customer',
    does: 'a login revokes the customer’s earlier token',
    breaks: [
      'TOKEN-12',
      'TOKEN-13',
      'TOKEN-14',
      'EXPIRY-03',
      'EXPIRY-22',
      'EXPIRY-28',
      'EXPIRY-32',
      'EXPIRY-33',
      'REVOKE-02',
      'LOCK-06',
      'LOCK-07',
      'LOCK-08',
      'LOCK-09',
      'RESET-37',
      'CHANGE-01',
      'PROFILE-53',
      'PROFILE-41',
    ],
    release: '2.4.3-p2',
    change: service('issueOpaqueToken', (issue, shop) => (user) => {
      shop.services.revokeTokens(user)
      return issue(user)
    }),
  },
  {
    id: 'session-counts',
    does: 'the session cookie of a login gives access to the profile',
    breaks: ['TOKEN-15'],
    change: session(({ headers }) => headers['x-requested-with'] !== undefined),
  },
  {
    id: 'session-always-counts',
    does: 'the session cookie of a login gives access to all customer routes, also without X-Requested-With',
    breaks: ['TOKEN-15'],
    change: session(() => true),
  },
  {
    id: 'no-login-through-all',
    does: 'a login through the store code "all" finds no customer',
    breaks: ['TOKEN-16', 'RESET-57'],
    origin: 'magento/magento2#29939',
    change: rule('adminStoreFallsBack', false),
  },
])
