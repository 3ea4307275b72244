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
  if (seconds === undefined) return note('the answer has no Date', 'whether the two clocks agree is not known')
  if (Math.abs(seconds) <= harmless) return good('agrees with this machine’s')
  return note(
    `${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} this machine’s`,
    'a run measures it and allows for it',
  )
}

/** Describes how a run can let a token expire (docs/expiry.md). */
function passing(settings: Settings): Finding {
  const { kind } = clockSetting(settings)
  if (kind === 'command') return good('a command moves it', 'the token’s end; it is believed when the shop shows it')
  if (kind === 'ahead') return good('a second address is ahead', 'the token’s end; a run measures how far')
  const wait = longestWaitSetting(settings)
  const bank = settings.get('MAGENTO_TOKEN_BANK')
  const waiting = `${wait} s may pass`
  if (bank) return good(`${waiting}, and tokens are kept in ${bank}`, 'the token’s end, in this run or a later one')
  const remedy = 'set MAGENTO_TOKEN_BANK, so that a later run sees it (docs/expiry.md)'
  if (wait < 61) return note(waiting, `the token’s end is untestable: ${remedy}`)
  return good(waiting, `the token’s end, where tokens live no longer than that; else ${remedy}`)
}
