import { maxHeaderSize } from 'node:http'
import { challengeTexts, type Front, frontOf } from '../../recording/front.ts'
import { isUnavailable, unavailability } from '../../recording/unavailable.ts'
import type { Answered } from './answered.ts'
import { largestAnswer, largestRun } from './body.ts'
import { type Connection, whatBroke } from './connection.ts'

/**
 * Thrown if the target gave no complete answer: refused, reset, too late, too large, no HTTP, no TLS. It is never
 * counted as a failure of the shop.
 */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

/** Thrown for an answer of something in front of the shop: see `isUnavailable`. */
export class Unavailable extends NoAnswer {
  readonly answered: Answered

  constructor(what: string, answered: Answered) {
    super(`${what}: ${unavailability(answered.response)}`)
    this.answered = answered
  }
}

/**
 * A 429 as JSON, however often it was asked and without saying when to come back: a limit in front of the shop, or what
 * the shop makes of this very request. Only the other answers of a run tell which.
 */
export class TooMany extends NoAnswer {
  readonly answered: Answered

  constructor(what: string, answered: Answered) {
    super(what)
    this.answered = answered
  }
}

/** Thrown if a challenge that only a browser can solve was returned. No further request is useful. */
export class Challenged extends NoAnswer {
  readonly texts: { readonly sentence: string; readonly next: string }

  constructor(front: Front) {
    const texts = challengeTexts(front)
    super(`${texts.sentence}\n${texts.next}`)
    this.texts = texts
  }
}

/**
 * The answer as it came.
 * @param page whether a page of the storefront was asked for, which is HTML
 * @throws Unavailable when it is not the shop's, Challenged
 */
export function ofTheShop(what: string, answered: Answered, page = false): Answered {
  const front = page ? undefined : frontOf(answered.response)
  if (front?.kind === 'challenge') throw new Challenged(front)
  if (isUnavailable(answered.response)) throw new Unavailable(what, answered)
  return answered
}

const brokenConnection = /ECONNRESET|EPIPE|aborted|socket hang up/

/** Whether the connection broke, as against what another attempt would only repeat. */
export function isBroken(error: unknown): boolean {
  const { cause } = error as Error
  return error instanceof NoAnswer && cause instanceof Error && brokenConnection.test(cause.message)
}

/** Whether what came in the answer's place may be over at the next attempt, at once. */
export const isPassing = (error: unknown): boolean => isBroken(error) || error instanceof Unavailable

/** Whether an error of the HTTP library is a timeout. */
export const isLate = (error: unknown): boolean => (error as { code?: string }).code === 'ECONNABORTED'

/**
 * Why no answer came, in words.
 * @param timeout milliseconds one answer may take
 * @param limit bytes this answer could have
 * @param connection what is on the way, which may be what broke
 */
export function reasonOf(
  error: Error & { code?: string },
  timeout: number,
  limit: number,
  connection: Connection = {},
): string {
  const { message, code = '' } = error
  if (isLate(error)) return `no complete answer within ${timeout / 1000} s`
  if (code === 'ETOOLARGE' || code === 'ERR_BUFFER_TOO_LARGE')
    return limit < largestAnswer
      ? `the large answers of this run together are larger than ${kilobytes(largestRun)} KB`
      : `the answer is larger than ${kilobytes(largestAnswer)} KB`
  if (code === 'HPE_HEADER_OVERFLOW') return `the answer’s headers are larger than ${maxHeaderSize / 1024} KB`
  if (code.startsWith('HPE_')) return `what came is no HTTP: ${message.replace(/^Parse Error: /, '')} (${code})`
  if (code.startsWith('Z_') || code.startsWith('ERR__ERROR_'))
    return `the body cannot be unpacked: ${message} (${code})`
  const said = whatBroke(error, connection)
  if (/CERT|SELF_SIGNED|UNABLE_TO/.test(code)) return `the certificate is refused: ${said}`
  if (code === 'EPROTO' || code.startsWith('ERR_SSL_')) return `TLS failed: ${said}`
  return brokenConnection.test(message) ? `the connection broke before the answer was complete: ${said}` : said
}

const kilobytes = (bytes: number) => bytes / 1024
