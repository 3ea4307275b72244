import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests of the suite itself: the reference, the faults, the reports, the command line. `npm test`. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['tests/**/*.test.ts'],
    globalSetup: 'tests/support/built.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // The default leaves a processor idle; the faults are shared out between as many files as it has here.
    maxWorkers: '100%',
  },
})
