import { createHmac, randomInt } from 'node:crypto'
import { seconds } from '../clock.ts'
import type { User } from '../store.ts'
import type { Shop } from '../types.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789'
const userTypes: Record<User['type'], number> = { integration: 1, admin: 2, customer: 3 }

const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The reader's idea of a JSON Web Token's claims; all four are required. */
export interface Claims {
  uid: number
  utypid: number
  iat: number
  exp: number
}

export function tokenServices(shop: Shop) {
  const sign = (text: string) => createHmac('sha256', shop.store.secret).update(text).digest('base64url')

  return {
    /** Issues a token of the release's kind. JSON Web Tokens of one user and second are the same text. */
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

    /** A token for an admin that no clock ends. */
    issuePermanentToken(adminId: number): string {
      const text = Array.from({ length: 32 }, () => alphabet[randomInt(alphabet.length)]).join('')
      shop.store.permanentTokens.set(text, { type: 'admin', id: adminId })
      return text
    },

    /** Seconds a token lives; 0 is for ever, which only opaque tokens can. */
    tokenLifetime(type: User['type']): number {
      if (shop.rules.jsonWebTokens) {
        const minutes = shop.settings.integer(`webapi/jwtauth/${type}_expiration`)
        return (minutes > 0 ? minutes : 30) * 60
      }
      const hours = Number.parseFloat(shop.settings.get(`oauth/access_token_lifetime/${type}`)) || 0
      return (shop.rules.fractionalLifetime ? hours : Math.trunc(hours)) * 3600
    },

    /** Whom a token stands for, when it is known, in time, not revoked, and its user still there. */
    readToken(text: string): User | undefined {
      const permanent = shop.store.permanentTokens.get(text)
      if (permanent) return permanent
      const integration = shop.services.integrationByToken(text)
      if (integration) return integration
      const user = shop.rules.jsonWebTokens ? shop.services.readJsonWebToken(text) : shop.services.readOpaqueToken(text)
      return user && shop.services.userExists(user) ? user : undefined
    },

    /** Opaque tokens are looked up by the database, which does not mind letter case. */
    readOpaqueToken(text: string): User | undefined {
      const token = shop.store.tokens.get(text.toLowerCase())
      if (!token) return undefined
      return shop.services.isOpaqueTokenExpired(token.createdAt, token.user.type) ? undefined : token.user
    },

    /** At exactly its lifetime an opaque token is still good. */
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

    /** The claims of a token that carries this shop's signature. */
    verifyToken(text: string): Claims | undefined {
      const [header = '', payload = '', signature = '', ...rest] = text.split('.')
      if (rest.length || signature !== sign(`${header}.${payload}`)) return undefined
      return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims
    },

    /** At `exp` a JSON Web Token is already dead. */
    isTokenExpired: (claims: Claims) => claims.exp <= seconds(shop.clock),

    /** Also when it was issued later within the second of the revocation. */
    isTokenRevoked: (user: User, claims: Claims) =>
      claims.iat <= (shop.store.revocations.get(`${user.type}:${user.id}`) ?? 0),

    /** Ends every token of a user. */
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
