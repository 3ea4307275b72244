import { operation, service, together } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import { type Call, type Change, Refusal, type Shop } from '../../reference/index.ts'
import { isRevocation, now, tokenOf } from './revoke-changes.faults.ts'

/** True if a request's token is valid except for its revocation. */
function isRevoked(shop: Shop, call: Call): boolean {
  const claims = shop.services.verifyToken(tokenOf(call))
  return claims !== undefined && shop.services.isTokenRevoked({ type: 'customer', id: claims.uid }, claims)
}

/** Ignores the revocation for some requests. */
const forgettingOn =
  (forgets: (call: Call) => boolean): Change =>
  (shop) => {
    const { currentUser, isTokenRevoked } = shop.services
    shop.services.currentUser = (call) => {
      if (forgets(call)) shop.services.isTokenRevoked = () => false
      try {
        return currentUser(call)
      } finally {
        shop.services.isTokenRevoked = isTokenRevoked
      }
    }
  }

export const revokedTokenFaults = faults([
  {
    id: 'revoked-revokes',
    does: 'a revoked token can revoke again',
    breaks: ['REVOKE-09'],
    change: forgettingOn(isRevocation),
  },
  {
    id: 'revoked-reads-addresses',
    does: 'a revoked token still reads the default addresses',
    breaks: ['REVOKE-15'],
    change: forgettingOn(({ path }) => path.endsWith('Address')),
  },
  {
    id: 'revoked-updates',
    does: 'a revoked token still changes the profile',
    breaks: ['REVOKE-15'],
    change: forgettingOn(({ method, path }) => method === 'PUT' && path.endsWith('/customers/me')),
  },
  {
    id: 'revoked-changes-the-password',
    does: 'a revoked token still changes the password',
    breaks: ['REVOKE-15'],
    change: forgettingOn(({ path }) => path.endsWith('/me/password')),
  },
  {
    id: 'revoked-closes-anonymous',
    does: 'a revoked token is rejected on public routes',
    breaks: ['REVOKE-10'],
    change: operation('email.available', (call, inner, shop) => {
      if (isRevoked(shop, call)) throw new Refusal(401, 'The token was revoked.')
      return inner(call)
    }),
  },
  {
    id: 'revoked-for-a-while',
    does: 'new tokens of the customer are rejected for a minute after a revocation',
    breaks: ['REVOKE-11'],
    change: service('revokeTokens', (_, shop) => (user) => {
      shop.store.revocations.set(`${user.type}:${user.id}`, now(shop) + 60)
    }),
  },
  {
    id: 'revoked-for-ever',
    does: 'all later tokens of the customer are rejected after a revocation',
    breaks: ['REVOKE-11'],
    change: service('revokeTokens', (_, shop) => (user) => {
      shop.store.revocations.set(`${user.type}:${user.id}`, Number.POSITIVE_INFINITY)
    }),
  },
  {
    id: 'login-clears-revocation',
    does: 'a new login makes the customer’s revoked tokens valid again',
    breaks: ['REVOKE-12'],
    change: service('issueToken', (issue, shop) => (user) => {
      shop.store.revocations.delete(`${user.type}:${user.id}`)
      return issue(user)
    }),
  },
  {
    id: 'email-change-logs-out',
    does: 'a change of the e-mail revokes the customer’s tokens',
    breaks: ['REVOKE-13', 'PROFILE-38', 'PROFILE-41'],
    change: operation('customer.saveMe', async (call, save, shop) => {
      const before = shop.store.customers.get(call.user?.id ?? 0)?.email
      const saved = (await save(call)) as { email: string }
      if (call.user && saved.email !== before) shop.services.revokeTokens(call.user)
      return saved
    }),
  },
  {
    id: 'profile-by-first-email',
    does: 'a token is bound to the e-mail it was issued for',
    breaks: ['REVOKE-13', 'PROFILE-38', 'PROFILE-41'],
    // Tokens issued in the same second are identical, and the next login would bind the token again.
    release: '2.4.3-p2',
    change: (shop) => {
      const issuedFor = new Map<string, string>()
      together(
        service('issueToken', (issue) => (user) => {
          const token = issue(user)
          issuedFor.set(token, shop.store.customers.get(user.id)?.email ?? '')
          return token
        }),
        service('readToken', (read) => (text) => {
          const user = read(text)
          const email = issuedFor.get(text)
          return email && email !== shop.store.customers.get(user?.id ?? 0)?.email ? undefined : user
        }),
      )(shop)
    },
  },
  {
    id: 'only-the-newest-token-works',
    does: 'a login ends the customer’s earlier tokens: only the newest one works',
    breaks: [
      'TOKEN-12',
      'TOKEN-13',
      'TOKEN-14',
      'EXPIRY-01',
      'REVOKE-04',
      'RESET-37',
      'CHANGE-01',
      'LOCK-06',
      'LOCK-07',
      'LOCK-08',
      'LOCK-09',
      'PROFILE-53',
      'PROFILE-41',
    ],
    change: (shop) => {
      const newest = new Map<number, string>()
      const { issueToken, readJsonWebToken } = shop.services
      shop.services.issueToken = (user) => {
        // Tokens of one second are equal.
        shop.clock.advance(1)
        const token = issueToken(user)
        if (user.type === 'customer') newest.set(user.id, token)
        return token
      }
      shop.services.readJsonWebToken = (token) => {
        const user = readJsonWebToken(token)
        return user?.type === 'customer' && (newest.get(user.id) ?? token) !== token ? undefined : user
      }
    },
  },
  {
    id: 'tokens-issued-ahead',
    does: 'the clock of the server that issues tokens is ten minutes ahead: their `iat` is in the future',
    breaks: ['REVOKE-06', 'REVOKE-07', 'REVOKE-15', 'REVOKE-09', 'REVOKE-12', 'TOKEN-06'],
    change: service('signToken', (sign) => (claims) => {
      const { iat, exp, ...others } = claims as Record<string, number>
      return sign({ ...others, iat: (iat ?? 0) + 600, exp: (exp ?? 0) + 600 })
    }),
  },
  {
    id: 'token-works-once',
    does: 'a token works for one request only',
    breaks: [
      'CREATE-27',
      'ACCESS-26',
      'ACCESS-41',
      'REVOKE-05',
      'LOCK-06',
      'LOCK-07',
      'LOCK-08',
      'LOCK-09',
      'CHANGE-01',
      'CHANGE-03',
      'CHANGE-05',
      'CHANGE-06',
      'CHANGE-07',
      'CHANGE-09',
      'ROUTE-22',
      'ROUTE-23',
      'NEG-19',
      'PROFILE-02',
      'PROFILE-03',
      'PROFILE-08',
      'PROFILE-09',
      'PROFILE-11',
      'PROFILE-12',
      'PROFILE-13',
      'PROFILE-14',
      'PROFILE-16',
      'PROFILE-19',
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
      'PROFILE-38',
      'PROFILE-41',
      'PROFILE-43',
      'PROFILE-44',
      'PROFILE-45',
      'PROFILE-46',
      'PROFILE-47',
      'PROFILE-49',
      'DEFAULT-02',
      'DEFAULT-03',
      'ADMIN-02',
      'PROFILE-57',
    ],
    change: (shop) => {
      const used = new Set<string>()
      const { bearer } = shop.services
      shop.services.bearer = (call) => {
        const user = bearer(call)
        const token = String(call.headers.authorization)
        const isUsed = user?.type === 'customer' && used.has(token)
        used.add(token)
        return isUsed ? undefined : user
      }
    },
  },
])
