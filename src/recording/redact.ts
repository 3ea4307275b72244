import { randomInt } from 'node:crypto'
import { withTexts } from '../shared/json/texts.ts'
import { formsOf } from './forms.ts'
import { Replacer } from './replacer.ts'

const lower = 'abcdefghijklmnopqrstuvwxyz'
const upper = lower.toUpperCase()
const digits = '0123456789'

/** Minimum length of a secret; shorter values occur in harmless text. */
const shortest = 6

/** Header, claims and signature of a JWT: these characters, separated by dots. */
const dotted = /[\w.-]{20,}/g
/** A signed JWT, alone or within a longer text such as a cookie. */
const signed = /eyJ[\w-]*\.[\w-]*\.([\w-]{8,})/g
/** Opaque tokens, reset tokens and confirmation keys are 32 letters and digits in all releases. */
const opaque = /(?<![A-Za-z0-9])[A-Za-z0-9]{32}(?![A-Za-z0-9])/g

/** Limit against responses full of keys that would fill the memory. */
const mostRecognised = 10_000

/**
 * Replaces each secret by a fixed placeholder of the same length and alphabet, so that judging gives the same result.
 * Redaction by field name is impossible: Magento's token response *is* the secret, a bare JSON string.
 */
export class Redactor {
  readonly #replacer = new Replacer()
  readonly #known = new Set<string>()
  #recognised = 0

  /**
   * Registers a secret, in plain and encoded forms. Of a JWT only the signature is replaced: a placeholder for the
   * whole would differ from the same token elsewhere.
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
   * Like `learn`, but for a JWT only the signature, as the contract checks header and claims. In a sentence returned in
   * place of a token only words that may be secret are hidden, so that the report shows the rest.
   */
  learnToken(token: string): void {
    const signature = /^eyJ[\w-]*\.[\w-]*\.(.*)$/s.exec(token)?.[1]
    const words = signature === undefined ? token.split(/\s+/) : [signature]
    for (const word of words) if (words.length === 1 || word.length >= 16 || /\d/.test(word)) this.learn(word)
  }

  /** Registers what must be a secret by its form: JWT signatures and 32-character keys. */
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

  /** Like `learn`, for values recognised in responses, up to a limit. */
  learnRecognised(secret: string): void {
    if (this.#known.has(secret) || this.#recognised >= mostRecognised) return
    this.#recognised++
    this.learn(secret)
  }

  /** Returns the text with all known secrets replaced. */
  apply(text: string): string {
    return this.applyToBytes(Buffer.from(text)).toString()
  }

  /** Returns the bytes with all known secrets replaced; binary data is unchanged. */
  applyToBytes(bytes: Buffer): Buffer {
    return this.#replacer.replace(bytes)
  }

  /** Returns plain data with all known secrets replaced in its texts. */
  applyToData<T>(value: T): T {
    return withTexts(value, (text) => this.apply(text))
  }

  /** Returns the error with all known secrets replaced in its message, which may quote a response. */
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
