import type { Exchange, Located } from '../recording/exchange.ts'
import { describe } from '../recording/show.ts'
import { Undecided } from './unmet.ts'

/**
 * Returns a value of an answer, to compare another answer with it. A value of the request is returned unchanged.
 * @throws Undecided, blocked by the answer, if it is an error or lacks the value
 */
export function known<T = unknown>({ exchange, side, pointer, exists, value }: Located): T {
  if (side === 'request') return value as T
  if (!exists) throw blockedBy(succeeded(exchange), `without ${pointer || 'a JSON body'}`)
  return succeeded(exchange) && (value as T)
}

/** Returns an answer, to compare others with it. @throws Undecided, blocked by it, unless it is a 200 with JSON */
export function succeeded(exchange: Exchange): Exchange {
  return hadStatus(exchange, 200)
}

/** Like `succeeded`, for an answer with another expected status. */
export function hadStatus(exchange: Exchange, status: number): Exchange {
  if (exchange.status === status && exchange.body.json) return exchange
  throw new Undecided('blocked', `"${exchange.name}" was answered ${describe(exchange)}`, { by: exchange.name })
}

/**
 * @throws Undecided, blocked by the response, unless it did what another depends on.
 * @param lack e.g. `without the new e-mail`
 */
export function needed(exchange: Exchange, holds: boolean, lack: string): void {
  if (!holds) throw blockedBy(exchange, lack)
}

const blockedBy = ({ name, status }: Exchange, lack: string) =>
  new Undecided('blocked', `"${name}" answered ${status} ${lack}`, { by: name })
