import { randomUUID } from 'node:crypto'
import { answers, rule, service, together } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import { claimed, headed, opaque } from './token-changes.faults.ts'

export const tokenFormFaults = faults([
  {
    id: 'token-as-text',
    does: 'a token is returned as HTML instead of JSON',
    breaks: [
      'POLICY-07',
      'POLICY-18',
      'TOKEN-01',
      'TOKEN-14',
      'TOKEN-16',
      'TOKEN-38',
      'TOKEN-39',
      'TOKEN-18',
      'TOKEN-21',
      'TOKEN-31',
      'TOKEN-32',
      'EXPIRY-12',
      'REVOKE-11',
      'LOCK-01',
      'LOCK-02',
      'LOCK-10',
      'LOCK-11',
      'RESET-02',
      'RESET-15',
      'RESET-30',
      'RESET-31',
      'RESET-70',
      'RESET-45',
      'RESET-46',
      'RESET-59',
      'CHANGE-01',
      'CHANGE-04',
      'CHANGE-20',
      'CHANGE-18',
      'MAIL-05',
      'NEG-18',
      'HEAD-01',
      'PROFILE-40',
      'PROFILE-53',
      'ADMIN-43',
      'STORE-52',
    ],
    change: answers(
      ({ route }, { status }) => route?.operation === 'token.create' && status === 200,
      ({ headers }) => ({
        headers: headers.map(([name, value]) => [name, name === 'Content-Type' ? 'text/html; charset=UTF-8' : value]),
      }),
    ),
  },
  {
    id: 'opaque-token-is-uuid',
    does: 'a token of a release before 2.4.4 is a UUID',
    breaks: ['TOKEN-02'],
    release: '2.4.3-p2',
    change: opaque(randomUUID),
  },
  {
    id: 'opaque-token-in-capitals',
    does: 'a token of a release before 2.4.4 has capital letters',
    breaks: ['TOKEN-02'],
    release: '2.3.7-p4',
    change: opaque(() => randomUUID().replaceAll('-', '').toUpperCase()),
  },
  {
    id: 'json-web-tokens-too-early',
    does: 'a release before 2.4.4 issues JSON Web Tokens',
    breaks: ['TOKEN-02', 'ACCESS-08', 'EXPIRY-22', 'EXPIRY-28', 'EXPIRY-32', 'EXPIRY-33'],
    release: '2.4.3-p2',
    origin: '2.4.4',
    change: together(
      rule('jsonWebTokens', true),
      claimed((claims) => ({ ...claims, jti: randomUUID() })),
    ),
  },
  {
    id: 'opaque-tokens-still',
    does: 'a release from 2.4.4 on issues tokens of 32 characters',
    breaks: [
      'TOKEN-03',
      'TOKEN-04',
      'TOKEN-05',
      'TOKEN-06',
      'TOKEN-07',
      'TOKEN-08',
      'TOKEN-09',
      'TOKEN-11',
      'ACCESS-07',
      'EXPIRY-19',
      'EXPIRY-20',
      'EXPIRY-25',
      'EXPIRY-26',
      'EXPIRY-30',
      'EXPIRY-31',
    ],
    origin: '2.4.3-p2',
    change: rule('jsonWebTokens', false),
  },
  {
    id: 'token-names-no-key',
    does: 'a token’s header has no `kid`',
    breaks: ['TOKEN-03', 'TOKEN-09'],
    change: headed({ alg: 'HS256' }),
  },
  {
    id: 'uid-as-text',
    does: '`uid` in a token is a string',
    breaks: ['TOKEN-04'],
    change: claimed(
      (claims) => ({ ...claims, uid: String(claims.uid) }),
      (claims) => ({ ...claims, uid: Number(claims.uid) }),
    ),
  },
  {
    id: 'user-type-missing',
    does: 'a token has no `utypid`',
    breaks: ['TOKEN-04', 'TOKEN-09'],
    change: claimed(({ utypid: _, ...claims }) => claims),
  },
  {
    id: 'user-type-of-the-throttle',
    does: '`utypid` in a customer’s token is 2, as in the table of failed logins',
    breaks: ['TOKEN-04'],
    change: claimed(
      (claims) => ({ ...claims, utypid: 2 }),
      (claims) => ({ ...claims, utypid: 3 }),
    ),
  },
  {
    id: 'exp-as-text',
    does: '`exp` in a token is a string',
    breaks: ['TOKEN-05'],
    change: claimed((claims) => ({ ...claims, exp: String(claims.exp) })),
  },
  {
    id: 'iat-missing',
    does: 'a token has no `iat`',
    breaks: [
      'TOKEN-05',
      'TOKEN-06',
      'TOKEN-09',
      'EXPIRY-19',
      'EXPIRY-20',
      'EXPIRY-25',
      'EXPIRY-30',
      'EXPIRY-31',
      'TOKEN-11',
    ],
    change: claimed(
      ({ iat: _, ...claims }) => claims,
      (claims) => ({ ...claims, iat: Number(claims.exp) - 3600 }),
    ),
  },
  {
    id: 'times-in-local-time',
    does: 'the times in a token are local time instead of UTC, two hours ahead',
    breaks: ['TOKEN-06'],
    change: claimed(
      (claims) => ({ ...claims, iat: Number(claims.iat) + 7200, exp: Number(claims.exp) + 7200 }),
      (claims) => ({ ...claims, iat: Number(claims.iat) - 7200, exp: Number(claims.exp) - 7200 }),
    ),
  },
  {
    id: 'clock-of-tokens-ahead',
    does: 'the clock that tokens are issued by is two minutes ahead of the one of the database',
    breaks: ['TOKEN-06'],
    change: claimed(
      (claims) => ({ ...claims, iat: Number(claims.iat) + 120, exp: Number(claims.exp) + 120 }),
      (claims) => ({ ...claims, iat: Number(claims.iat) - 120, exp: Number(claims.exp) - 120 }),
    ),
  },
  {
    id: 'other-algorithm',
    does: 'a token’s `alg` is HS512',
    breaks: ['TOKEN-07'],
    change: headed({ kid: '1', alg: 'HS512' }),
  },
  {
    id: 'email-in-token',
    does: 'a token contains the customer’s e-mail',
    breaks: ['TOKEN-08', 'TOKEN-09'],
    change: service('signToken', (sign, shop) => (claims) => {
      const { email } = shop.store.customers.get((claims as { uid: number }).uid) ?? {}
      return sign({ ...claims, email })
    }),
  },
  {
    id: 'typ-in-token',
    does: 'a token’s header has a `typ`, as in most libraries',
    breaks: ['TOKEN-09'],
    change: headed({ typ: 'JWT', kid: '1', alg: 'HS256' }),
  },
  {
    id: 'opaque-token-reused',
    does: 'before 2.4.4 a second login returns the token of the first',
    breaks: ['TOKEN-10'],
    release: '2.4.3-p2',
    change: service('issueOpaqueToken', (issue, shop) => (user) => {
      const live = [...shop.store.tokens].find(
        ([text, token]) => token.user.id === user.id && shop.services.readToken(text),
      )
      return live?.[0] ?? issue(user)
    }),
  },
  {
    id: 'issued-when-registered',
    does: '`iat` in a token is the time of the registration, and all tokens differ',
    breaks: ['TOKEN-09', 'TOKEN-11', 'EXPIRY-30', 'EXPIRY-31'],
    change: together(
      service('signToken', (sign, shop) => (claims) => {
        const { uid, iat } = claims as { uid: number; iat: number }
        const createdAt = Date.parse(`${shop.store.customers.get(uid)?.created_at}Z`) / 1000
        // Only some seconds after the registration, because whether a login falls into the next second is chance.
        return sign({ ...claims, iat: iat - createdAt > 1 ? createdAt : iat, issued: iat, jti: randomUUID() })
      }),
      claimed(
        (claims) => claims,
        (claims) => ({ ...claims, iat: claims.issued }),
      ),
    ),
  },
])
