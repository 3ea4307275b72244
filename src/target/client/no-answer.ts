import { maxHeaderSize } from 'node:http'
import { challengeTexts, type Front, frontOf } from '../../recording/front.ts'
import { isUnavailable, unavailability } from '../../recording/unavailable.ts'
import type { Answered } from './answered.ts'
import { largestAnswer, largestRun } from './body.ts'
import { type Connection, whatBroke } from './connection.ts'

/**
 * Thrown if the target gave no complete answer: refused, reset, timed out, too large, no HTTP, no TLS. It is never
 * counted as a failure of the shop.
 */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

/** Thrown for a response of something in front of the shop: see `isUnavailable`. */
export class Unavailable extends NoAnswer {
  readonly answered: Answered

  constructor(what: string, answered: Answered) {
    super(`${what}: ${unavailability(answered.response)}`)
    this.answered = answered
  }
}

/**
 * Thrown if a request is answered with 429 and JSON after all retries, without Retry-After: either a rate limit in
 * front of the shop, or the shop's response to this request. Only other responses of the run can tell.
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
 * Returns the response unchanged if it is the shop's.
 * @param page true for a storefront page, which is HTML
 * @throws Unavailable if it is not the shop's, Challenged for a browser challenge
 */
export function ofTheShop(what: string, answered: Answered, page = false): Answered {
  const front = page ? undefined : frontOf(answered.response)
  if (front?.kind === 'challenge') throw new Challenged(front)
  if (isUnavailable(answered.response)) throw new Unavailable(what, answered)
  return answered
}

const brokenConnection = /ECONNRESET|EPIPE|aborted|socket hang up/

/** True if the connection broke, so that a retry may succeed. */
export function isBroken(error: unknown): boolean {
  const { cause } = error as Error
  return error instanceof NoAnswer && cause instanceof Error && brokenConnection.test(cause.message)
}

/** True for a temporary failure, for which an immediate retry may succeed. */
export const isPassing = (error: unknown): boolean => isBroken(error) || error instanceof Unavailable

/** True if an error of the HTTP library is a timeout. */
export const isLate = (error: unknown): boolean => (error as { code?: string }).code === 'ECONNABORTED'

/**
 * Returns why no answer came.
 * @param timeout milliseconds per response
 * @param limit maximum bytes of this response
 * @param connection proxy and certificates, which may be the cause
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
