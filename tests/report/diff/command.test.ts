import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Reference, startReference } from '../../../reference/index.ts'
import { harText } from '../../../src/recording/har.ts'
import { jsonText } from '../../../src/report/json.ts'
import { readSideSettings } from '../../../src/target/side-settings.ts'
import { newFolder } from '../../support/command.ts'
import { contractHere } from '../../support/here.ts'
import { exchange, recording } from '../../support/literal.ts'
import { reportFor } from '../../support/reports.ts'
import { record } from '../../support/run.ts'
import { validatorOf } from '../../support/schema.ts'

const folder = newFolder()
const write = (name: string, pieces: Iterable<string>) => {
  const file = join(folder, name)
  writeFileSync(file, [...pieces].join(''))
  return file
}
const files: Record<'old' | 'same' | 'new' | 'report', string> = { old: '', same: '', new: '', report: '' }

beforeAll(async () => {
  const old = await record({ release: '2.4.7-p6' })
  files.old = write('old.har', harText(old))
  files.same = write('same.har', harText(await record({ release: '2.4.7-p6' })))
  files.new = write('new.har', harText(await record({ release: '2.4.8' })))
  files.report = write('report.json', jsonText(reportFor(old)))
})

describe('of files', () => {
  test('no breaking change ends with 0, a breaking one with 1, and --allow-expected accepts announced ones', async () => {
    const same = await contractHere(['diff', files.old, files.same])
    expect(same.stdout).toContain('Nothing differs.')
    expect(same.code).toBe(0)
    const upgrade = await contractHere(['diff', files.old, files.new])
    expect(upgrade.stdout).toContain('from 2.4.8 an update without the date of birth deletes it')
    expect(upgrade.stdout).not.toContain('Nobody announced')
    expect(upgrade.code).toBe(1)
    expect((await contractHere(['diff', files.old, files.new, '--allow-expected'])).code).toBe(0)
    const strict = ['--allow-expected', '--fail-on', 'minor', '--as-before']
    expect((await contractHere(['diff', files.old, files.new, ...strict])).code).toBe(0)
    expect((await contractHere(['diff', files.old, files.new, '--fail-on', 'minor'])).code).toBe(1)
  })

  test('a report and a recording can be compared, and all formats are written to --out', async () => {
    const out = newFolder()
    const { code } = await contractHere(['diff', files.report, files.new, '--out', out, '--only', 'PROFILE'])
    expect(code).toBe(1)
    for (const name of ['diff.json', 'diff.md', 'diff.html']) expect(existsSync(join(out, name))).toBe(true)
    const diff = JSON.parse(readFileSync(join(out, 'diff.json'), 'utf8'))
    expect(validatorOf('diff')(diff)).toEqual([])
    expect(diff.requirements.end).toEqual(['PROFILE-06'])
  })
})

test('requirements that one run could not test end with 3, and do not count as unchanged', async () => {
  const whole = JSON.parse(readFileSync(files.old, 'utf8'))
  whole.log.entries = whole.log.entries.slice(0, 5)
  const few = write('few.har', [JSON.stringify(whole)])
  for (const pair of [
    [files.old, few],
    [few, files.old],
  ])
    expect((await contractHere(['diff', ...pair])).code).toBe(3)
  Object.assign(whole.log, { entries: [], _contract: { ...whole.log._contract, mails: [] } })
  const none = await contractHere(['diff', files.old, write('none.har', [JSON.stringify(whole)])])
  expect(none.stderr).toMatch(/the two sides have no common requests/)
  expect(none.stderr).not.toMatch(/English/)
  expect(none.code).toBe(2)
})

describe('of two shops, tested concurrently', () => {
  const shops: Reference[] = []
  beforeAll(async () => {
    for (const release of ['2.4.7-p6', '2.4.8']) shops.push(await startReference({ release }))
  })
  afterAll(async () => {
    for (const shop of shops) await shop.close()
  })

  test('each with its own release and credentials', async () => {
    const [old, next] = shops as [Reference, Reference]
    const out = newFolder()
    const releases = ['--release-before', '2.4.7-p6', '--release-after', '2.4.8']
    const args = ['diff', old.url, next.url, '--only', 'PROFILE', '--only', 'ADMIN', '--out', out]
    const { code, stdout, stderr } = await contractHere([...args, ...releases], {
      MAGENTO_ADMIN_TOKEN_BEFORE: old.admin.token,
      MAGENTO_ADMIN_TOKEN_AFTER: next.admin.token,
      MAGENTO_RELEASE: '2.3.0',
      MAGENTO_CLOCK: 'wait',
    })
    expect(stderr).toContain('MAGENTO_CLOCK is not used: write MAGENTO_CLOCK_BEFORE or MAGENTO_CLOCK_AFTER')
    expect(stdout).toContain('deletes it')
    expect(stdout).not.toContain('Nobody announced')
    expect(code).toBe(1)
    const diff = JSON.parse(readFileSync(join(out, 'diff.json'), 'utf8'))
    expect([diff.before.release.name, diff.after.release.name]).toEqual(['2.4.7-p6', '2.4.8'])
    for (const { powers } of [diff.before, diff.after]) expect(powers).toContain('admin')
    for (const side of ['before', 'after']) expect(existsSync(join(out, side, 'recording.har'))).toBe(true)
    const mixed = await contractHere(
      ['diff', join(out, 'before', 'recording.har'), old.url, '--only', 'PROFILE', '--out', newFolder()],
      {
        MAGENTO_ADMIN_TOKEN: old.admin.token,
        MAGENTO_RELEASE_AFTER: '2.4.7-p6',
      },
    )
    expect(mixed.stdout).toContain('Nothing differs.')
    expect(mixed.code).toBe(0)
  })

  test('one that cannot be tested ends with 3', async () => {
    const [old] = shops as [Reference]
    const args = ['diff', old.url, 'http://127.0.0.1:1', '--only', 'DIRECTORY', '--out', newFolder()]
    const { code, stderr } = await contractHere(args)
    expect(stderr).toContain('127.0.0.1:1')
    expect(code).toBe(3)
  })
})

test('settings of one shop are ignored for two, those of a side apply to that side', () => {
  const environment = {
    MAGENTO_ADMIN_TOKEN: 'x',
    MAGENTO_CONCURRENCY: '2',
    MAGENTO_CONCURRENCY_AFTER: '3',
    MAGENTO_NOPE_AFTER: '1',
  }
  const read = (side: 'before' | 'after', isAlone: boolean) =>
    readSideSettings(side, {}, isAlone, environment, '/nonexistent')
  const { settings, undecided } = read('before', false)
  expect([settings.get('MAGENTO_ADMIN_TOKEN'), settings.get('MAGENTO_CONCURRENCY')]).toEqual([undefined, '2'])
  expect(undecided).toEqual(['MAGENTO_ADMIN_TOKEN'])
  expect(settings.unknown.map(({ name }) => name)).toEqual(['MAGENTO_NOPE_AFTER'])
  expect(read('after', false).settings.get('MAGENTO_CONCURRENCY')).toBe('3')
  expect(read('after', true).settings.get('MAGENTO_ADMIN_TOKEN')).toBe('x')
})

describe('wrong use ends with 2', () => {
  const otherStore = () => {
    const one = recording([exchange('x', 200, 'true')])
    return write('store.har', harText({ ...one, meta: { ...one.meta, store: 'german' } }))
  }
  test.each<[() => string[], RegExp]>([
    [() => [], /diff takes two reports, recordings or base URLs/],
    [() => [files.old], /diff takes two/],
    [() => [files.old, 'package.json'], /"package\.json" cannot be compared: it is not a recording/],
    [() => [files.old, '/nonexistent.har'], /cannot be read/],
    [() => [files.old, files.new, '--release', '2.4.8'], /--release-before and --release-after/],
    [() => [files.old, files.new, '--release-after', '2.4'], /--release-after is "2\.4"/],
    [
      () => [files.old, files.new, '--fail-on', 'anything'],
      /Unknown class of changes anything \(--fail-on\)\. Use breaking, /,
    ],
    [() => [files.old, files.new, '--format', 'pdf'], /Unknown format `pdf`. Use json, markdown, html, console/],
    [() => [files.old, otherStore()], /on store view "default" and after on "german"/],
    [
      () => [files.old, write('other.har', harText(recording([exchange('x', 200, 'true')])))],
      /the two sides have no common requests/,
    ],
  ])('%#', async (args, message) => {
    const { code, stderr } = await contractHere(['diff', ...args()])
    expect(stderr).toMatch(message)
    expect(code).toBe(2)
  })

  test('its options are refused by other commands', async () => {
    const { code, stderr } = await contractHere(['run', '--fail-on', 'text'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('has no --fail-on: only diff has')])
  })
})
