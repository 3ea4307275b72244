import { createHmac } from 'node:crypto'
import { type JsonWebToken, readToken, unsigned, writeToken } from '../../src/recording/token/json-web-token.ts'

/** What a forger makes of a good token. */
export interface Forger {
  /** Without its last characters. */
  readonly cut: string
  readonly capitals: string
  /** The token with other header fields or claims, and its old signature or a given one. */
  forge(changes: { header?: object; claims?: object; signature?: string }): string
  /** The token's header, with changes, and claims, signed anew with HS256. */
  sign(key: string, header?: object): string
}

/**
 * Makes forgeries of a token. One that is no JSON Web Token is forged as if it were one, so that every release is
 * asked the same.
 * @param id the customer it was issued to
 * @param secret marks what must not be recorded: pieces of a token are worth as much as the whole
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
