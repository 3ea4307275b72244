import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { judge } from '../src/judge/judge.ts'
import { requirements } from '../src/judge/requirement.ts'
import { fromHar, toHar } from '../src/recording/har.ts'
import type { Recording } from '../src/recording/recording.ts'
import { reportOf } from '../src/report/report-of.ts'
import { inWords, record, red } from './support/run.ts'

const folder = fileURLToPath(new URL('../fixtures/recorded', import.meta.url))

/** All recordings of real shops in the folder, judged as the release that they name. */
const harsIn = (path: string) => readdirSync(path).filter((name) => name.endsWith('.har'))

/** Returns what a conformant shop would not have, as text; without advice, which no Magento follows. */
const findings = (path: string, file: string): string[] => red(read(path, file)).map(inWords)

const read = (path: string, file: string) => fromHar(JSON.parse(readFileSync(join(path, file), 'utf8')))

const shownByRuns = ['attribute-label-null', 'country-name-null']

/** The verdict and reason in a recording of 2.4.6-p11 with a token lifetime of a minute. */
function oneOf(id: string) {
  const results = judge(read(folder, '2.4.6-p11.har'), requirements)
  const { verdict, why } = results.find((result) => result.id === id) ?? {}
  return [verdict, why]
}

describe('recordings of real shops', () => {
  test.each(harsIn(folder))('%s is conformant as the release it names', (file) => {
    expect(findings(folder, file)).toEqual([])
  })

  test.each(harsIn(folder))('differences between the documents and %s are known errors of the documents', (file) => {
    const recording = read(folder, file)
    const { documents } = reportOf(recording, requirements, judge(recording, requirements))
    expect(documents?.findings.filter(({ known }) => !known)).toEqual([])
    const shown = documents?.findings.map(({ known }) => known)
    // Adobe publishes no document of 2.3.
    if (documents?.published) expect(shown).toEqual(expect.arrayContaining(shownByRuns))
  })

  test.each([
    ['LOCK-09', 'the token of "me of the locked" had expired when the request was sent'],
    ['STORE-52', '"set" was sent without the form key of its page'],
    ['TOKEN-11', 'version 0.2.0 of the suite, which made the recording, did not ask this'],
  ])('a mistake of the run itself is not a failure of the shop: %s', (id, why) => {
    expect(oneOf(id)).toEqual(['untestable', why])
  })

  test('are really judged: a conforming one passes, one with a wrong response does not', async () => {
    const own = mkdtempSync(join(tmpdir(), 'recorded-'))
    cpSync(folder, own, { recursive: true, filter: (path) => !path.endsWith('.json') })
    const recording = await record({ release: '2.4.1' })
    writeFileSync(join(own, 'good.har'), JSON.stringify(toHar(recording)))
    writeFileSync(join(own, 'bad.har'), JSON.stringify(toHar({ ...recording, meta: otherRelease(recording) })))
    expect(harsIn(own)).toEqual(expect.arrayContaining(['good.har', 'bad.har']))
    expect(findings(own, 'good.har')).toEqual([])
    expect(findings(own, 'bad.har').length).toBeGreaterThan(0)
    expect(requirements.length).toBeGreaterThan(0)
  })
})

function otherRelease({ meta }: Recording): Recording['meta'] {
  return { ...meta, release: { name: '2.4.8', source: 'stated' } }
}
