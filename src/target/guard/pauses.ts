import { readBody } from '../../recording/body.ts'
import { firstValue } from '../../recording/exchange.ts'
import type { Answered } from '../client/answered.ts'
import { retryAfter } from './retry-after.ts'

/** How often a deferred request is sent again. */
export const repeats = 3
/** The same after 429 from a target that has answered others: a rate limit, with a window of a minute at most. */
export const repeatsOfCounted = 6
/** Seconds to wait if the refusal names none; doubled with each refusal of the same request. */
const firstPause = 1

/**
 * The time until which nothing is sent because the target asked for it: shared by all scenarios, and limited in total.
 */
export class Pauses {
  /** Maximum total of seconds. */
  readonly longest: number
  #until = 0
  #spent = 0
  /** The end of a requested pause that exceeded the maximum; nothing is sent before it. */
  #closedUntil = 0

  constructor(longest: number) {
    this.longest = longest
  }

  /** Seconds paused so far. */
  get spent(): number {
    return Math.round(this.#spent)
  }

  /** Seconds for which the target wants no requests, if that exceeds what may be waited; else 0. */
  get closedFor(): number {
    return Math.max(0, Math.ceil((this.#closedUntil - performance.now()) / 1000))
  }

  /** Milliseconds until the next request may be sent. */
  get left(): number {
    return Math.max(0, this.#until - performance.now())
  }

  /**
   * Defers all requests.
   * @param seconds from now; only the part beyond the current pause counts towards the total
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
  /** True if the request had no effect, so that it can be repeated. */
  readonly again: boolean
  /** True if the response names the seconds. */
  readonly named: boolean
}

/**
 * Returns how to defer a request if its response only says "too early", else undefined. On these routes Magento sends
 * 429 and 503 only for maintenance, so the response comes from a proxy and says nothing about the shop.
 * @param refusals how often this request was deferred already
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

/**
 * Error pages of a cache whose backend timed out: the shop may have executed the request. nginx and Apache send 503
 * without forwarding.
 */
const mayHaveReachedTheShop = /varnish|guru meditation|first byte timeout|backend (fetch|read)|timed? ?out/i

/** True for a 429 with a JSON message, the form of the shop's own refusals. */
export function isTold({ response: { status, body } }: Answered): boolean {
  const { message } = (readBody(body).json?.value ?? {}) as { message?: unknown }
  return status === 429 && typeof message === 'string'
}

/**
 * True for the shop's refusal of too many reset requests, which a mock may send as 429: a template with its parameters.
 */
function isShopsOwn(body: Buffer): boolean {
  const { message, parameters } = (readBody(body).json?.value ?? {}) as { message?: unknown; parameters?: unknown }
  return typeof message === 'string' && message.includes('%1') && Array.isArray(parameters)
}
