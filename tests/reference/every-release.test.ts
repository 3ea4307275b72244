import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { knownReleases } from '../../release/index.ts'
import type { Recording } from '../../src/recording/recording.ts'
import { record, red } from '../support/run.ts'

interface Step {
  readonly before: string
  readonly after: string
  /** What the dossier's section 18 says of this step; `none` where nothing can be seen over REST. */
  readonly dossier: string
  /** The requirements that a recording of `before` breaks when it is judged as `after`. */
  readonly breaks: readonly string[]
  /** Why the suite sees nothing of what the dossier says. */
  readonly unseen?: string
}

const steps: Step[] = JSON.parse(readFileSync(new URL('release-steps.json', import.meta.url), 'utf8'))
const recordings = new Map<string, Recording>()

beforeAll(async () => {
  for (const release of knownReleases) recordings.set(release, await record({ release }))
}, 300_000)

const redAs = (recorded: string, judgedAs: string) =>
  red(recordings.get(recorded) as Recording, judgedAs).map(({ id }) => id)

test('the steps are those between all known releases, in order', () => {
  const pairs = knownReleases.slice(1).map((after, index) => ({ before: knownReleases[index], after }))
  expect(steps.map(({ before, after }) => ({ before, after }))).toEqual(pairs)
})

test.each(knownReleases)('the reference as %s is conformant as that release', (release) => {
  expect(red(recordings.get(release) as Recording)).toEqual([])
})

describe('an upgrade shows exactly where the dossier says that two releases differ', () => {
  test.each(steps)('$before → $after: $dossier', ({ before, after, dossier, breaks, unseen }) => {
    expect(redAs(before, after)).toEqual(breaks)
    if (dossier === 'none') expect(breaks).toEqual([])
    else if (breaks.length === 0) expect(unseen, 'why the suite sees nothing of it').toMatch(/.{10}/)
  })
})
