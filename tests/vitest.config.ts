import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { longTests } from './long.ts'
import { LongestFirst } from './support/longest-first.ts'
import { slowness } from './support/patience.ts'

/** If files are named, they run even if they are long. */
const areNamed = process.argv.some((arg) => /^(\.\/)?tests\b/.test(arg) && !arg.endsWith('vitest.config.ts'))

/**
 * Tests of the suite itself: the reference, the faults, the reports, the command line. `npm test` runs the short ones,
 * `npm run test:long` (`--mode long`) the others.
 */
export default defineConfig(({ mode }) => {
  const isLong = mode === 'long'
  const long = Object.keys(longTests)
  if (isLong) process.env.CONTRACT_TESTS_LONG = '1'
  return {
    test: {
      root: fileURLToPath(new URL('..', import.meta.url)),
      include: isLong ? long : ['tests/**/*.test.ts'],
      exclude: ['**/node_modules/**', ...(isLong || areNamed ? [] : long)],
      globalSetup: areNamed ? ['tests/support/built.ts'] : ['tests/support/announced.ts', 'tests/support/built.ts'],
      sequence: { sequencer: LongestFirst },
      testTimeout: Math.ceil(300_000 * slowness),
      hookTimeout: Math.ceil(300_000 * slowness),
      // Most short tests import all specs: they share them. A test that replaces what others import is a long one.
      isolate: isLong || areNamed,
      // The default leaves a processor idle. The long tests mostly wait, for timeouts, pauses and other processes.
      maxWorkers: isLong ? availableParallelism() * 2 : '100%',
    },
  }
})
