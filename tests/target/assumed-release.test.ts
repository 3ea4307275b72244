import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startReference } from '../../reference/index.ts'
import { newestRelease } from '../../release/index.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import type { Report } from '../../src/report/report.ts'
import { contract, newFolder } from '../support/command.ts'
import { record, red } from '../support/run.ts'

const older = '2.4.6-p3'

async function reportOf(release: string, ...options: string[]): Promise<Report> {
  const shop = await startReference({ release })
  const folder = newFolder()
  try {
    await contract(['--out', folder, ...options], { MAGENTO_BASE_URL: shop.url })
    return JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  } finally {
    await shop.close()
  }
}

test.each([
  [older, '--only', 'VALID'],
  [older, '--profile', 'shape'],
])('a shop of %s that states no release is not judged as a later line by %s %s', async (release, ...options) => {
  const report = await reportOf(release, ...options)
  expect(report.release.name).toBe('2.4.8-p5')
  const later = report.requirements.filter(({ id }) => /^VALID-(27|28|29|30|31|32)$/.test(id))
  expect(later.filter(({ verdict }) => verdict !== 'inapplicable')).toEqual([])
})

test('a shop that shows the sign of the newest line is taken for it', async () => {
  const report = await reportOf(newestRelease, '--only', 'VALID')
  expect(report.release).toMatchObject({ name: newestRelease, source: 'assumed' })
  expect(report.requirements.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')).toEqual([])
})

test('where the image of the shop guards registration nothing fails, and it is said how to switch it off', async () => {
  const settings = { 'customer/captcha/forms': 'user_login,user_create' }
  const recording = await record({ release: '2.4.9', settings })
  expect(red(recording)).toEqual([])
  expect(judge(recording, requirements)).toContainEqual(
    expect.objectContaining({ verdict: 'untestable', setting: expect.stringContaining('customer/captcha/enable 0') }),
  )
  expect(red(await record({ settings }))).toEqual([])
})
