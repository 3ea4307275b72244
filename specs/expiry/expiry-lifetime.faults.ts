import { rule, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import type { Change, Shop } from '../../reference/index.ts'

const now = (shop: Shop) => Math.floor(shop.clock.now() / 1000)
const configured = (shop: Shop) => shop.settings.get('webapi/jwtauth/customer_expiration')
const opaqueSetting = (shop: Shop) => shop.settings.get('oauth/access_token_lifetime/customer')

/** States another expiry in tokens than the one that the shop enforces. */
const stating = (end: (exp: number, iat: number) => number): Change =>
  service('signToken', (sign) => (claims) => {
    const { iat, exp } = claims as { iat: number; exp: number }
    return sign({ ...claims, exp: end(exp, iat) })
  })

/** Changes the lifetime of customer tokens. */
const lifetime = (make: (shop: Shop, seconds: number) => number): Change =>
  service('tokenLifetime', (inner, shop) => (type) => (type === 'customer' ? make(shop, inner(type)) : inner(type)))

/** Requirements about a token's expiry and the setting at the time of its issue. */
export const expiryLifetimeFaults = faults([
  {
    id: 'exp-in-milliseconds',
    does: '`exp` in a token is in milliseconds, and the shop reads it as milliseconds',
    breaks: ['EXPIRY-19', 'EXPIRY-20', 'EXPIRY-24', 'EXPIRY-25', 'EXPIRY-30', 'EXPIRY-31'],
    change: (shop) => {
      stating((exp) => exp * 1000)(shop)
      service('isTokenExpired', (expired) => (claims) => expired({ ...claims, exp: claims.exp / 1000 }))(shop)
    },
  },
  {
    id: 'exp-in-milliseconds-read-as-seconds',
    does: '`exp` in a token is in milliseconds, and the shop reads it as seconds',
    breaks: [
      'EXPIRY-02',
      'EXPIRY-05',
      'EXPIRY-19',
      'EXPIRY-20',
      'EXPIRY-06',
      'EXPIRY-07',
      'EXPIRY-13',
      'EXPIRY-14',
      'EXPIRY-15',
      'EXPIRY-25',
      'EXPIRY-26',
      'EXPIRY-30',
      'EXPIRY-31',
    ],
    change: stating((exp) => exp * 1000),
  },
  {
    id: 'exp-promises-more',
    does: '`exp` in a token is twice as far ahead as the token works',
    breaks: ['EXPIRY-01', 'EXPIRY-17', 'EXPIRY-19', 'EXPIRY-24', 'EXPIRY-25', 'EXPIRY-30', 'EXPIRY-31'],
    change: (shop) => {
      stating((exp, iat) => 2 * exp - iat)(shop)
      service(
        'isTokenExpired',
        (expired) => (claims) => expired({ ...claims, exp: (claims.exp + claims.iat) / 2 }),
      )(shop)
    },
  },
  {
    id: 'lifetime-of-other-setting',
    does: 'new tokens use the old OAuth lifetime setting, in hours',
    breaks: ['EXPIRY-25', 'EXPIRY-26', 'EXPIRY-30', 'EXPIRY-31'],
    change: lifetime((shop) => Number(opaqueSetting(shop)) * 3600),
  },
  {
    id: 'lifetime-in-seconds',
    does: 'the lifetime in minutes is read as seconds',
    breaks: ['EXPIRY-19', 'EXPIRY-25', 'EXPIRY-27', 'EXPIRY-30', 'EXPIRY-31'],
    change: lifetime((_, seconds) => seconds / 60),
  },
  {
    id: 'lifetime-never-read',
    does: 'tokens work for an hour, whatever the setting',
    breaks: ['EXPIRY-25', 'EXPIRY-27', 'EXPIRY-30', 'EXPIRY-31'],
    change: lifetime(() => 3600),
  },
  {
    id: 'alive-in-its-last-second',
    does: 'a token is still accepted in the second of its `exp`',
    breaks: ['EXPIRY-21'],
    change: service(
      'isTokenExpired',
      (_, shop) =>
        ({ exp }) =>
          exp < now(shop),
    ),
  },
  {
    id: 'opaque-dead-in-its-last-second',
    does: 'before 2.4.4 a token is rejected in the second in which its lifetime ends',
    breaks: ['EXPIRY-22'],
    release: '2.4.3-p2',
    change: service('isOpaqueTokenExpired', (_, shop) => (createdAt, type) => {
      const lives = shop.services.tokenLifetime(type)
      return lives > 0 && now(shop) - createdAt >= lives
    }),
  },
  {
    id: 'token-follows-setting',
    does: 'a token uses the current lifetime setting instead of its `exp`',
    breaks: ['EXPIRY-26', 'EXPIRY-27'],
    change: service(
      'isTokenExpired',
      (_, shop) =>
        ({ iat, utypid }) =>
          iat + shop.services.tokenLifetime(utypid === 2 ? 'admin' : 'customer') <= now(shop),
    ),
  },
  {
    id: 'raised-lifetime-counts',
    does: 'a raised lifetime extends tokens issued before',
    breaks: ['EXPIRY-26'],
    change: service(
      'isTokenExpired',
      (expired, shop) => (claims) =>
        expired({ ...claims, exp: Math.max(claims.exp, claims.iat + shop.services.tokenLifetime('customer')) }),
    ),
  },
  {
    id: 'lowered-lifetime-counts',
    does: 'a lowered lifetime ends tokens issued before, before their `exp`',
    breaks: ['EXPIRY-27'],
    change: service(
      'isTokenExpired',
      (expired, shop) => (claims) =>
        expired({ ...claims, exp: Math.min(claims.exp, claims.iat + shop.services.tokenLifetime('customer')) }),
    ),
  },
  {
    id: 'opaque-keeps-its-lifetime',
    does: 'before 2.4.4 a token keeps the lifetime that was set when it was issued',
    breaks: ['EXPIRY-28', 'EXPIRY-29', 'EXPIRY-32', 'EXPIRY-33'],
    release: '2.4.3-p2',
    change: (shop) => {
      const lives = new Map<string, number>()
      const { issueOpaqueToken, readOpaqueToken, tokenLifetime } = shop.services
      shop.services.issueOpaqueToken = (user) => {
        const token = issueOpaqueToken(user)
        lives.set(token, tokenLifetime(user.type))
        return token
      }
      shop.services.readOpaqueToken = (text) => {
        shop.services.tokenLifetime = () => lives.get(text) ?? 0
        try {
          return readOpaqueToken(text)
        } finally {
          shop.services.tokenLifetime = tokenLifetime
        }
      }
    },
  },
  {
    id: 'zero-is-for-ever',
    does: 'from 2.4.4 on too, a lifetime of 0 or an empty one means no expiry',
    breaks: ['EXPIRY-30', 'EXPIRY-31'],
    change: lifetime((shop, seconds) => (Number(configured(shop)) > 0 ? seconds : 5 * 365 * 24 * 3600)),
  },
  {
    id: 'zero-is-an-hour',
    does: 'a lifetime of 0 gives tokens of one hour',
    breaks: ['EXPIRY-30'],
    change: lifetime((shop, seconds) => (configured(shop) === '0' ? 3600 : seconds)),
  },
  {
    id: 'empty-is-an-hour',
    does: 'an empty lifetime gives tokens of one hour',
    breaks: ['EXPIRY-31'],
    change: lifetime((shop, seconds) => (configured(shop) === '' ? 3600 : seconds)),
  },
  {
    id: 'opaque-zero-is-at-once',
    does: 'before 2.4.4 a lifetime of 0 expires every token at once',
    breaks: ['EXPIRY-32'],
    release: '2.4.1',
    origin: '2.2.5',
    change: lifetime((shop, seconds) => (opaqueSetting(shop) === '0' ? 0.001 : seconds)),
  },
  {
    id: 'opaque-empty-is-an-hour',
    does: 'before 2.4.4 an empty lifetime means one hour',
    breaks: ['EXPIRY-33'],
    release: '2.3.7-p4',
    change: lifetime((shop, seconds) => (opaqueSetting(shop) === '' ? 3600 : seconds)),
  },
  {
    id: 'fractions-cut',
    does: 'from 2.3.4 on too, the lifetime is cut to whole hours',
    breaks: ['EXPIRY-34'],
    release: '2.4.3-p2',
    origin: '2.3.3',
    change: rule('fractionalLifetime', false),
  },
  {
    id: 'fractions-honoured-early',
    does: 'a release before 2.3.4 accepts fractions of an hour',
    breaks: ['EXPIRY-35'],
    release: '2.3.3',
    origin: '2.3.4',
    change: rule('fractionalLifetime', true),
  },
])
