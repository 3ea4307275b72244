import { availableParallelism } from 'node:os'
import { longTests } from '../long.ts'
import { programPath } from './needs.ts'
import { slowness } from './patience.ts'

/** Measured minutes on two idle cores. */
const minutes = { short: 1, long: 12 }

/** Programs that tests need besides Node, with their Debian packages. */
const packages = {
  chromium: 'chromium',
  java: 'default-jre-headless',
  dovecot: 'dovecot-imapd',
  exim4: 'exim4-daemon-light',
  faketime: 'faketime',
}

/** Prints before the first test how long the tests take on this machine, and which are skipped. */
export default function announce(): void {
  const isLong = process.env.CONTRACT_TESTS_LONG === '1'
  const estimate = (minutes[isLong ? 'long' : 'short'] * slowness * 2) / Math.min(2, availableParallelism())
  const missing = Object.entries(packages).flatMap(([program, name]) => (programPath(program) ? [] : [name]))
  const rounded = Math.max(1, Math.round(estimate))
  const time = rounded === 1 ? 'a minute' : `${rounded} minutes`
  console.log(`\n${isLong ? 'The long tests' : 'The short tests'}: about ${time} on this machine.`)
  if (!isLong)
    console.log(
      `Left out: ${Object.keys(longTests).length} files of long tests. npm run test:long runs them (${minutes.long} minutes on two cores).`,
    )
  if (missing.length > 0)
    console.log(`Tests that need more than Node are skipped. To run them: apt-get install ${missing.join(' ')}`)
}
