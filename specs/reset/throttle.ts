import { Undecided, untestable } from '../../src/judge/unmet.ts'
import { blocked, Halted } from '../../src/perform/halt.ts'
import type { Stage } from '../../src/perform/stage.ts'
import type { Exchange } from '../../src/recording/exchange.ts'

export const tooManyRequests =
  'We received too many requests for password resets. Please wait and try again later or contact %1.'

/** Seconds between two requests, more than a stock shop requires. */
const pause = 601
/** Seconds after which a stock shop no longer counts a request. */
export const hour = 3601

const throttled = {
  why: 'the shop throttles reset requests',
  setting:
    'let ten minutes pass between two runs, or set customer/password/password_reset_protection_type = 0 on the staging shop',
}

const unsent = {
  why: 'the shop returned false: it could not send the mail',
  setting: 'configure a mail server for the staging shop, such as Mailpit',
}

/** True if a reset request was refused because of an earlier one, in any language. */
export function isThrottled(request: Exchange): boolean {
  const { message, parameters } = (request.json ?? {}) as { message?: unknown; parameters?: unknown }
  const one = Array.isArray(parameters) && parameters.length === 1
  return [400, 429].includes(request.status) && one && typeof message === 'string' && message.includes('%1')
}

/** True if the shop reports that it could not send the mail. */
export const isUnsent = ({ status, json }: Exchange): boolean => status === 200 && json === false

/**
 * From 2.4.8 on a shop accepts one reset request in ten minutes for each IP address: a condition of the run, not a
 * defect.
 * @returns the exchange if the request was accepted
 * @throws Undecided if the request was throttled
 */
export function served(request: Exchange): Exchange {
  return isThrottled(request) ? untestable(throttled.why, throttled.setting) : request
}

/** Returns the exchange if the account was found. @throws Undecided, blocked by it, if not (see RESET-69) */
export function found(request: Exchange): Exchange {
  if (request.status === 404) throw new Undecided('blocked', `"${request.name}" found no account`, { by: request.name })
  return request
}

/** Like `served`, for a request that must cause a mail. @throws Undecided if the shop could not send it */
export function sent(request: Exchange): Exchange {
  return isUnsent(request) ? untestable(unsent.why, unsent.setting) : served(request)
}

/**
 * Lets ten minutes pass if the shop throttles and the run can let time pass.
 * @param second the second of two requests
 * @param seconds to pass, if others
 */
export async function untilServed(
  second: Exchange,
  { canPass, pass }: Pick<Stage, 'canPass' | 'pass'>,
  seconds = pause,
): Promise<void> {
  if (isThrottled(second) && canPass(seconds)) await pass(seconds)
}

/** Why steps after a reset request cannot be performed. */
export function notServed(request: Exchange): Halted {
  const reason = isThrottled(request) ? throttled : isUnsent(request) ? unsent : undefined
  return reason ? new Halted({ kind: 'untestable', power: 'mailbox', ...reason }) : blocked(request, 'true')
}
