import { answers, operation, rule, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import type { Call, Change, User } from '../../reference/index.ts'
import { withoutWholeProfile } from '../shared/broken-together.ts'

/** Stores the customer with the session of each login response, and accepts that session later. */
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
    id: 'login-sets-an-encoded-token-cookie',
    does: 'a login also sets its token as a cookie, in base64',
    breaks: ['SAFE-05'],
    change: answers(
      ({ path }, { status }) => status === 200 && /customer\/token$/.test(path),
      ({ headers, value }) => {
        const kept = Buffer.from(JSON.stringify({ token: value })).toString('base64')
        return { headers: [...headers, ['Set-Cookie', `auth=${encodeURIComponent(kept)}; path=/`]] }
      },
    ),
  },
  {
    id: 'login-remembers-the-email',
    does: 'a login sets a cookie with the e-mail of the customer',
    breaks: ['SAFE-06'],
    change: answers(
      ({ path }, { status }) => status === 200 && /customer\/token$/.test(path),
      ({ headers }, call) => {
        const email = encodeURIComponent(String(call.arguments.username))
        return { headers: [...headers, ['Set-Cookie', `last_login=${email}; path=/; HttpOnly; SameSite=Lax`]] }
      },
    ),
  },
  {
    id: 'token-encoded-twice',
    does: 'a login returns its token encoded as JSON twice: the quotes are part of the token',
    breaks: [
      'CREATE-27',
      'OBJECT-03',
      'OBJECT-04',
      'OBJECT-05',
      'TOKEN-03',
      'TOKEN-04',
      'TOKEN-05',
      'TOKEN-06',
      'TOKEN-07',
      'TOKEN-08',
      'TOKEN-09',
      'TOKEN-11',
      'TOKEN-12',
      'TOKEN-13',
      'TOKEN-14',
      'TOKEN-37',
      'ACCESS-05',
      'ACCESS-26',
      'ACCESS-30',
      'ACCESS-41',
      'EXPIRY-01',
      'EXPIRY-17',
      'EXPIRY-19',
      'EXPIRY-20',
      'EXPIRY-23',
      'EXPIRY-24',
      'EXPIRY-08',
      'EXPIRY-12',
      'EXPIRY-25',
      'EXPIRY-27',
      'EXPIRY-30',
      'EXPIRY-31',
      'REVOKE-04',
      'REVOKE-05',
      'REVOKE-08',
      'REVOKE-11',
      'LOCK-06',
      'LOCK-07',
      'LOCK-08',
      'LOCK-09',
      'RESET-37',
      'CHANGE-01',
      'CHANGE-03',
      'CHANGE-05',
      'CHANGE-06',
      'CHANGE-07',
      'CHANGE-09',
      'CONFIRM-04',
      'NEG-18',
      'BIND-27',
      'PROFILE-01',
      'PROFILE-03',
      'PROFILE-07',
      'PROFILE-08',
      'PROFILE-09',
      'PROFILE-11',
      'PROFILE-12',
      'PROFILE-13',
      'PROFILE-14',
      'PROFILE-16',
      'PROFILE-17',
      'PROFILE-18',
      'PROFILE-19',
      'PROFILE-20',
      'PROFILE-54',
      'PROFILE-22',
      'PROFILE-23',
      'PROFILE-25',
      'PROFILE-26',
      'PROFILE-28',
      'PROFILE-29',
      'PROFILE-30',
      'PROFILE-33',
      'PROFILE-35',
      'PROFILE-36',
      'PROFILE-37',
      'PROFILE-42',
      'PROFILE-43',
      'PROFILE-44',
      'PROFILE-45',
      'PROFILE-46',
      'PROFILE-47',
      'PROFILE-48',
      'PROFILE-49',
      'PROFILE-50',
      'DEFAULT-01',
      'DEFAULT-02',
      'DEFAULT-03',
      'ADMIN-02',
      'PROFILE-57',
    ],
    change: operation('token.create', async (call, login) => JSON.stringify(await login(call))),
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
