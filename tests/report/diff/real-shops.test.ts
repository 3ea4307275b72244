import { describe, expect, test } from 'vitest'
import type { Recording } from '../../../src/recording/recording.ts'
import { play } from '../../reference/replay.ts'
import { recordingOf, type StepRecord, scenarios } from '../../reference/scenarios.ts'
import { diffBetween } from '../../support/reports.ts'
import { asRecording } from './real-shops.ts'

const realShop = (release: string) => asRecording(release, [...recordingOf(release).values()])

/** The reference's responses to the same requests. */
async function replayed(release: string): Promise<Recording> {
  const asked = recordingOf(release)
  const records: StepRecord[] = []
  for (const [index, scenario] of scenarios.entries()) {
    if (!scenario.steps.some(({ id }) => asked.has(`${scenario.id}|${id}`))) continue
    for (const record of await play(release, scenario, index + 1)) {
      const { request } = asked.get(`${record.scenario}|${record.step}`) ?? {}
      records.push({ ...record, ...(request ? { request } : {}) })
    }
  }
  return asRecording(release, records)
}

/** Unannounced differences between real shops, each with its explanation. */
const findings: readonly (readonly [line: RegExp, why: string])[] = [
  [/^minor: header server$/, 'the shops ran behind other web servers'],
  [/^(minor|added): header x-powered-by$/, 'their PHP is another one, and the newest does not say so'],
  [
    /^minor: header content-security-policy-report-only$/,
    'the storefront’s page at /magento_version allows other hosts',
  ],
  [/^(minor|added): header x-magento-tags$/, 'the same page began to say what its cache is cleared by'],
  [/^text: \/(definitions|paths)\/.*\/description$/, 'the schema describes itself in other words'],
]

describe('the responses of three real shops to the same requests', () => {
  test.each([
    ['2.3.7-p4', '2.4.1'],
    ['2.4.1', '2.4.7-p6'],
    ['2.3.7-p4', '2.4.7-p6'],
    ['2.4.7-p6', '2.3.7-p4'],
  ])('%s → %s: all differences except the listed ones are explained', (before, after) => {
    const diff = diffBetween(realShop(before), realShop(after))
    expect(diff.compared.exchanges).toBeGreaterThan(500)
    expect(diff.counts.breaking.all).toBeGreaterThan(0)
    const left = diff.changes.filter(({ explained }) => !explained).map((one) => `${one.class}: ${one.place}`)
    expect(left.filter((line) => !findings.some(([pattern]) => pattern.test(line)))).toEqual([])
    expect(diff.counts.breaking.unannounced).toBe(0)
  })

  test('every listed finding occurs', () => {
    const pairs = [
      diffBetween(realShop('2.3.7-p4'), realShop('2.4.1')),
      diffBetween(realShop('2.4.1'), realShop('2.4.7-p6')),
    ]
    const lines = pairs.flatMap(({ changes }) => changes.map((one) => `${one.class}: ${one.place}`))
    expect(findings.filter(([pattern]) => !lines.some((line) => pattern.test(line)))).toEqual([])
  })
})

/** Known differences of the reference: tests/reference/differences.json, and headers of the web server. */
const known =
  /^(GET \/schema|.*: header (server|x-powered-by|set-cookie (persistent_shopping_cart|form_key|PHPSESSID))$)/

test.each(['2.3.7-p4', '2.4.1', '2.4.7-p6'])(
  'the reference as %s differs from the real shop in nothing else',
  async (release) => {
    const diff = diffBetween(realShop(release), await replayed(release))
    expect(diff.compared.exchanges).toBeGreaterThan(500)
    const lines = diff.changes.map(({ operations, place }) => `${operations.join(' ')}: ${place}`)
    expect(lines.filter((line) => !known.test(line) && !line.startsWith('GET /magento_version'))).toEqual([])
  },
)
