import { isObject, type JsonObject } from '../../shared/json/object.ts'

/** A JSON Web Token taken apart: what it says, and its signature as it stands. */
export interface JsonWebToken {
  readonly header: JsonObject
  readonly claims: JsonObject
  readonly signature: string
}

/** Reads a token of three parts whose first two are JSON objects; any other value is none. */
export function readToken(value: unknown): JsonWebToken | undefined {
  const parts = typeof value === 'string' ? /^([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(value) : null
  const header = decode(parts?.[1])
  const claims = decode(parts?.[2])
  return header && claims ? { header, claims, signature: parts?.[3] as string } : undefined
}

/** The token in compact form, its signature as it is given. */
export function writeToken({ header, claims, signature }: JsonWebToken): string {
  return `${unsigned(header, claims)}.${signature}`
}

/** Header and claims, which is what a signature signs. */
export function unsigned(header: JsonWebToken['header'], claims: JsonWebToken['claims']): string {
  return `${encode(header)}.${encode(claims)}`
}

/** Seconds a token says it lives; undefined when it says nothing sensible, as one that is no JSON Web Token. */
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
