import { describe, expect, test } from 'vitest'
import { answers, together } from '../../../faults/change.ts'
import {
  describing,
  describingDefinition,
  describingOperation,
  refusingDescription,
} from '../../../faults/changes/description.ts'
import type { Change } from '../../../reference/index.ts'
import { judge } from '../../../src/judge/judge.ts'
import { areaOf, requirements } from '../../../src/judge/requirement.ts'
import { threeWays } from '../../../src/report/documents/three-ways.ts'
import { documentLines } from '../../../src/report/documents.ts'
import { jsonText } from '../../../src/report/json.ts'
import { reportOf } from '../../../src/report/report-of.ts'
import { record, red } from '../../support/run.ts'
import { validatorOf } from '../../support/schema.ts'

/** Returns the findings that a change of the reference adds. */
async function news(change: Change, release = '2.4.8-p1') {
  const { exchanges } = await record({ release, changes: [change] })
  const documents = threeWays(exchanges, release)
  const { findings } = documents
  return { documents, findings, unknown: findings.filter(({ known, event }) => !known && !event) }
}

const customer = 'customer-data-customer-interface'

describe('the comparison of all three', () => {
  test('finds only known errors on the reference, and the report says so', async () => {
    const recording = await record()
    const report = reportOf(recording, requirements, judge(recording, requirements))
    expect(report.documents).toMatchObject({ published: '2.4.8', live: 'admin' })
    expect(report.documents?.findings.filter(({ known }) => !known)).toEqual([])
    expect(validatorOf('report')(JSON.parse([...jsonText(report)].join('')))).toEqual([])
    expect(documentLines(report.documents as never)).toEqual([
      expect.stringMatching(
        /^compared Adobe’s document of 2\.4\.8, the shop’s description for administrators, \d+ answers: \d+ disagreements, all of them known errors of the documents$/,
      ),
    ])
  })

  test.each([
    ['TOKEN', false],
    ['SCHEMA', true],
  ])('with --only %s: %s', async (area, isCompared) => {
    const recording = await record()
    const chosen = requirements.filter(({ id }) => areaOf(id) === area)
    const { documents } = reportOf(recording, chosen, judge(recording, chosen), { only: [area] })
    expect(documents !== undefined).toBe(isCompared)
  })

  test('reports a description that declares another type, from both sides', async () => {
    const { unknown, documents } = await news(
      describingDefinition(customer, ({ properties, ...schema }) => ({
        ...schema,
        properties: { ...properties, id: { type: 'string' } },
      })),
    )
    const pointer = `/definitions/${customer}/properties/id/type`
    const [between, ...others] = unknown
    expect(between).toMatchObject({ pair: 'published ↔ live', pointer, says: ['"integer"', '"string"'] })
    expect(between?.operations).toContain('POST /V1/customers')
    expect(others).toMatchObject([{ pair: 'live ↔ answer', pointer, at: '/id' }])
    expect(others[0]?.says[0]).toBe('"type": "string"')
    expect(others[0]?.seen).toBeGreaterThan(20)
    expect(documentLines(documents).filter((line) => line.startsWith('live ↔ answer'))).toHaveLength(1)
  })

  test('reports a response that both documents describe differently', async () => {
    const { unknown } = await news(
      answers(
        ({ path, method }, { status }) => method === 'GET' && path.endsWith('/V1/customers/me') && status === 200,
        ({ value }) => ({ value: { ...Object(value), loyalty: 'gold' } }),
      ),
    )
    expect(unknown.map(({ pair, at, says }) => [pair, at, ...says])).toEqual([
      ['live ↔ answer', '/loyalty', 'no "loyalty"', '{"loyalty":"gold"}'],
      ['published ↔ answer', '/loyalty', 'no "loyalty"', '{"loyalty":"gold"}'],
    ])
  })

  test('reports an operation that works and is not described', async () => {
    const { unknown } = await news(describingOperation('get', '/V1/customers/me', () => undefined))
    expect(unknown.map(({ pair, operations, says }) => [pair, ...operations, says[0].slice(0, 30)])).toEqual([
      ['published ↔ live', 'GET /V1/customers/me', 'GET /V1/customers/me'],
      ['live ↔ answer', 'GET /V1/customers/me', 'nothing'],
    ])
  })

  test('reports an operation that only the description has', async () => {
    const made = '/V1/customers/me/avatar'
    const { unknown } = await news(
      describing(({ paths, ...document }) => ({
        ...document,
        paths: { ...paths, [made]: { get: { responses: {} } } },
      })),
    )
    expect(unknown.map(({ pair, operations, says }) => [pair, ...operations, ...says])).toEqual(
      // One entry for administrators and one for guests, at the same place.
      [['published ↔ live', `GET ${made}`, 'nothing', `GET ${made}`]],
    )
  })

  test('reports a status that the document does not name, unless that is known', async () => {
    const { unknown } = await news(
      answers(
        ({ path, method }, { status }) => method === 'GET' && path.endsWith('/V1/customers/me') && status === 401,
        () => ({ status: 403 }),
      ),
    )
    expect(unknown.map(({ pair, pointer, says }) => [pair, pointer, says[1]])).toEqual([
      ['live ↔ answer', '/paths/~1V1~1customers~1me/get/responses/403', '403'],
      ['published ↔ answer', '/paths/~1V1~1customers~1me/get/responses/403', '403'],
    ])
  })
})

describe('a known error that is gone is reported', () => {
  test('if the description no longer has it', async () => {
    const { findings } = await news(describingDefinition('error-parameters', () => ({ type: 'object' })))
    const events = findings.filter(({ event }) => event)
    expect(events).toEqual([
      {
        pair: 'live ↔ answer',
        operations: [],
        pointer: '/definitions/error-parameters',
        says: ['{"type":"object"}', expect.stringContaining('"array"')],
        event: 'the known error error-parameters-named is gone: the document no longer has it',
      },
    ])
  })

  test('if the shop responds as the documents say', async () => {
    const { findings, documents } = await news(
      answers(
        (_, { status, value }) => status >= 400 && Object(value).parameters !== undefined,
        ({ value }) => ({ value: { ...Object(value), parameters: [{ fieldName: 'email' }] } }),
      ),
    )
    const events = findings.filter(({ event }) => event)
    expect(events.map(({ pair, at, event }) => [pair, at, event])).toEqual(
      ['live ↔ answer', 'published ↔ answer'].map((pair) => [
        pair,
        '/parameters/0',
        'the known error error-parameters-bare is gone: the shop responds as the document says',
      ]),
    )
    expect(documentLines(documents).filter((line) => line.startsWith('event: '))).toHaveLength(2)
  })
})

describe('a shop without a description', () => {
  const about = requirements.filter(({ id }) => id.startsWith('SCHEMA-'))
  const verdictsOf = async (change: Change) => {
    const recording = await record({ changes: [change] })
    expect(red(recording)).toEqual([])
    return Object.fromEntries(judge(recording, about).map(({ id, verdict }) => [id, verdict]))
  }

  test('makes all requirements about it untestable, and is compared with Adobe’s document', async () => {
    const verdicts = await verdictsOf(refusingDescription(() => true))
    const { 'SCHEMA-05': asking, ...others } = verdicts
    expect(asking).toBe('pass')
    expect(new Set(Object.values(others))).toEqual(new Set(['untestable']))
    const { documents } = await news(refusingDescription(() => true))
    expect(documents).toMatchObject({ published: '2.4.8' })
    expect(documents.live).toBeUndefined()
  })

  test('that is refused to guests makes only theirs untestable', async () => {
    const verdicts = await verdictsOf(refusingDescription(({ user }) => user === undefined))
    const untestable = Object.entries(verdicts).filter(([, verdict]) => verdict === 'untestable')
    expect(untestable.map(([id]) => id)).toEqual(['SCHEMA-01', 'SCHEMA-02'])
  })
})

describe('a hostile description', () => {
  const describedAs = (change: object) =>
    answers(
      ({ path }) => /\/schema\/?$/.test(path),
      ({ value }) => ({ value: { ...Object(value), ...change } }),
    )
  const self = { $ref: `#/definitions/${customer}` }
  const nothing = Object.fromEntries(['type', 'required', 'enum', 'properties', 'items', '$ref'].map((key) => [key, 7]))

  test.each([
    ['refers to nothing but itself', describedAs({ definitions: { [customer]: self, 'error-response': self } })],
    ['has numbers for everything', describedAs({ definitions: { [customer]: nothing, 'error-response': nothing } })],
    ['has a number for each path', describedAs({ paths: { '/V1/customers': 7, '/V1/customers/me': { get: 7 } } })],
    ['has other types', together(describedAs({ definitions: [], paths: {} }))],
    ['refers to other places', describedAs({ definitions: { [customer]: { $ref: 'http://169.254.169.254/#' } } })],
  ])('%s: is judged, and breaks nothing', async (_, change) => {
    const recording = await record({ changes: [change] })
    const results = judge(recording, requirements)
    expect(results.filter(({ verdict }) => verdict === 'error')).toEqual([])
    expect(results.some(({ id, verdict }) => id.startsWith('SCHEMA-') && verdict === 'warn')).toBe(true)
    expect(() => reportOf(recording, requirements, results)).not.toThrow()
  })
})
