import { test } from 'vitest'
import type { PerformOptions } from './perform.ts'
import { defineTests } from './requirement-tests.ts'

/** Defines tests for vitest: `await testRequirements({ url })` at the top level of a test file. */
export const testRequirements = (options: PerformOptions = {}): Promise<void> =>
  defineTests((name, run) => test(name, ({ skip }) => run(skip)), options)
