import { beforeAll, describe, expect, test } from 'vitest'
import { rulesOf } from '../../reference/releases.ts'
import { knownReleases } from '../../release/index.ts'
import { closestOf, fits } from '../../src/judge/closest.ts'
import { requirements } from '../../src/judge/requirement.ts'
import type { Recording } from '../../src/recording/recording.ts'
import { recordEach } from '../support/every-release.ts'
import { red } from '../support/run.ts'
import { steps } from '../support/steps.ts'

let recordings: ReadonlyMap<string, Recording>

beforeAll(async () => {
  recordings = await recordEach()
})

const alike = new Set<string>()

const redAs = (recorded: string, judgedAs: string) =>
  red(recordings.get(recorded) as Recording, judgedAs).map(({ id }) => id)

test.each(knownReleases)('the reference as %s is conformant as that release', (release) => {
  expect(redAs(release, release)).toEqual([])
})

test.each(knownReleases)('the responses of the reference as %s fit that release best', (release) => {
  const recording = recordings.get(release) as Recording
  const best = closestOf(fits(recording, requirements)).map((fit) => fit.release)
  expect(best).toContain(release)
  alike.add(best.join(' '))
})

test('the closest release is ambiguous exactly if the steps between releases break nothing', () => {
  const runs = [[knownReleases[0] as string]]
  for (const { after, breaks } of steps) {
    if (breaks.length > 0) runs.push([after])
    else runs.at(-1)?.push(after)
  }
  expect([...alike]).toEqual(runs.map((run) => run.join(' ')))
})

describe('an upgrade shows changes exactly where the files of the releases differ', () => {
  test.each(steps)('$before → $after: $changes', ({ before, after, changes, breaks }) => {
    expect(redAs(before, after)).toEqual(breaks)
    const rules = [before, after].map(rulesOf)
    if (changes.length === 0) expect([rules[1], breaks]).toEqual([rules[0], []])
  })
})
