import { randomInt } from 'node:crypto'

const lower = 'abcdefghijklmnopqrstuvwxyz'
const upper = lower.toUpperCase()
const digits = '0123456789'

/** A JWT: header and claims are kept, its signature is the secret. */
const jwt = /\beyJ[\w-]+\.[\w-]*\.([\w-]{8,})/g
/** Opaque tokens, reset tokens and confirmation keys of every release are 32 letters and digits. */
const opaque = /(?<![A-Za-z0-9])[A-Za-z0-9]{32}(?![A-Za-z0-9])/g

/**
 * Replaces secrets by stand-ins of the same length and alphabet, the same secret always by the same stand-in,
 * so that what is judged afterwards is judged as if it were the original. Works on `latin1` text, i.e. on bytes.
 * Redaction by key name cannot work here: Magento's token response *is* the secret, a bare JSON string.
 */
export class Redactor {
  readonly #standIns = new Map<string, string>()
  readonly #issued = new Set<string>()
  #pattern: RegExp | undefined

  /** Remembers a value that must appear nowhere, in its plain and its encoded forms. Short values are no secrets. */
  learn(secret: string): void {
    if (secret.length < 6 || this.#standIns.has(secret)) return
    const standIn = standInFor(secret)
    this.#issued.add(standIn)
    for (const encode of encodings) {
      const encoded = bytesOf(encode(secret))
      if (!this.#standIns.has(encoded)) this.#standIns.set(encoded, bytesOf(encode(standIn)))
    }
    this.#pattern = undefined
  }

  /** As `learn`, but of a JWT the signature only: header and claims are what the contract looks at. */
  learnToken(token: string): void {
    this.learn(/^eyJ[\w-]*\.[\w-]*\.(.*)$/s.exec(token)?.[1] ?? token)
  }

  /** Learns what by its form can only be a secret: JWT signatures and 32-character keys. */
  learnFrom(text: string): void {
    for (const [, signature] of text.matchAll(jwt)) this.learn(signature as string)
    for (const [key] of text.matchAll(opaque)) if (!this.#issued.has(key)) this.learn(key)
  }

  /** The text with every known secret replaced. */
  apply(text: string): string {
    if (this.#standIns.size === 0) return text
    this.#pattern ??= new RegExp([...this.#standIns.keys()].sort(longestFirst).map(escapePattern).join('|'), 'g')
    return text.replace(this.#pattern, (secret) => this.#standIns.get(secret) as string)
  }

  applyToBytes(bytes: Buffer): Buffer {
    return Buffer.from(this.apply(bytes.toString('latin1')), 'latin1')
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

function bytesOf(text: string): string {
  return Buffer.from(text).toString('latin1')
}

function longestFirst(a: string, b: string): number {
  return b.length - a.length
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
