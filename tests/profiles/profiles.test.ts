import { expect, test } from 'vitest'
import { directTarget } from '../../faults/direct-target.ts'
import { knownReleases } from '../../release/index.ts'
import { selectRequirements } from '../../src/cli/select.ts'
import { chaptersOfFull, type Profile, profiles } from '../../src/shared/profile.ts'
import { notHolding, reportAs } from './shape-run.ts'

test.each(knownReleases)('the reference as %s earns profile shape, with every requirement of it', async (release) => {
  const report = await reportAs('shape', await directTarget({ release, without: everyPower }))
  expect(notHolding(report)).toEqual([])
  expect(report.earned).toEqual(['shape'])
})

test.each(knownReleases)(
  'the reference as %s earns profile behaviour without any power but time, and warns of advice alone',
  async (release) => {
    const report = await reportAs('behaviour', await directTarget({ release, without: allButTime }))
    expect(notHolding(report).filter((line) => !missed.test(line))).toEqual([])
    expect(report.earned).toEqual(['shape', 'behaviour'])
    expect(report.conformant).toBe('as far as tested')
  },
)

test('a full run of a conforming shop earns every profile', async () => {
  const report = await reportAs('full', await directTarget({ release: '2.4.7-p6' }))
  expect(report.earned).toEqual(profiles)
  expect(report.conformant).toBe('yes')
})

test('each profile includes all smaller ones, and more', () => {
  const ids = (profile: Profile) => selectRequirements(undefined, profile).map(({ id }) => id)
  const [shape, behaviour, full] = profiles.map(ids) as [string[], string[], string[]]
  expect(behaviour).toEqual(expect.arrayContaining(shape))
  expect(full).toEqual(expect.arrayContaining(behaviour))
  expect(full.length).toBeGreaterThan(behaviour.length)
  expect(behaviour.length).toBeGreaterThan(shape.length)
})

test('the chapters of profile full exist', () => {
  const chapters = selectRequirements(undefined).map(({ chapter }) => chapter)
  expect(chapters).toEqual(expect.arrayContaining([...chaptersOfFull]))
})

/** A busy machine may be too slow to send a request in a certain second. */
const missed = /^EXPIRY-2[12] untestable/

const allButTime = ['admin', 'mailbox', 'settings', 'bank', 'lockout'] as const
const everyPower = [...allButTime, 'clock'] as const
