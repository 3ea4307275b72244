import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Fault } from '../../../faults/fault.ts'
import { allFaults } from '../../../specs/faults.ts'
import type { Recording } from '../../../src/recording/recording.ts'
import { diffBetween, linesOf } from '../../support/reports.ts'
import { record } from '../../support/run.ts'

/** The changes that a fault shows, checked by a person, for every nineteenth fault of each area. */
const pinned: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('fault-changes.json', import.meta.url), 'utf8'),
)

const sample = allFaults.filter(({ id }) => Object.hasOwn(pinned, id))

/** Recordings of the shops, each made once. */
const recordings = new Map<string, Promise<Recording>>()

function recorded(release?: string, settings?: Fault['settings'], fault?: Fault): Promise<Recording> {
  const key = JSON.stringify([release, settings, fault?.id])
  const known = recordings.get(key) ?? record({ release, settings, changes: fault ? [fault.change] : [] })
  recordings.set(key, known)
  return known
}

const withFault = (fault: Fault) => recorded(fault.release, fault.settings, fault)

test('the sample has forty faults or more', () => {
  expect(sample.length).toBeGreaterThanOrEqual(40)
  expect(sample.map(({ id }) => id).sort()).toEqual(Object.keys(pinned).sort())
})

test.each(sample)('$id: $does', async (fault) => {
  const { release, settings } = fault
  const diff = diffBetween(await recorded(release, settings), await withFault(fault))
  expect(linesOf(diff)).toEqual(pinned[fault.id])
  expect(linesOf(diff, 'unannounced')).toEqual(pinned[fault.id])
  expect(linesOf(diff)).not.toEqual([])
  const musts = diff.requirements.changes.filter(({ kind }) => kind === 'MUST broken')
  if (musts.length > 0) expect(diff.counts.breaking.unannounced).toBeGreaterThan(0)
})

describe('a fault that comes with an upgrade is not explained as a known change', () => {
  const upgraded = sample.filter(({ release, settings }) => !release && !settings)
  test.each(upgraded.filter((_, index) => index % 3 === 0))('$id', async (fault) => {
    const before = await recorded('2.4.6-p11')
    const diff = diffBetween(before, await withFault(fault))
    // A fault that makes the new release respond like the old one changes no response, but a requirement fails.
    expect([...linesOf(diff, 'unannounced'), ...diff.notes]).not.toEqual([])
  })
})
