import { test } from 'node:test'
import type { PerformOptions } from './perform.ts'
import { defineTests } from './requirement-tests.ts'

/** Defines tests for `node --test`: `await testRequirements({ url })` at the top level of a test file. */
export const testRequirements = (options: PerformOptions = {}): Promise<void> =>
  defineTests((name, run) => void test(name, (context) => run((reason) => context.skip(reason))), options)
