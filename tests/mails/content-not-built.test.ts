import { expect, test } from 'vitest'
import { allFaults } from '../../specs/faults.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { record } from '../support/run.ts'

test('a mail whose content the shop failed to build fails MAIL-04, blocks requirements that need its link, and has a next step', async () => {
  const fault = allFaults.find(({ id }) => id === 'welcome-content-not-built')
  const recording = await record({ release: '2.4.7-p6', changes: fault ? [fault.change] : [] })
  const results = judge(recording, requirements)
  const of = (id: string) => results.find((result) => result.id === id)
  expect(of('MAIL-04')).toMatchObject({
    verdict: 'fail',
    actual: expect.stringMatching(
      /error has occurred while generating.*css\/email\.css.*static content deploy.*production/,
    ),
  })
  for (const id of ['MAIL-05', 'MAIL-08'])
    expect(of(id)).toMatchObject({
      verdict: 'blocked',
      why: expect.stringContaining('failed to build'),
      exchange: { name: 'mails to the one without password' },
    })
  const failed = results.filter(({ verdict }) => ['fail', 'warn', 'error'].includes(verdict)).map(({ id }) => id)
  expect(failed).toEqual(['MAIL-04'])
})
