import { describe, expect, test } from 'vitest'
import { allTogether, type Variation, variations } from '../../faults/variations.ts'
import { inWords, record, red } from '../support/run.ts'

/** SHOULD requirements about values of a stock shop, which rightly warn if the shop sends other values. */
const stockOnly: Readonly<Record<string, readonly string[]>> = {
  // If websites share accounts, an account is also found through the store code "all".
  'global-accounts': ['RESET-57'],
  'all-together': ['RESET-57'],
}

async function alarms({ id, settings, change }: Variation, release: string): Promise<string[]> {
  const recording = await record({ release, settings, changes: change ? [change] : [] })
  return red(recording)
    .filter((result) => result.verdict !== 'warn' || !stockOnly[id]?.includes(result.id))
    .map(inWords)
}

describe.each([...variations, allTogether])('$is makes no requirement fail', (variation) => {
  test.each(['2.3.7-p4', '2.4.1', '2.4.5-p13', '2.4.7-p6', '2.4.8-p1'])('as %s', async (release) => {
    expect(await alarms(variation, release)).toEqual([])
  })
})
