import { randomInt } from 'node:crypto'
import { Replacer } from './replacer.ts'

const lower = 'abcdefghijklmnopqrstuvwxyz'
const upper = lower.toUpperCase()
const digits = '0123456789'

/** Shorter values are no secrets, and would be found in harmless text. */
const shortest = 6

/** A JWT: header and claims are kept, its signature is the secret. */
const jwt = /\beyJ[\w-]+\.[\w-]*\.([\w-]{8,})/g
/** Opaque tokens, reset tokens and confirmation keys of every release are 32 letters and digits. */
const opaque = /(?<![A-Za-z0-9])[A-Za-z0-9]{32}(?![A-Za-z0-9])/g

/**
 * Replaces secrets by stand-ins of the same length and alphabet, the same secret always by the same stand-in,
 * so that what is judged afterwards is judged as if it were the original. Redaction by key name cannot work here:
 * Magento's token response *is* the secret, a bare JSON string.
 */
export class Redactor {
  readonly #replacer = new Replacer()
  readonly #known = new Set<string>()

  /** Remembers a value that must appear nowhere, in its plain and its encoded forms. */
  learn(secret: string): void {
    if (secret.length < shortest || this.#known.has(secret)) return
    const standIn = standInFor(secret)
    this.#known.add(secret).add(standIn)
    for (const encode of encodings) this.#replacer.add(Buffer.from(encode(secret)), Buffer.from(encode(standIn)))
  }

  /** As `learn`, but of a JWT the signature only: header and claims are what the contract looks at. */
  learnToken(token: string): void {
    this.learn(/^eyJ[\w-]*\.[\w-]*\.(.*)$/s.exec(token)?.[1] ?? token)
  }

  /** Learns what by its form can only be a secret: JWT signatures and 32-character keys. */
  learnFrom(text: string): void {
    for (const [, signature] of text.matchAll(jwt)) this.learn(signature as string)
    for (const [key] of text.matchAll(opaque)) this.learn(key)
  }

  /** The text with every known secret replaced. */
  apply(text: string): string {
    return this.applyToBytes(Buffer.from(text)).toString()
  }

  /** The bytes with every known secret replaced; what is no text passes through. */
  applyToBytes(bytes: Buffer): Buffer {
    return this.#replacer.replace(bytes)
  }
}

const encodings: ((text: string) => string)[] = [
  (text) => text,
  (text) => JSON.stringify(text).slice(1, -1),
  (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  encodeURIComponent,
  (text) => new URLSearchParams({ '': text }).toString().slice(1),
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(text).toString('base64url'),
]

function standInFor(secret: string): string {
  return secret.replace(/[a-z]|[A-Z]|\d/g, (character) => {
    const alphabet = lower.includes(character) ? lower : upper.includes(character) ? upper : digits
    return alphabet[randomInt(alphabet.length)] as string
  })
}
