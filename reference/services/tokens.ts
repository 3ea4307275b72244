import { createHmac, randomInt } from 'node:crypto'
import { seconds } from '../clock.ts'
import type { User } from '../store.ts'
import type { Shop } from '../types.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'
const userTypes: Record<User['type'], number> = { integration: 1, admin: 2, customer: 3 }

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The claims of a JSON Web Token; all four are required. */
export interface Claims {
  uid: number
  utypid: number
  iat: number
  exp: number
}

export function tokenServices(shop: Shop) {
  const sign = (text: string) => createHmac('sha256', shop.store.secret).update(text).digest('base64url')

  return {
    /** Issues a token of the release's kind. JSON Web Tokens of the same user and second are equal. */
    issueToken(user: User): string {
      if (!shop.rules.jsonWebTokens) return shop.services.issueOpaqueToken(user)
      const issued = seconds(shop.clock)
      const claims: Claims = {
        uid: user.id,
        utypid: userTypes[user.type],
        iat: issued,
        exp: issued + shop.services.tokenLifetime(user.type),
      }
      return shop.services.signToken(claims)
    },

    signToken(claims: object): string {
      const text = `${encode({ kid: '1', alg: 'HS256' })}.${encode(claims)}`
      return `${text}.${sign(text)}`
    },

    issueOpaqueToken(user: User): string {
      const text = Array.from({ length: 32 }, () => alphabet[randomInt(alphabet.length)]).join('')
      shop.store.tokens.set(text, { user, createdAt: seconds(shop.clock) })
      return text
    },

    /** Returns an administrator's token that never expires. */
    issuePermanentToken(adminId: number): string {
      const text = Array.from({ length: 32 }, () => alphabet[randomInt(alphabet.length)]).join('')
      shop.store.permanentTokens.set(text, { type: 'admin', id: adminId })
      return text
    },

    /** Returns the lifetime of tokens in seconds; 0 means no expiry, which only opaque tokens support. */
    tokenLifetime(type: User['type']): number {
      if (shop.rules.jsonWebTokens) {
        const minutes = shop.settings.integer(`webapi/jwtauth/${type}_expiration`)
        return (minutes > 0 ? minutes : 30) * 60
      }
      const hours = Number.parseFloat(shop.settings.get(`oauth/access_token_lifetime/${type}`)) || 0
      return (shop.rules.fractionalLifetime ? hours : Math.trunc(hours)) * 3600
    },

    /** Returns the user of a token that is known, not expired and not revoked, if the user still exists. */
    readToken(text: string): User | undefined {
      const permanent = shop.store.permanentTokens.get(text)
      if (permanent) return permanent
      const integration = shop.services.integrationByToken(text)
      if (integration) return integration
      const user = shop.rules.jsonWebTokens ? shop.services.readJsonWebToken(text) : shop.services.readOpaqueToken(text)
      return user && shop.services.userExists(user) ? user : undefined
    },

    /** Opaque tokens are looked up in the database, which ignores letter case. */
    readOpaqueToken(text: string): User | undefined {
      const token = shop.store.tokens.get(text.toLowerCase())
      if (!token) return undefined
      return shop.services.isOpaqueTokenExpired(token.createdAt, token.user.type) ? undefined : token.user
    },

    /** At exactly its lifetime an opaque token is still valid. */
    isOpaqueTokenExpired(createdAt: number, type: User['type']): boolean {
      const lifetime = shop.services.tokenLifetime(type)
      return lifetime > 0 && seconds(shop.clock) - createdAt > lifetime
    },

    readJsonWebToken(text: string): User | undefined {
      const claims = shop.services.verifyToken(text)
      if (!claims || shop.services.isTokenExpired(claims)) return undefined
      const type = claims.utypid === userTypes.admin ? 'admin' : 'customer'
      const user: User = { type, id: claims.uid }
      return shop.services.isTokenRevoked(user, claims) ? undefined : user
    },

    /** Returns the claims of a token with a valid signature of this shop. */
    verifyToken(text: string): Claims | undefined {
      const [header = '', payload = '', signature = '', ...rest] = text.split('.')
      if (rest.length || signature !== sign(`${header}.${payload}`)) return undefined
      return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims
    },

    /** At `exp` a JSON Web Token is already expired. */
    isTokenExpired: (claims: Claims) => claims.exp <= seconds(shop.clock),

    /** Includes tokens issued after the revocation but in the same second. */
    isTokenRevoked: (user: User, claims: Claims) =>
      claims.iat <= (shop.store.revocations.get(`${user.type}:${user.id}`) ?? 0),

    /** Revokes all tokens of a user. */
    revokeTokens(user: User): void {
      if (shop.rules.jsonWebTokens) {
        shop.store.revocations.set(`${user.type}:${user.id}`, seconds(shop.clock))
        return
      }
      for (const [text, token] of shop.store.tokens) {
        if (token.user.type === user.type && token.user.id === user.id) shop.store.tokens.delete(text)
      }
    },

    userExists: (user: User) =>
      user.type === 'admin' ? shop.store.admins.some(({ id }) => id === user.id) : shop.store.customers.has(user.id),
  }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof tokenServices> {}
}
