import { defineConfig } from 'vitest/config'

/**
 * `npx vitest`: performs once, then judges; watching a spec judges again without asking again.
 * The suite's own tests have a configuration of their own, tests/vitest.config.ts.
 */
export default defineConfig({
  test: {
    include: ['specs/**/*.spec.ts'],
    globalSetup: ['src/vitest/perform-once.ts'],
    isolate: false,
    setupFiles: ['src/vitest/judge-each.ts'],
  },
})
