import { describe, expect, test } from 'vitest'
import { allTogether, type Variation, variations } from '../../faults/variations.ts'
import { inWords, record, red } from '../support/run.ts'

/** SHOULDs that say what a stock shop sends, and rightly warn where it sends something else. */
const stockOnly: Readonly<Record<string, readonly string[]>> = {
  // An account found through the store code "all" is what sharing accounts means.
  'global-accounts': ['RESET-57'],
  'all-together': ['RESET-57'],
}

async function alarms({ id, settings, change }: Variation, release: string): Promise<string[]> {
  const recording = await record({ release, settings, changes: change ? [change] : [] })
  return red(recording)
    .filter((result) => result.verdict !== 'warn' || !stockOnly[id]?.includes(result.id))
    .map(inWords)
}

describe.each([...variations, allTogether])('$is turns nothing red', (variation) => {
  test.each(['2.3.7-p4', '2.4.1', '2.4.5-p13', '2.4.7-p6', '2.4.8-p1'])('as %s', async (release) => {
    expect(await alarms(variation, release)).toEqual([])
  })
})
