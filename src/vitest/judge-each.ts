import { test } from 'vitest'
import { judge } from '../judge/judge.ts'
import { onRequirement, requirements } from '../judge/requirement.ts'
import { scenarios } from '../perform/scenario.ts'
import { recording } from './recording.ts'

// Workers are shared by all files, so a file that is run again in watch mode must define its requirements anew.
requirements.length = 0
scenarios.length = 0
onRequirement.length = 0

/** Defines a test for each requirement of a spec file. It is skipped with a reason if it cannot be judged. */
onRequirement.push((requirement) => {
  test(`${requirement.id} ${requirement.sentence}`, ({ skip }) => {
    const result = judge(recording, [requirement])[0]
    if (!result || result.verdict === 'pass') return
    const { verdict, expected, actual, why } = result
    const reason = why ?? `expected ${expected}, got ${actual}`
    if (verdict === 'fail' || verdict === 'error' || (verdict === 'blocked' && requirement.level === 'must'))
      throw new Error(`${verdict}: ${reason}`)
    skip(`${verdict}: ${reason}`)
  })
})
