import { availableParallelism } from 'node:os'
import { longTests } from '../long.ts'
import { programPath } from './needs.ts'
import { slowness } from './patience.ts'

/** Minutes on two idle cores, as measured. */
const minutes = { short: 2, all: 15 }

/** What tests need besides Node: the Debian package of each program. */
const packages = {
  chromium: 'chromium',
  java: 'default-jre-headless',
  dovecot: 'dovecot-imapd',
  exim4: 'exim4-daemon-light',
  faketime: 'faketime',
}

/** Says before the first test how long they take here, and which are left out. */
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
