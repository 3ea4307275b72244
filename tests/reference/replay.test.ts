import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { differences } from './compare.ts'
import { play } from './replay.ts'
import { recordingOf, type StepRecord, scenarios } from './scenarios.ts'

interface KnownDifference {
  release: string
  scenario: string
  step: string
  reason: string
}

const known = JSON.parse(readFileSync(new URL('differences.json', import.meta.url), 'utf8')) as KnownDifference[]

const leastAgreement = 0.98

describe.each(['2.3.7-p4', '2.4.1', '2.4.7-p6'])('the reference as %s', (release) => {
  it('answers the recorded requests like the real shop', async () => {
    const recording = recordingOf(release)
    const answers = new Map<string, StepRecord>()
    for (const [index, scenario] of scenarios.entries()) {
      if (!scenario.steps.some((step) => recording.has(`${scenario.id}|${step.id}`))) continue
      for (const record of await play(release, scenario, index + 1)) {
        answers.set(`${record.scenario}|${record.step}`, record)
      }
    }
    const found = [...recording].flatMap(([key, real]) =>
      differences(real, answers.get(key)).map((difference) => ({ key, difference })),
    )
    const excused = known.filter((entry) => entry.release === release)
    const keys = excused.map(({ scenario, step }) => `${scenario}|${step}`)
    const differing = new Set(found.map(({ key }) => key))
    expect(found.filter(({ key }) => !keys.includes(key))).toEqual([])
    expect(
      keys.filter((key) => !differing.has(key)),
      'differences that have gone',
    ).toEqual([])
    expect(1 - differing.size / recording.size).toBeGreaterThanOrEqual(leastAgreement)
  })
})
