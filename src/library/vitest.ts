import { test } from 'vitest'
import type { PerformOptions } from './perform.ts'
import { defineTests } from './requirement-tests.ts'

/** Makes tests of vitest: `await testRequirements({ url })` at the top of a test file. */
export const testRequirements = (options: PerformOptions = {}): Promise<void> =>
  defineTests((name, run) => test(name, ({ skip }) => run(skip)), options)
