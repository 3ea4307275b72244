import { Undecided, untestable } from '../../src/judge/unmet.ts'
import { blocked, Halted } from '../../src/perform/halt.ts'
import type { Stage } from '../../src/perform/stage.ts'
import type { Exchange } from '../../src/recording/exchange.ts'

export const tooManyRequests =
  'We received too many requests for password resets. Please wait and try again later or contact %1.'

/** Longer than a stock shop wants between two requests, in seconds. */
const pause = 601

const throttled = {
  why: 'the shop throttles reset requests',
  setting:
    'let ten minutes pass between two runs, or set customer/password/password_reset_protection_type = 0 on the staging shop',
}

const unsent = {
  why: 'the shop answers false: it could not send the mail',
  setting: 'give the staging shop a mail server, such as Mailpit',
}

/** Whether a reset request was refused because another came shortly before it, in whatever language. */
export function isThrottled(request: Exchange): boolean {
  const { message, parameters } = (request.json ?? {}) as { message?: unknown; parameters?: unknown }
  const one = Array.isArray(parameters) && parameters.length === 1
  return [400, 429].includes(request.status) && one && typeof message === 'string' && message.includes('%1')
}

/** Whether the shop says that it could not send the mail. */
export const isUnsent = ({ status, json }: Exchange): boolean => status === 200 && json === false

/**
 * From 2.4.8 on a shop serves one reset request in ten minutes, from anyone at one address: a circumstance of the
 * run, not a defect.
 * @returns the exchange when it was served
 * @throws Undecided when it was throttled
 */
export function served(request: Exchange): Exchange {
  return isThrottled(request) ? untestable(throttled.why, throttled.setting) : request
}

/** A request whose account was found. @throws Undecided, blocked by it, when there is said to be none: RESET-69 looks at that */
export function found(request: Exchange): Exchange {
  if (request.status === 404) throw new Undecided('blocked', `"${request.name}" found no account`, { by: request.name })
  return request
}

/** As `served`, for a request that the shop has to send a mail for. @throws Undecided when it could not */
export function sent(request: Exchange): Exchange {
  return isUnsent(request) ? untestable(unsent.why, unsent.setting) : served(request)
}

/** Lets ten minutes pass where the shop throttles and time is at hand. @param second the second of two requests */
export async function untilServed(second: Exchange, { canPass, pass }: Pick<Stage, 'canPass' | 'pass'>): Promise<void> {
  if (isThrottled(second) && canPass(pause)) await pass(pause)
}

/** Why nothing that follows a reset request can be asked. */
export function notServed(request: Exchange): Halted {
  const reason = isThrottled(request) ? throttled : isUnsent(request) ? unsent : undefined
  return reason ? new Halted({ kind: 'untestable', power: 'mailbox', ...reason }) : blocked(request, 'true')
}
