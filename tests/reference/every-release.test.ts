import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { knownReleases } from '../../release/index.ts'
import { closestOf, fits } from '../../src/judge/closest.ts'
import { requirements } from '../../src/judge/requirement.ts'
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

const alike = new Set<string>()

const redAs = (recorded: string, judgedAs: string) =>
  red(recordings.get(recorded) as Recording, judgedAs).map(({ id }) => id)

test('the steps are those between all known releases, in order', () => {
  const pairs = knownReleases.slice(1).map((after, index) => ({ before: knownReleases[index], after }))
  expect(steps.map(({ before, after }) => ({ before, after }))).toEqual(pairs)
})

test.each(knownReleases)('the reference as %s is conformant as that release', (release) => {
  expect(red(recordings.get(release) as Recording)).toEqual([])
})

test.each(knownReleases)('the answers of the reference as %s fit that release best', (release) => {
  const recording = recordings.get(release) as Recording
  const best = closestOf(fits(recording, requirements)).map((fit) => fit.release)
  expect(best).toContain(release)
  alike.add(best.join(' '))
})

test('which releases cannot be told apart', () => {
  expect([...alike].filter((group) => group.includes(' '))).toMatchInlineSnapshot(`
    [
      "2.3.1 2.3.2",
      "2.3.5-p1 2.3.5-p2",
      "2.3.7-p1 2.3.7-p2",
      "2.3.7-p3 2.3.7-p4",
      "2.4.1-p1 2.4.2",
      "2.4.2-p1 2.4.2-p2",
      "2.4.3 2.4.3-p1",
      "2.4.4 2.4.4-p1 2.4.4-p2 2.4.4-p3",
      "2.4.4-p4 2.4.4-p5 2.4.4-p6 2.4.4-p7",
      "2.4.4-p9 2.4.4-p10",
      "2.4.4-p12 2.4.4-p13",
      "2.4.5 2.4.5-p1 2.4.5-p2",
      "2.4.5-p3 2.4.5-p4 2.4.5-p5 2.4.5-p6",
      "2.4.5-p8 2.4.5-p9",
      "2.4.5-p11 2.4.5-p12 2.4.5-p13",
      "2.4.6-p1 2.4.6-p2 2.4.6-p3 2.4.6-p4",
      "2.4.6-p6 2.4.6-p7",
      "2.4.6-p9 2.4.6-p10 2.4.6-p11",
      "2.4.7-p1 2.4.7-p2 2.4.7-p3",
      "2.4.7-p4 2.4.7-p5 2.4.7-p6",
      "2.4.8 2.4.8-p1",
    ]
  `)
})

describe('an upgrade shows exactly where the dossier says that two releases differ', () => {
  test.each(steps)('$before → $after: $dossier', ({ before, after, dossier, breaks, unseen }) => {
    expect(redAs(before, after)).toEqual(breaks)
    if (dossier === 'none') expect(breaks).toEqual([])
    else if (breaks.length === 0) expect(unseen, 'why the suite sees nothing of it').toMatch(/.{10}/)
  })
})
