import { createHmac } from 'node:crypto'
import { type JsonWebToken, readToken, unsigned, writeToken } from '../../src/recording/token/json-web-token.ts'

/** Forgeries made from a valid token. */
export interface Forger {
  /** The token without its last characters. */
  readonly cut: string
  readonly capitals: string
  /** The token with changed header fields or claims, with the old signature or a given one. */
  forge(changes: { header?: object; claims?: object; signature?: string }): string
  /** The token with changed header fields, signed again with HS256. */
  sign(key: string, header?: object): string
}

/**
 * Makes forgeries of a token. An opaque token is treated like a JSON Web Token, so that every release gets the same
 * requests.
 * @param id the customer that the token was issued to
 * @param secret marks values that must not be recorded, because parts of a token are as sensitive as the token
 */
export function forger(token: string, id: number, secret: (value: string) => string): Forger {
  const now = Math.floor(Date.now() / 1000)
  const model: JsonWebToken = readToken(token) ?? {
    header: { kid: '1', alg: 'HS256' },
    claims: { uid: id, utypid: 3, iat: now, exp: now + 3600 },
    signature: token,
  }
  const kept = (text: string) => {
    secret(text.slice(text.lastIndexOf('.') + 1))
    return text
  }
  return {
    cut: kept(token.slice(0, -5)),
    capitals: kept(token.toUpperCase()),
    forge: ({ header = {}, claims = {}, signature = model.signature }) =>
      writeToken({ header: { ...model.header, ...header }, claims: { ...model.claims, ...claims }, signature }),
    sign(key, changes = {}) {
      const header = { ...model.header, alg: 'HS256', ...changes }
      const signature = createHmac('sha256', key).update(unsigned(header, model.claims)).digest('base64url')
      return writeToken({ header, claims: model.claims, signature })
    },
  }
}
