import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { directTarget } from '../../faults/direct-target.ts'
import { knownReleases, lines } from '../../release/index.ts'
import { foundAs } from '../../src/cli/closest.ts'
import { closestOf, fits } from '../../src/judge/closest.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { fromHar } from '../../src/recording/har.ts'
import type { Recording } from '../../src/recording/recording.ts'
import { assumedRelease } from '../../src/target/assumed-release.ts'
import { record, red } from '../support/run.ts'

/** Judges a recording of a shop without a stated release. @returns the release that it was judged as */
const judgedAs = (recording: Recording): string =>
  foundAs(recording, requirements, true).judgedAs ?? recording.meta.release.name

const alike = (recording: Recording) => closestOf(fits(recording, requirements)).map(({ release }) => release)

const newest = lines.map(({ line }) => knownReleases.findLast((release) => release.replace(/-p\d+$/, '') === line))

test.each(newest)(
  'a shop of %s that states nothing is found, or one that cannot be told apart from it',
  async (release) => {
    const target = await directTarget({ release })
    const name = await assumedRelease(target.client, release?.replace(/\.\d+(-p\d+)?$/, ''))
    const recording = await record({ ...target, release: { name, source: 'assumed' } })
    const found = judgedAs(recording)
    expect(alike(recording)).toEqual(expect.arrayContaining([release, found]))
    expect(red(recording, found)).toEqual([])
  },
)

const folder = new URL('../../fixtures/recorded/', import.meta.url)
const hars = readdirSync(folder).filter((name) => name.endsWith('.har'))

test.each(hars)('so is the recorded real shop of %s, whatever release the run assumed', (file) => {
  const recording = fromHar(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
  const release = recording.meta.release.name
  for (const name of [knownReleases.at(0), release, knownReleases.at(-1)] as string[]) {
    const found = judgedAs({ ...recording, meta: { ...recording.meta, release: { name, source: 'assumed' } } })
    expect(alike(recording)).toEqual(expect.arrayContaining([release, found]))
    expect(red(recording, found)).toEqual([])
  }
})
