import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/judge/judge.ts'
import { requirements } from '../../../src/judge/requirement.ts'
import { Exchange } from '../../../src/recording/exchange.ts'
import { allDeviations } from '../../../src/report/documents/deviations.ts'
import { threeWays } from '../../../src/report/documents/three-ways.ts'
import { recording } from '../../support/literal.ts'
import { recordedExchanges } from './recorded-exchanges.ts'
import '../../../specs/index.ts'

/** Errors that only recordings of whole runs show (tests/recordings.test.ts), not the recorded steps. */
const shownByRuns = ['attribute-label-null', 'country-name-null']

const releases = ['2.3.7-p4', '2.4.1', '2.4.7-p6']

/** Returns the first recorded response with the text, with the text replaced. */
function altered(exchanges: readonly Exchange[], text: string, other: string): Exchange[] {
  let done = false
  return exchanges.map((exchange) => {
    const body = exchange.data.response.body.toString()
    if (done || !body.includes(text) || exchange.status !== 200 || exchange.data.scenario === 'self-description')
      return exchange
    done = true
    const response = { ...exchange.data.response, body: Buffer.from(body.replace(text, other)) }
    return new Exchange({ ...exchange.data, response })
  })
}

describe.each(releases)('the responses of a real %s', (release) => {
  const exchanges = recordedExchanges(release)
  const { findings, ...compared } = threeWays(exchanges, release)

  test('differ from the documents only by known errors', () => {
    expect(compared.live).toBe('admin')
    expect(compared.answers).toBeGreaterThan(450)
    expect(findings.filter(({ known, event }) => !known || event)).toEqual([])
    const shown = new Set(findings.map(({ known }) => known))
    const judging = allDeviations().filter(({ is, id }) => is !== undefined && !shownByRuns.includes(id))
    expect([...shown]).toEqual(expect.arrayContaining(judging.map(({ id }) => id)))
  })

  test('disagreements would be found', () => {
    const wrong = threeWays(altered(exchanges, '"group_id":1', '"group_id":"1"'), release).findings
    const found = wrong.filter(({ known }) => !known)
    expect(found).toContainEqual(
      expect.objectContaining({
        pair: 'live ↔ answer',
        pointer: '/definitions/customer-data-customer-interface/properties/group_id/type',
        at: '/group_id',
        says: ['"type": "integer"', '"1"'],
        seen: 1,
      }),
    )
  })

  test('meets all requirements about the description', () => {
    const about = requirements.filter(({ id, advice }) => /^SCHEMA-(0[3-9]|1\d)$/.test(id) && !advice)
    const verdicts = judge(described(exchanges), about, release).map(({ id, verdict }) => `${id} ${verdict}`)
    expect(verdicts.filter((verdict) => !/ (pass|inapplicable)$/.test(verdict))).toEqual([])
    expect(verdicts.length - verdicts.filter((verdict) => / inapplicable$/.test(verdict)).length).toBeGreaterThan(7)
  })
})

/** A recording as of a run that performed the scenario. */
function described(exchanges: readonly Exchange[]) {
  return { ...recording(exchanges), outcomes: [{ scenario: 'self-description' }] }
}

test('Adobe’s document is compared if there is one for the release’s line', () => {
  expect(releases.map((release) => threeWays(recordedExchanges(release), release).published)).toEqual([
    undefined,
    undefined,
    '2.4.7',
  ])
})
