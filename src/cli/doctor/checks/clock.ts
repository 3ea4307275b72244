import type { Exchange } from '../../../recording/exchange.ts'
import { skewIn } from '../../../target/clock/skew.ts'
import { clockSetting, longestWaitSetting } from '../../../target/open-clock.ts'
import type { Settings } from '../../../target/settings.ts'
import { type Check, type Finding, good, note } from '../check.ts'

/** Seconds of clock difference that do not affect a run. */
const harmless = 5

/** Checks the difference of the clocks, by the `Date` header, and how the run can let a token expire. */
export const clock: Check = {
  name: 'clock',
  after: 'answer',
  async look({ found, settings }) {
    return [skew(found.answer as Exchange), passing(settings)]
  },
}

function skew(answer: Exchange): Finding {
  const seconds = skewIn(answer)
  if (seconds === undefined)
    return note('the response has no Date header', 'the difference of the two clocks is unknown')
  if (Math.abs(seconds) <= harmless) return good('agrees with this machine’s')
  return note(
    `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} this machine’s`,
    'a run takes the difference into account',
  )
}

/** Describes how a run can let a token expire (docs/expiry.md). */
function passing(settings: Settings): Finding {
  const { kind } = clockSetting(settings)
  if (kind === 'command')
    return good(
      'a command moves the shop’s clock',
      'a run can test the expiry of tokens, if the shop’s Date header shows the new time',
    )
  if (kind === 'ahead')
    return good(
      'the clock of a second address is ahead',
      'a run can test the expiry of tokens, and measures the difference',
    )
  const wait = longestWaitSetting(settings)
  const bank = settings.get('MAGENTO_TOKEN_BANK')
  const waiting = `a run waits up to ${wait} s`
  if (bank)
    return good(
      `${waiting}; tokens are kept in ${bank}`,
      'the expiry of tokens is tested in this run or in a later one',
    )
  const remedy = 'set MAGENTO_TOKEN_BANK, so that a later run tests it (docs/expiry.md)'
  if (wait < 61) return note(waiting, `the expiry of tokens is untestable: ${remedy}`)
  return good(waiting, `the expiry of tokens is tested if their lifetime is not longer; otherwise ${remedy}`)
}
