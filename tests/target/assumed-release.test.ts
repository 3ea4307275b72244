import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startReference } from '../../reference/index.ts'
import { knownReleases, newestBySigns, newestRecorded, newestRelease, signs } from '../../release/index.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import type { Report } from '../../src/report/report.ts'
import { contract, newFolder } from '../support/command.ts'
import { record, red } from '../support/run.ts'

const older = '2.4.6-p3'

/** Returns the newest patch of a line. */
const newestOf = (line: string) => knownReleases.findLast((release) => release.replace(/-p\d+$/, '') === line) as string

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
  expect(report.release.name).toBe(newestOf('2.4.6'))
  const later = report.requirements.filter(({ id }) => /^VALID-(27|28|29|30|31|32)$/.test(id))
  expect(later.filter(({ verdict }) => verdict !== 'inapplicable')).toEqual([])
})

test('a shop with the feature of the newest line is assumed to be of it', async () => {
  const report = await reportOf(newestRelease, '--only', 'VALID')
  expect(report.release).toMatchObject({ name: newestRelease, source: 'assumed' })
  expect(report.requirements.filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')).toEqual([])
})

test('the newest feature decides: a module may have removed older ones, and unknown ones do not count', () => {
  const asked = signs.filter(({ storeConfig }) => storeConfig).map(({ change }) => change)
  const shown = (...names: string[]) => new Map(asked.map((change) => [change, names.includes(change)]))
  expect(newestBySigns(shown('graphql-tells-cart-merge'))).toBe(newestRelease)
  expect(newestBySigns(shown('graphql-tells-confirmation'), '2.4')).toBe(newestOf('2.4.7'))
  expect(newestBySigns(shown('graphql-tells-stores', 'graphql-tells-password-policy'), '2.4')).toBe(newestOf('2.4.6'))
  expect(newestBySigns(shown())).toBe(newestOf('2.3.7'))
  const untold = newestOf(newestRecorded.replace(/-p\d+$/, ''))
  expect([newestBySigns(new Map()), newestBySigns(new Map(), '2.4'), newestBySigns(shown(), '2.4')]).toEqual([
    untold,
    untold,
    untold,
  ])
  expect(newestBySigns(new Map(), '2.3')).toBe(newestOf('2.3.7'))
})

test('if a CAPTCHA image protects registration, nothing fails, and the report says how to switch it off', async () => {
  const settings = { 'customer/captcha/forms': 'user_login,user_create' }
  const recording = await record({ release: '2.4.9', settings })
  expect(red(recording)).toEqual([])
  expect(judge(recording, requirements)).toContainEqual(
    expect.objectContaining({ verdict: 'untestable', setting: expect.stringContaining('customer/captcha/enable 0') }),
  )
  expect(red(await record({ settings }))).toEqual([])
})
