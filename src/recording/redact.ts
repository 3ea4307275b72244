import { randomInt } from 'node:crypto'
import { withTexts } from '../shared/json/texts.ts'
import { formsOf } from './forms.ts'
import { Replacer } from './replacer.ts'

const lower = 'abcdefghijklmnopqrstuvwxyz'
const upper = lower.toUpperCase()
const digits = '0123456789'

/** Shorter values are no secrets, and would be found in harmless text. */
const shortest = 6

/** Header, claims and signature of a JWT stand in one run of these characters, between dots. */
const dotted = /[\w.-]{20,}/g
/** A signed JWT, alone or within something longer such as a cookie's value. */
const signed = /eyJ[\w-]*\.[\w-]*\.([\w-]{8,})/g
/** Opaque tokens, reset tokens and confirmation keys of every release are 32 letters and digits. */
const opaque = /(?<![A-Za-z0-9])[A-Za-z0-9]{32}(?![A-Za-z0-9])/g

/** More than any run sees: answers made of nothing but keys must not fill the memory with them. */
const mostRecognised = 10_000

/**
 * Replaces each secret by one value of the same length and alphabet, always the same, so that judging gives the same
 * result as with the original. Redaction by key name cannot work here: Magento's token response *is* the secret, a bare
 * JSON string.
 */
export class Redactor {
  readonly #replacer = new Replacer()
  readonly #known = new Set<string>()
  #recognised = 0

  /**
   * Remembers a value that must appear nowhere, in its plain and its encoded forms. Of a JWT in it that is the
   * signature: a stand-in for the whole would make a token that never came of the same token elsewhere.
   */
  learn(secret: string): void {
    const signatures = [...secret.matchAll(signed)].map(([, signature]) => signature as string)
    if (signatures.length > 0) {
      for (const part of secret.split(signed)) if (!signatures.includes(part)) this.learn(part)
      for (const signature of signatures) this.learn(signature)
      return
    }
    if (secret.length < shortest || this.#known.has(secret)) return
    const standIn = standInFor(secret)
    this.#known.add(secret).add(standIn)
    for (const [from, to] of formsOf(secret, standIn)) this.#replacer.add(Buffer.from(from), Buffer.from(to))
  }

  /**
   * As `learn`, but of a JWT the signature only: header and claims are what the contract looks at. Of a sentence in a
   * token's place only what may be a secret is hidden, so that a report shows what came.
   */
  learnToken(token: string): void {
    const signature = /^eyJ[\w-]*\.[\w-]*\.(.*)$/s.exec(token)?.[1]
    const words = signature === undefined ? token.split(/\s+/) : [signature]
    for (const word of words) if (words.length === 1 || word.length >= 16 || /\d/.test(word)) this.learn(word)
  }

  /** Learns what by its form can only be a secret: JWT signatures and 32-character keys. */
  learnFrom(text: string): void {
    for (const [run] of text.matchAll(dotted)) {
      const parts = run.split('.')
      for (const [index, part] of parts.entries()) {
        const signature = parts[index + 2]
        if (signature && signature.length >= 8 && /\beyJ[\w-]/.test(part)) this.learnRecognised(signature)
      }
    }
    for (const [key] of text.matchAll(opaque)) this.learnRecognised(key)
  }

  /** As `learn`, of what an answer brings unasked, as long as there is a sane number of it. */
  learnRecognised(secret: string): void {
    if (this.#known.has(secret) || this.#recognised >= mostRecognised) return
    this.#recognised++
    this.learn(secret)
  }

  /** The text with every known secret replaced. */
  apply(text: string): string {
    return this.applyToBytes(Buffer.from(text)).toString()
  }

  /** The bytes with every known secret replaced; what is no text passes through. */
  applyToBytes(bytes: Buffer): Buffer {
    return this.#replacer.replace(bytes)
  }

  /** Plain data with every known secret replaced in its texts. */
  applyToData<T>(value: T): T {
    return withTexts(value, (text) => this.apply(text))
  }

  /** The same error, with every known secret replaced in what it says: a shop’s answer may be quoted in it. */
  applyToError(error: unknown): unknown {
    if (error instanceof Error) {
      error.message = this.apply(error.message)
      error.stack = this.apply(error.stack ?? '')
    }
    return error
  }
}

function standInFor(secret: string): string {
  return secret.replace(/[a-z]|[A-Z]|\d/g, (character) => {
    const alphabet = lower.includes(character) ? lower : upper.includes(character) ? upper : digits
    return alphabet[randomInt(alphabet.length)] as string
  })
}
