import { expect, test } from 'vitest'
import { wrapped } from '../../../src/report/wrap.ts'
import { contractHere } from '../../support/here.ts'

test('a fault is explained with what it does, what detects it and how to fix it; for an unknown one the most similar is named', async () => {
  const { code, stdout } = await contractHere(['explain', 'fault:exp-ignored'])
  expect(code).toBe(0)
  expect(stdout).toMatch(/mend +look at the settings webapi\/jwtauth\/customer_expiration/)
  expect(stdout).toMatch(/shows +EXPIRY-02 .*\n[\s\S]*blocks +EXPIRY-\d+[\s\S]*mend +/)
  const wrong = await contractHere(['explain', 'fault:exp-ignore'])
  expect(wrong.code).toBe(2)
  expect(wrong.stderr).toContain('Did you mean fault:exp-ignored?')
})

test('lines are wrapped between words only', () => {
  expect(wrapped('   got       a few words that are long', 26)).toEqual([
    '   got       a few words',
    '             that are long',
  ])
  expect(wrapped('a/very/long/word b', 5)).toEqual(['a/very/long/word', 'b'])
  expect(wrapped('stays as it is', undefined)).toEqual(['stays as it is'])
})
