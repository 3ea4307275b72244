import { numberSetting } from '../../target/parse.ts'
import { type Check, type Finding, good, note } from '../check.ts'

/** Seconds of difference that nothing of a run minds. */
const harmless = 5

/**
 * How far the shop's clock is from this machine's, by the answer's Date, which has whole seconds; and how much time
 * may pass. To be merged with src/clock/skew.ts once there is one.
 */
export const clock: Check = {
  name: 'clock',
  after: 'answer',
  async look({ found, settings }) {
    const wait = numberSetting(settings, 'MAGENTO_MAX_WAIT', 90, 0)
    return [skew(found.answer?.header('date'), found.answeredAt as number), waiting(wait)]
  },
}

function skew(date: string | undefined, answeredAt: number): Finding {
  const shown = Date.parse(date ?? '')
  if (Number.isNaN(shown)) return note('the answer has no Date', 'whether the two clocks agree is not known')
  // The time shown began up to a second ago.
  const seconds = Math.round((shown + 500 - answeredAt) / 1000)
  if (Math.abs(seconds) <= harmless) return good('agrees with this machine’s')
  return note(
    `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} this machine’s`,
    'when a token ends by its own account and when it ends here are not the same moment: set one of the clocks',
  )
}

function waiting(seconds: number): Finding {
  if (seconds < 61) return note(`${seconds} s may pass`, 'the token’s end is untestable: set MAGENTO_MAX_WAIT to 90')
  return good(
    `${seconds} s may pass`,
    'the token’s end, from 2.4.4 on, where webapi/jwtauth/customer_expiration is a minute',
  )
}
