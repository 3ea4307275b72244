import { isObject, type JsonObject } from '../../shared/json/object.ts'

/** The parts of a JSON Web Token: header, claims, and the signature as it was sent. */
export interface JsonWebToken {
  readonly header: JsonObject
  readonly claims: JsonObject
  readonly signature: string
}

/** Parses a token of three parts whose first two are JSON objects; undefined for any other value. */
export function readToken(value: unknown): JsonWebToken | undefined {
  const parts = typeof value === 'string' ? /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(value) : null
  const header = decode(parts?.[1])
  const claims = decode(parts?.[2])
  return header && claims ? { header, claims, signature: parts?.[3] as string } : undefined
}

/** Returns the token in compact form, with the given signature. */
export function writeToken({ header, claims, signature }: JsonWebToken): string {
  return `${unsigned(header, claims)}.${signature}`
}

/** Returns header and claims in compact form: the text that is signed. */
export function unsigned(header: JsonWebToken['header'], claims: JsonWebToken['claims']): string {
  return `${encode(header)}.${encode(claims)}`
}

/**
 * Returns the lifetime that a token states, in seconds; undefined for one without a valid lifetime, such as an opaque
 * token.
 */
export function lifetimeOf(token: unknown): number | undefined {
  const { iat, exp } = readToken(token)?.claims ?? {}
  const lifetime = Number(exp) - Number(iat)
  return lifetime > 0 ? lifetime : undefined
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function decode(part: string | undefined): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part ?? '', 'base64url').toString())
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
