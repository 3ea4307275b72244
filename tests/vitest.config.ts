import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { longTests } from './long.ts'
import { LongestFirst } from './support/longest-first.ts'
import { slowness } from './support/patience.ts'

/** If files are named, they run even if they are long. */
const areNamed = process.argv.some((arg) => /^(\.\/)?tests\b/.test(arg) && !arg.endsWith('vitest.config.ts'))

/**
 * Tests of the suite itself: the reference, the faults, the reports, the command line. `npm test` skips the long
 * ones, `npm run test:all` (`--mode all`) runs all.
 */
export default defineConfig(({ mode }) => {
  const isAll = mode === 'all'
  if (isAll) process.env.CONTRACT_TESTS_ALL = '1'
  return {
    test: {
      root: fileURLToPath(new URL('..', import.meta.url)),
      include: ['tests/**/*.test.ts'],
      exclude: ['**/node_modules/**', ...(isAll || areNamed ? [] : Object.keys(longTests))],
      globalSetup: areNamed ? ['tests/support/built.ts'] : ['tests/support/announced.ts', 'tests/support/built.ts'],
      sequence: { sequencer: LongestFirst },
      testTimeout: Math.ceil(300_000 * slowness),
      hookTimeout: Math.ceil(300_000 * slowness),
      // Some tests replace imports of other files.
      isolate: true,
      // The default leaves one processor idle. The long tests mostly wait for timeouts, pauses and other processes.
      maxWorkers: isAll ? availableParallelism() * 2 : '100%',
    },
  }
})
