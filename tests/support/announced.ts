import { availableParallelism } from 'node:os'
import { longTests } from '../long.ts'
import { programPath } from './needs.ts'
import { slowness } from './patience.ts'

/** Measured minutes on two idle cores. */
const minutes = { short: 2, all: 15 }

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
  const isAll = process.env.CONTRACT_TESTS_ALL === '1'
  const estimate = (minutes[isAll ? 'all' : 'short'] * slowness * 2) / Math.min(2, availableParallelism())
  const missing = Object.entries(packages).flatMap(([program, name]) => (programPath(program) ? [] : [name]))
  console.log(
    `\n${isAll ? 'All tests' : 'The short tests'}: about ${Math.max(1, Math.round(estimate))} minutes on this machine.`,
  )
  if (!isAll)
    console.log(
      `Left out: ${Object.keys(longTests).length} files of long tests. npm run test:all runs them too (${minutes.all} minutes on two cores).`,
    )
  if (missing.length > 0)
    console.log(`Tests that need more than Node are skipped. To run them: apt-get install ${missing.join(' ')}`)
}
