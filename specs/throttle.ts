import { textsCount } from '../src/judge/language.ts'
import { untestable } from '../src/judge/unmet.ts'
import type { Stage } from '../src/perform/stage.ts'
import type { Exchange } from '../src/recording/exchange.ts'

export const tooManyRequests =
  'We received too many requests for password resets. Please wait and try again later or contact %1.'

/** Longer than a stock shop wants between two requests, in seconds. */
const pause = 601

/** Whether a reset request was refused because another came shortly before it. */
export function isThrottled(request: Exchange): boolean {
  const { message, parameters } = (request.json ?? {}) as { message?: unknown; parameters?: unknown }
  if (request.status !== 400 || !Array.isArray(parameters) || parameters.length !== 1) return false
  return message === tooManyRequests || (!textsCount() && typeof message === 'string' && message.includes('%1'))
}

/**
 * From 2.4.8 on a shop serves one reset request in ten minutes, from anyone at one address: a circumstance of the
 * run, not a defect.
 * @returns the exchange, when it was served @throws Undecided when it was throttled
 */
export function served(request: Exchange): Exchange {
  return isThrottled(request)
    ? untestable(
        'the shop throttles reset requests',
        'let ten minutes pass between two runs, or set customer/password/password_reset_protection_type = 0 on the staging shop',
      )
    : request
}

/** Lets ten minutes pass where the shop throttles and time is at hand. @param probe the second of two requests */
export async function untilServed(probe: Exchange, { canPass, pass }: Pick<Stage, 'canPass' | 'pass'>): Promise<void> {
  if (probe.status === 400 && canPass(pause)) await pass(pause)
}
