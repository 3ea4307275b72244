import { createHmac } from 'node:crypto'
import { answers, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'
import type { Call, Change, Services, Shop, User } from '../../reference/index.ts'

type Claims = ReturnType<Services['verifyToken']>

/** Finds a token in a request for which the shop finds no user. */
const alsoFrom = (find: (call: Call) => string | undefined) =>
  service('currentUser', (inner, shop): Services['currentUser'] => (call) => {
    const token = find(call)
    return inner(call) ?? (token ? shop.services.readToken(token) : undefined)
  })

/** Refuses some tokens that the shop accepts. */
const notFrom = (unwanted: (call: Call) => boolean) =>
  service('currentUser', (inner) => (call) => (unwanted(call) ? undefined : inner(call)))

/** Accepts some tokens whose signature is not the shop's. */
const alsoSigned = (accepts: (token: { text: string; parts: string[] }, shop: Shop) => boolean) =>
  service('verifyToken', (verify, shop) => (text) => {
    const parts = text.split('.')
    return verify(text) ?? (parts.length === 3 && accepts({ text, parts }, shop) ? claimsOf(parts[1]) : undefined)
  })

/** Checks the signature against a part of the token only. */
const signing =
  (vouchedFor: (parts: string[]) => string): Change =>
  (shop) => {
    const sign = (parts: string[]) =>
      createHmac('sha256', shop.store.secret).update(vouchedFor(parts)).digest('base64url')
    const { signToken } = shop.services
    shop.services.signToken = (claims) => {
      const parts = signToken(claims).split('.').slice(0, 2)
      return [...parts, sign(parts)].join('.')
    }
    shop.services.verifyToken = (text) => {
      const parts = text.split('.')
      return parts.length === 3 && parts[2] === sign(parts) ? claimsOf(parts[1]) : undefined
    }
  }

const json = (part = '') => {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString())
  } catch {
    return undefined
  }
}
const claimsOf = (part?: string) => json(part) as Claims
const authorization = ({ headers }: Call) => headers.authorization ?? ''
const isGuestAtHome = ({ route, headers, user }: Call) =>
  route?.path === '/V1/customers/me' && !headers.authorization && !user

export const bearerFaults = faults([
  {
    id: 'guest-forbidden',
    does: 'a request for the profile without a token returns 403',
    breaks: ['TOKEN-15', 'ACCESS-01', 'ACCESS-09', 'ACCESS-34', 'NEG-06', 'ERROR-07', 'PROFILE-15', 'STORE-32'],
    change: answers(isGuestAtHome, () => ({ status: 403 })),
  },
  {
    id: 'guest-not-found',
    does: 'a request for the profile without a token returns 404',
    breaks: ['TOKEN-15', 'ACCESS-01', 'ACCESS-09', 'ACCESS-34', 'NEG-06', 'PROFILE-15', 'STORE-32'],
    change: answers(isGuestAtHome, () => ({ status: 404, value: { message: 'No such entity.' } })),
  },
  {
    id: 'broken-token-crashes',
    does: 'an unreadable token causes an internal error',
    breaks: ['ACCESS-02'],
    change: answers(
      (call) => call.route?.access === 'self' && authorization(call) === 'Bearer garbage',
      () => ({ status: 500, value: { message: 'Internal Error. Report ID: webapi-0123456789abc' } }),
    ),
  },
  {
    id: 'empty-token-opens',
    does: 'an empty token is treated as the token of the last customer',
    breaks: ['ACCESS-02', 'SAFE-04'],
    change: service('currentUser', (inner, shop) => (call) => {
      const last = [...shop.store.customers.keys()].at(-1)
      return authorization(call).trim() === 'Bearer' && last ? { type: 'customer', id: last } : inner(call)
    }),
  },
  {
    id: 'any-scheme',
    does: 'a token is accepted under any scheme',
    breaks: ['ACCESS-03'],
    change: alsoFrom((call) => /^\w+ (\S+)$/.exec(authorization(call))?.[1]),
  },
  {
    id: 'no-scheme-needed',
    does: 'a token is accepted without a scheme',
    breaks: ['ACCESS-03'],
    change: alsoFrom((call) => /^\S{32,}$/.exec(authorization(call))?.[0]),
  },
  {
    id: 'blanks-before-token',
    does: 'any number of spaces before the token is accepted',
    breaks: ['ACCESS-04'],
    change: alsoFrom((call) => /^Bearer {2,}(\S+)$/.exec(authorization(call))?.[1]),
  },
  {
    id: 'quoted-token',
    does: 'a token in quotes is accepted',
    breaks: ['ACCESS-04'],
    change: alsoFrom((call) => /^Bearer "(\S+)"$/.exec(authorization(call))?.[1]),
  },
  {
    id: 'bearer-case-matters',
    does: 'the scheme Bearer is accepted only with a capital B',
    breaks: ['ACCESS-05'],
    change: notFrom((call) => authorization(call).startsWith('bearer')),
  },
  {
    id: 'token-prefix-suffices',
    does: 'the beginning of a signature is sufficient',
    breaks: ['ACCESS-06'],
    change: alsoSigned(({ text, parts }, shop) => {
      const full = shop.services.signToken(claimsOf(parts[1]) ?? {})
      return (parts[2]?.length ?? 0) > 30 && full.startsWith(text)
    }),
  },
  {
    id: 'signature-ignored',
    does: 'the signature of a token is not checked',
    breaks: ['ACCESS-04', 'ACCESS-06', 'ACCESS-10', 'ACCESS-11', 'ACCESS-12', 'ACCESS-13', 'ACCESS-14', 'ACCESS-37'],
    change: alsoSigned(({ parts }) => claimsOf(parts[1]) !== undefined),
  },
  {
    id: 'token-case-ignored',
    does: 'tokens are compared case-insensitively',
    breaks: ['ACCESS-07'],
    change: (shop) => {
      const issued = new Map<string, string>()
      const { issueToken, readToken } = shop.services
      shop.services.issueToken = (user) => {
        const token = issueToken(user)
        issued.set(token.toLowerCase(), token)
        return token
      }
      shop.services.readToken = (text) => readToken(issued.get(text.toLowerCase()) ?? text)
    },
  },
  {
    id: 'opaque-token-case-matters',
    does: 'before 2.4.4 tokens are compared case-sensitively',
    breaks: ['ACCESS-08'],
    release: '2.4.3-p2',
    change: notFrom((call) => /[A-Z]/.test(authorization(call).slice('Bearer '.length))),
  },
  {
    id: 'token-in-query',
    does: 'a token in the query string is accepted',
    breaks: ['ACCESS-09'],
    change: alsoFrom(({ query }) => query.access_token as string | undefined),
  },
  {
    id: 'alg-none',
    does: 'a token with `alg` none is accepted',
    breaks: ['ACCESS-10'],
    change: alsoSigned(({ parts }) => json(parts[0])?.alg === 'none'),
  },
  {
    id: 'empty-signature',
    does: 'a token with an empty signature is accepted',
    breaks: ['ACCESS-10', 'ACCESS-37'],
    change: alsoSigned(({ parts }) => parts[2] === ''),
  },
  {
    id: 'empty-key',
    does: 'tokens are signed with an empty key',
    breaks: ['ACCESS-11'],
    change: (shop) => {
      shop.store.secret = Buffer.alloc(0)
    },
  },
  {
    id: 'empty-key-too',
    does: 'a token signed with an empty key is accepted besides those of the shop',
    breaks: ['ACCESS-11'],
    change: alsoSigned(({ parts }) => {
      const signature = createHmac('sha256', '').update(`${parts[0]}.${parts[1]}`).digest('base64url')
      return parts[2] === signature
    }),
  },
  {
    id: 'claims-not-signed',
    does: 'the signature covers the header only',
    breaks: ['ACCESS-12', 'ACCESS-13', 'ACCESS-14'],
    change: signing(([header = '']) => header),
  },
  {
    id: 'only-expiry-signed',
    does: 'the signature covers the times only, not the customer id',
    breaks: ['ACCESS-12', 'ACCESS-14'],
    change: signing(([, claims]) => `${claimsOf(claims)?.iat} ${claimsOf(claims)?.exp}`),
  },
  {
    id: 'expiry-not-signed',
    does: 'the signature does not cover `exp`',
    breaks: ['ACCESS-13'],
    change: signing(([, claims]) => `${claimsOf(claims)?.uid} ${claimsOf(claims)?.utypid} ${claimsOf(claims)?.iat}`),
  },
  {
    id: 'type-not-signed',
    does: 'the signature does not cover `utypid`: customers can make themselves administrators',
    breaks: ['ACCESS-14'],
    change: (shop) => {
      const { readToken } = shop.services
      shop.services.readToken = (text): User | undefined => {
        const user = readToken(text)
        const forged = claimsOf(text.split('.')[1])
        return user ?? (forged?.utypid === 2 && forged.uid === 1 ? { type: 'admin', id: 1 } : undefined)
      }
    },
  },
])
