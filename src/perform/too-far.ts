import type { Halt } from '../recording/recording.ts'
import type { Clock } from '../target/clock/clock.ts'
import { untestable } from './access.ts'

const shorterLifetime =
  'make the shop’s token lifetime shorter (webapi/jwtauth/customer_expiration, in minutes; before 2.4.4 oauth/access_token_lifetime/customer, in hours)'

/**
 * Returns why this much time cannot pass.
 * @param shorter how to shorten the wait, if it is not for a token to expire
 */
export function tooFar(
  seconds: number,
  clock: Clock,
  shorter = shorterLifetime,
): Extract<Halt, { kind: 'untestable' }> {
  const needed = Math.ceil(seconds)
  const { ahead, longest, setting } = clock
  if (ahead && needed < ahead.seconds)
    return {
      ...untestable('clock'),
      why: `the test needs ${needed} s to pass, and the clock of the second address is ${Math.round(ahead.seconds)} s ahead already`,
      setting: `let the second address of MAGENTO_CLOCK run less than ${needed} s ahead`,
    }
  const most = Math.round((ahead?.seconds ?? 0) + longest)
  return {
    ...untestable('clock'),
    why: `the test needs ${needed} s to pass, and the run may wait at most ${most} s`,
    setting: `raise ${setting}, or ${shorter}`,
  }
}
