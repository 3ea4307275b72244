import { service, together } from '../../faults/change.ts'
import type { Services } from '../../reference/index.ts'

type Claims = Record<string, unknown>

/** Issues tokens with other claims than the shop uses; `read` converts them back. */
export const claimed = (write: (claims: Claims) => Claims, read: (claims: Claims) => Claims = (claims) => claims) =>
  together(
    service('signToken', (sign) => (claims) => sign(write(claims as Claims))),
    service('verifyToken', (verify) => (text) => {
      const claims = verify(text)
      return claims && (read({ ...claims }) as unknown as typeof claims)
    }),
  )

/** Issues tokens with another header and the same signature. */
export const headed = (header: Claims) => {
  const [mine, own] = [header, { kid: '1', alg: 'HS256' }].map(encode) as [string, string]
  return together(
    service('signToken', (sign) => (claims) => sign(claims).replace(own, mine)),
    service('verifyToken', (verify) => (text) => verify(text.replace(mine, own))),
  )
}

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

export const opaque = (write: () => string): ReturnType<typeof service> =>
  service('issueOpaqueToken', (_, shop): Services['issueOpaqueToken'] => (user) => {
    const text = write()
    shop.store.tokens.set(text.toLowerCase(), { user, createdAt: Math.floor(shop.clock.now() / 1000) })
    return text
  })
