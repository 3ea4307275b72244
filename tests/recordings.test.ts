import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { requirements } from '../src/judge/requirement.ts'
import { fromHar, toHar } from '../src/recording/har.ts'
import type { Recording } from '../src/recording/recording.ts'
import { inWords, record, red } from './support/run.ts'

const folder = fileURLToPath(new URL('../fixtures/recorded', import.meta.url))

/** Every recording that this suite made of a shop and somebody put there, judged as the release it names. */
const harsIn = (path: string) => readdirSync(path).filter((name) => name.endsWith('.har'))

/** What is not as it ought to be with a conformant shop, in words. */
function findings(path: string, file: string): string[] {
  const recording = fromHar(JSON.parse(readFileSync(join(path, file), 'utf8')))
  return red(recording)
    .filter(({ verdict }) => verdict !== 'warn')
    .map(inWords)
}

describe('recordings of real shops', () => {
  test.each(harsIn(folder))('%s is conformant as the release it names', (file) => {
    expect(findings(folder, file)).toEqual([])
  })

  test('are judged for real: one that conforms is green, one with a wrong answer in it is not', async () => {
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
