import { test } from 'vitest'
import { judge } from '../judge/judge.ts'
import { onRequirement, requirements } from '../judge/requirement.ts'
import { scenarios } from '../perform/scenario.ts'
import { recording } from './recording.ts'

// The workers are shared by all files: a file that is watched and run again defines its own anew.
requirements.length = 0
scenarios.length = 0
onRequirement.length = 0

/** Makes a test of every requirement that a spec file defines. What cannot be judged is skipped, with its reason. */
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
