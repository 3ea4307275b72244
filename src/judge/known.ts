import type { Exchange, Located } from '../recording/exchange.ts'
import { describe } from '../recording/show.ts'
import { Undecided } from './unmet.ts'

/**
 * What an answer holds at a place, to expect it of another. What was refused, or lacks the value, is nothing to measure
 * others by. What was sent is as it is.
 * @throws Undecided, blocked by the answer
 */
export function known<T = unknown>({ exchange, side, pointer, exists, value }: Located): T {
  if (side === 'request') return value as T
  if (!exists) throw blockedBy(succeeded(exchange), `without ${pointer || 'a JSON body'}`)
  return succeeded(exchange) && (value as T)
}

/** An answer with which others are compared. @throws Undecided, blocked by it, when it is no 200 with JSON */
export function succeeded(exchange: Exchange): Exchange {
  return hadStatus(exchange, 200)
}

/** As `succeeded`, for one that has to have another status. */
export function hadStatus(exchange: Exchange, status: number): Exchange {
  if (exchange.status === status && exchange.body.json) return exchange
  throw new Undecided('blocked', `"${exchange.name}" was answered ${describe(exchange)}`, { by: exchange.name })
}

const blockedBy = ({ name, status }: Exchange, lack: string) =>
  new Undecided('blocked', `"${name}" answered ${status} ${lack}`, { by: name })
