import { expect, test } from 'vitest'
import { knownReleases } from '../../release/index.ts'
import { directTarget } from '../support/direct-target.ts'
import { notHolding, reportAs } from './shape-run.ts'

test.each(knownReleases)('the reference as %s earns profile shape', async (release) => {
  const report = await reportAs('shape', await directTarget({ release }))
  expect(notHolding(report)).toEqual([])
  expect(report.earned).toEqual(['shape'])
})
