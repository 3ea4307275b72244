import { readBody } from '../../recording/body.ts'
import { firstValue } from '../../recording/exchange.ts'
import type { Answered } from '../client/answered.ts'
import { retryAfter } from './retry-after.ts'

/** How often a request that was put off is sent again. */
export const repeats = 3
/** … with 429 by a target that has answered others, and so counts them, by the minute at most. */
export const repeatsOfCounted = 6
/** Seconds to wait where a refusal names none: doubled with each refusal of the same request. */
const firstPause = 1

/**
 * The time for which nobody asks, because the target said so: one for the whole run, however many scenarios there
 * are, and limited in all.
 */
export class Pauses {
  /** Seconds that may be waited in all. */
  readonly longest: number
  #until = 0
  #spent = 0
  /** What was asked for and could not be waited: until then nothing is sent. */
  #closedUntil = 0

  constructor(longest: number) {
    this.longest = longest
  }

  /** Seconds waited so far. */
  get spent(): number {
    return Math.round(this.#spent)
  }

  /** Seconds for which the target wants no requests, more than can be waited; 0 when it takes them. */
  get closedFor(): number {
    return Math.max(0, Math.ceil((this.#closedUntil - performance.now()) / 1000))
  }

  /** Milliseconds still to be waited before the next request. */
  get left(): number {
    return Math.max(0, this.#until - performance.now())
  }

  /**
   * Puts all requests off.
   * @param seconds from now; counted only as far as it is longer than what is being waited already
   */
  begin(seconds: number): void {
    const until = performance.now() + seconds * 1000
    const more = seconds - this.left / 1000
    if (more <= 0) return
    if (this.#spent + more > this.longest) {
      this.#closedUntil = Math.max(this.#closedUntil, until)
      return
    }
    this.#spent += more
    this.#until = until
  }
}

export interface PutOff {
  /** Seconds to wait. */
  readonly seconds: number
  /** Whether nothing can have come of the request, so that it can be sent again. */
  readonly again: boolean
  /** Whether the answer itself says how long. */
  readonly named: boolean
}

/**
 * Whether an answer only says that it is too early. Magento sends neither status on these routes, but for maintenance:
 * it comes from what stands in front of it, and says nothing about the shop.
 * @param refusals how often this request has been put off already
 */
export function putOff({ request, response }: Answered, refusals: number): PutOff | undefined {
  const { status, headers, body } = response
  if (status !== 429 && status !== 503) return undefined
  const asked = retryAfter(firstValue(headers, 'retry-after'), Date.now())
  const named = asked !== undefined
  const seconds = asked ?? firstPause * 2 ** refusals
  if (status === 429) return named || !isShopsOwn(body) ? { seconds, again: true, named } : undefined
  const isFront = body.length > 0 && readBody(body).json === undefined
  if (!named && !isFront) return undefined
  const harmless = ['GET', 'HEAD'].includes(request.method)
  return { seconds, again: harmless || (isFront && !mayHaveReachedTheShop.test(body.toString('latin1'))), named }
}

/** A cache that waited for the shop in vain: what it passed on may have been done. nginx and Apache say 503 before. */
const mayHaveReachedTheShop = /varnish|guru meditation|first byte timeout|backend (fetch|read)|timed? ?out/i

/** Whether a 429 is JSON with a message, as the shop's own refusals are. */
export function isTold({ response: { status, body } }: Answered): boolean {
  const { message } = (readBody(body).json?.value ?? {}) as { message?: unknown }
  return status === 429 && typeof message === 'string'
}

/** The shop's own refusal of a reset request too many, which a mock may send as 429: a template with its parameters. */
function isShopsOwn(body: Buffer): boolean {
  const { message, parameters } = (readBody(body).json?.value ?? {}) as { message?: unknown; parameters?: unknown }
  return typeof message === 'string' && message.includes('%1') && Array.isArray(parameters)
}
