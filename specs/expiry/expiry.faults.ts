import { service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import { Refusal, type Shop } from '../../reference/index.ts'
import { withoutYoungerToken } from '../shared/broken-together.ts'
import { isExpired } from './expiry-changes.faults.ts'

const now = (shop: Shop) => Math.floor(shop.clock.now() / 1000)

/** Requirements about the refusal of an expired token, in every release. */
const withoutRefusal = ['EXPIRY-05', 'EXPIRY-06', 'EXPIRY-07', 'EXPIRY-13', 'EXPIRY-14', 'EXPIRY-15'] as const

/** The same from 2.4.4 on, where tokens are JSON Web Tokens. */
const withoutRefusalOfJwt = ['EXPIRY-02', 'EXPIRY-08', ...withoutRefusal] as const

/** Requirements that fail if an expired token is refused in another way than a missing token. */
const withOtherRefusal = [...withoutRefusalOfJwt, 'EXPIRY-16', 'EXPIRY-21', 'EXPIRY-23', 'EXPIRY-26'] as const

export const expiryFaults = faults([
  {
    id: 'token-dies-early',
    does: 'a token is rejected after half of its stated lifetime',
    breaks: ['EXPIRY-01', 'EXPIRY-17', 'EXPIRY-24', 'EXPIRY-27'],
    change: service(
      'isTokenExpired',
      (_, shop) =>
        ({ iat, exp }) =>
          (iat + exp) / 2 <= now(shop),
    ),
  },
  {
    id: 'lifetime-in-other-setting',
    does: 'a token is checked against the old lifetime setting, half an hour, instead of its `exp`',
    breaks: ['EXPIRY-01', 'EXPIRY-17', 'EXPIRY-24', 'EXPIRY-27'],
    change: service(
      'isTokenExpired',
      (_, shop) =>
        ({ iat }) =>
          iat + 1800 <= now(shop),
    ),
  },
  {
    id: 'exp-ignored',
    does: '`exp` of a token is not checked',
    breaks: [
      'EXPIRY-02',
      'EXPIRY-05',
      'EXPIRY-21',
      'EXPIRY-23',
      'EXPIRY-06',
      'EXPIRY-07',
      'EXPIRY-13',
      'EXPIRY-14',
      'EXPIRY-15',
      'EXPIRY-26',
    ],
    change: service('isTokenExpired', () => () => false),
  },
  {
    id: 'exp-with-leeway',
    does: 'a token is accepted for a minute after its `exp`',
    breaks: [
      'EXPIRY-02',
      'EXPIRY-05',
      'EXPIRY-21',
      'EXPIRY-23',
      'EXPIRY-06',
      'EXPIRY-07',
      'EXPIRY-13',
      'EXPIRY-14',
      'EXPIRY-15',
    ],
    change: service('isTokenExpired', (expired) => (claims) => expired({ ...claims, exp: claims.exp + 60 })),
  },
  {
    id: 'expiry-slides',
    does: 'every use of a token extends it by an hour',
    breaks: [
      'EXPIRY-02',
      'EXPIRY-05',
      'EXPIRY-21',
      'EXPIRY-06',
      'EXPIRY-07',
      'EXPIRY-13',
      'EXPIRY-14',
      'EXPIRY-15',
      'EXPIRY-27',
    ],
    change: service('isTokenExpired', (_, shop) => {
      const used = new Map<string, number>()
      return (claims) => {
        const key = JSON.stringify(claims)
        const expired = (used.get(key) ?? claims.iat) + 3600 <= now(shop)
        if (!expired) used.set(key, now(shop))
        return expired
      }
    }),
  },
  {
    id: 'opaque-token-dies-early',
    does: 'before 2.4.4 a token expires after half an hour',
    breaks: ['EXPIRY-03', 'EXPIRY-17', 'EXPIRY-22', 'EXPIRY-24', 'EXPIRY-28', 'EXPIRY-32', 'EXPIRY-33'],
    release: '2.4.3-p2',
    change: service('tokenLifetime', () => () => 1800),
  },
  {
    id: 'opaque-lifetime-in-minutes',
    does: 'before 2.4.4 the lifetime in hours is read as minutes',
    breaks: ['EXPIRY-03', 'EXPIRY-17', 'EXPIRY-22', 'EXPIRY-24', 'EXPIRY-28'],
    release: '2.4.3-p2',
    change: service('tokenLifetime', (lifetime) => (type) => lifetime(type) / 60),
  },
  {
    id: 'opaque-token-never-dies',
    does: 'before 2.4.4 a token never expires',
    breaks: [
      'EXPIRY-04',
      'EXPIRY-05',
      'EXPIRY-23',
      'EXPIRY-06',
      'EXPIRY-07',
      'EXPIRY-13',
      'EXPIRY-14',
      'EXPIRY-15',
      'EXPIRY-29',
      'EXPIRY-34',
    ],
    release: '2.4.3-p2',
    change: service('isOpaqueTokenExpired', () => () => false),
  },
  {
    id: 'opaque-token-until-cleanup',
    does: 'before 2.4.4 a token is accepted until the hourly clean-up deletes it',
    breaks: [
      'EXPIRY-04',
      'EXPIRY-05',
      'EXPIRY-23',
      'EXPIRY-06',
      'EXPIRY-07',
      'EXPIRY-13',
      'EXPIRY-14',
      'EXPIRY-15',
      'EXPIRY-29',
      'EXPIRY-34',
    ],
    release: '2.3.7-p4',
    change: service('tokenLifetime', () => () => 7200),
  },
  {
    id: 'expired-is-told',
    does: 'an expired token returns a different error',
    breaks: [...withOtherRefusal],
    change: service('authorize', (authorize, shop) => (call, access) => {
      if (access !== 'anonymous' && isExpired(shop, call)) throw new Refusal(401, 'The token has expired.')
      return authorize(call, access)
    }),
  },
  {
    id: 'first-token-for-ever',
    does: 'every login of a customer returns the first token again, even after it has expired',
    breaks: ['EXPIRY-23', 'EXPIRY-08', 'EXPIRY-12', 'EXPIRY-25', 'EXPIRY-27', 'EXPIRY-30', 'EXPIRY-31', 'REVOKE-11'],
    change: service('issueToken', (issue) => {
      const first = new Map<number, string>()
      return (user) => {
        const token = first.get(user.id) ?? issue(user)
        first.set(user.id, token)
        return token
      }
    }),
  },
  {
    id: 'lifetime-begins-anew-with-each-use',
    does: 'each use of a token prolongs it: its lifetime begins anew (or a new login of the customer does that)',
    breaks: ['EXPIRY-02', 'EXPIRY-05', 'EXPIRY-21', 'EXPIRY-06', 'EXPIRY-07', 'EXPIRY-13', 'EXPIRY-14', 'EXPIRY-15'],
    change: (shop) => {
      const used = new Map<string, number>()
      const { isTokenExpired } = shop.services
      shop.services.isTokenExpired = (claims) => {
        const { uid, iat, exp } = claims
        const end = Math.max(exp, (used.get(`${uid}:${iat}`) ?? 0) + exp - iat)
        const isOver = isTokenExpired({ ...claims, exp: end })
        if (!isOver) used.set(`${uid}:${iat}`, now(shop))
        return isOver
      }
    },
  },
  {
    id: 'login-revives',
    does: 'a new login makes the customer’s expired token valid again',
    breaks: ['EXPIRY-02', 'EXPIRY-05', 'EXPIRY-21', 'EXPIRY-06', 'EXPIRY-07', 'EXPIRY-13', 'EXPIRY-14', 'EXPIRY-15'],
    change: (shop) => {
      const last = new Map<number, number>()
      const { issueToken, isTokenExpired } = shop.services
      shop.services.issueToken = (user) => {
        last.set(user.id, now(shop))
        return issueToken(user)
      }
      shop.services.isTokenExpired = (claims) =>
        isTokenExpired({ ...claims, exp: Math.max(claims.exp, (last.get(claims.uid) ?? 0) + 3600) })
    },
  },
  {
    id: 'expired-is-forbidden',
    does: 'an expired token returns 403',
    breaks: [...withOtherRefusal, 'ERROR-07'],
    change: service('authorize', (authorize, shop) => (call, access) => {
      if (access !== 'anonymous' && isExpired(shop, call))
        throw new Refusal(403, "The consumer isn't authorized to access %resources.", { resources: access })
      return authorize(call, access)
    }),
  },
  {
    id: 'expired-ends-younger',
    does: 'a request with an expired token revokes all tokens of its customer',
    breaks: [...withoutYoungerToken],
    change: service('authorize', (authorize, shop) => (call, access) => {
      const claims = shop.services.verifyToken((call.headers.authorization ?? '').replace('Bearer ', ''))
      if (access === 'self' && claims && isExpired(shop, call))
        shop.services.revokeTokens({ type: 'customer', id: claims.uid })
      return authorize(call, access)
    }),
  },
  {
    id: 'second-login-shares-the-end',
    does: 'a customer’s newer token expires with the first one',
    breaks: [...withoutYoungerToken],
    change: (shop) => {
      const ends = new Map<number, number>()
      const { isTokenExpired } = shop.services
      shop.services.isTokenExpired = (claims) => {
        const end = ends.get(claims.uid)
        if (end === undefined || end + 60 < claims.iat) ends.set(claims.uid, claims.exp)
        return isTokenExpired({ ...claims, exp: Math.min(claims.exp, ends.get(claims.uid) ?? claims.exp) })
      }
    },
  },
])
