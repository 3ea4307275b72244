import { describe, expect, test } from 'vitest'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { grades } from '../../src/recording/evidence.ts'
import { fromHar, toHar } from '../../src/recording/har.ts'
import { record } from '../support/run.ts'
import { validatorOf } from '../support/schema.ts'

/** Requirements about a token and its claims, for which no time has to pass. */
const ofClaims = ['EXPIRY-19', 'EXPIRY-20', 'EXPIRY-25', 'EXPIRY-30', 'EXPIRY-31']
const expiry = requirements.filter(({ id }) => id.startsWith('EXPIRY'))
const aged = grades.indexOf('aged')

describe.each(['2.3.0', '2.3.7-p4', '2.4.1', '2.4.5-p13', '2.4.8-p1'])('as %s', (release) => {
  test('requirements about expiry pass only with a grade, and only on evidence of at least an aged token', async () => {
    const results = judge(await record({ release }), expiry)
    const passed = results.filter(({ verdict }) => verdict === 'pass')
    expect(passed.length).toBeGreaterThan(15)
    expect(passed.filter(({ evidence }) => evidence === undefined)).toEqual([])
    const weak = passed.filter(({ evidence }) => grades.indexOf(evidence ?? 'none') < aged)
    expect(weak.filter(({ id }) => !ofClaims.includes(id))).toEqual([])
  })

  test('without a clock only statements in the token itself pass', async () => {
    const recording = await record({ release, without: ['clock', 'bank'] })
    const results = judge(recording, expiry)
    const passed = results.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id)
    expect(passed.filter((id) => !ofClaims.includes(id))).toEqual([])
    const untestable = results.filter(({ verdict }) => verdict === 'untestable')
    expect(untestable.length).toBeGreaterThan(10)
    expect(untestable.filter(({ setting }) => !setting)).toEqual([])
    const har = JSON.parse(JSON.stringify(toHar(recording)))
    expect(validatorOf('recording')(har)).toEqual([])
    expect(judge(fromHar(har), expiry)).toEqual(results)
  })
})
