import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { jsonText } from '../../../src/report/json.ts'
import { consoleMerged } from '../../../src/report/merge/console.ts'
import { mergedFormats } from '../../../src/report/merge/formats.ts'
import { mergedFromJson } from '../../../src/report/merge/json.ts'
import { markdownMerged } from '../../../src/report/merge/markdown.ts'
import { mergedOf, type Named } from '../../../src/report/merge/merge.ts'
import type { Merged } from '../../../src/report/merge/merged.ts'
import { newFolder } from '../../support/command.ts'
import { contractHere } from '../../support/here.ts'
import { validatorOf } from '../../support/schema.ts'
import { shopOf } from './shops.ts'

const red = ['EXPIRY-05']
let healthy: Named
let broken: Named
let other: Named
let merged: Merged
const problems = validatorOf('merged')

beforeAll(async () => {
  healthy = await shopOf('germany', '2.4.7-p6')
  broken = await shopOf('france', '2.4.7-p6', 'expired-is-forbidden')
  other = await shopOf('outlet', '2.4.8-p1')
  merged = mergedOf([healthy, broken, other])
})

const written = (name: string, of = merged) => [...(mergedFormats[name]?.render(of) ?? [])].join('')

test('the document is valid under its schema, which is strict, and is read back', () => {
  expect(problems(JSON.parse(written('json')))).toEqual([])
  const since = mergedOf([broken, other], merged)
  expect(problems(JSON.parse(written('json', since)))).toEqual([])
  expect(mergedFromJson(JSON.parse(written('json', since)))).toEqual(since)
  for (const wrong of [{ extra: 1 }, { version: 2 }, { shops: [] }])
    expect(problems({ ...merged, ...wrong })).not.toEqual([])
  expect(() => mergedFromJson({ ...merged, version: 2 })).toThrow('a merged report of version 2')
  expect(() => mergedFromJson({ ...merged, shops: [{ name: 'x' }] })).toThrow('not a complete merged report')
  expect(() => mergedFromJson({})).toThrow('not a merged report of this suite')
})

test('each shop has its verdict, its counts, and those of each chapter', () => {
  expect(merged.shops.map(({ name, conformant, release }) => [name, conformant, release.name])).toEqual([
    ['germany', 'yes', '2.4.7-p6'],
    ['france', 'no', '2.4.7-p6'],
    ['outlet', 'yes', '2.4.8-p1'],
  ])
  for (const { counts, chapters, outcomes } of merged.shops) {
    const sum = (of: object) => Object.values(of).reduce((all: number, one) => all + Number(one), 0)
    expect(Object.values(chapters).reduce((all, one) => all + sum(one), 0)).toBe(sum(counts))
    expect(Object.keys(outcomes)).toHaveLength(sum(counts) - counts.inapplicable)
  }
})

test('differences between shops of one release are listed, but not those between two releases', () => {
  expect(merged.differing.map(({ id }) => id)).toEqual(expect.arrayContaining(red))
  for (const { release, shops } of merged.differing) {
    expect(release).toBe('2.4.7-p6')
    expect(Object.values(shops).flat().sort()).toEqual(['france', 'germany'])
  }
  expect(mergedOf([healthy, other]).differing).toEqual([])
})

describe('since the last time', () => {
  test('broken and fixed requirements are listed', () => {
    const before = mergedOf([
      { ...healthy, name: 'a' },
      { ...broken, name: 'b' },
    ])
    const { since } = mergedOf(
      [
        { ...broken, name: 'a' },
        { ...healthy, name: 'b' },
      ],
      before,
    )
    expect(since?.broken).toContainEqual({ id: 'EXPIRY-05', shop: 'a', before: 'pass', after: 'fail' })
    expect(since?.mended).toContainEqual({ id: 'EXPIRY-05', shop: 'b', before: 'fail', after: 'pass' })
    expect(since?.broken.filter(({ shop }) => shop === 'b')).toEqual([])
  })

  test('added, removed and upgraded shops are listed', () => {
    const before = mergedOf([healthy, broken])
    const { since } = mergedOf([{ ...other, name: 'germany' }, other], before)
    expect(since).toMatchObject({
      added: ['outlet'],
      gone: ['france'],
      releases: [{ shop: 'germany', before: '2.4.7-p6', after: '2.4.8-p1' }],
    })
  })

  test('nothing is listed if nothing changed', () => {
    expect(mergedOf([healthy, broken], mergedOf([healthy, broken])).since).toMatchObject({ broken: [], mended: [] })
  })
})

describe.each(['markdown', 'html', 'console'])('%s', (name) => {
  test('has every shop, the changes, the differences and the unmet requirements', () => {
    const text = written(name, mergedOf([healthy, broken, other], mergedOf([healthy, other])))
    for (const part of ['germany', 'france', 'outlet', '3 shops: 2 conformant, 1 not', 'New since', 'EXPIRY-05'])
      expect(text).toContain(part)
    expect(text).not.toMatch(/undefined|\[object|NaN/)
    expect(text).toMatch(/\S\n$/)
  })

  test('texts of a shop are escaped', () => {
    const hostile = '</script><img src=x onerror=alert(1)>\u001b[31m | **x** @everyone'
    const text = written(name, mergedOf([{ ...broken, name: hostile }, healthy]))
    if (name !== 'console') expect(text).not.toContain('<img')
    expect(text).not.toContain('\u001b[31m')
    if (name === 'markdown') expect(text).not.toMatch(/\*\*x\*\*|@everyone|onerror=alert\(1\)> \|/)
  })
})

test('the summary does not exceed its maximum size, and says what is missing', () => {
  const text = markdownMerged(merged, 2000)
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2000)
  expect(text.endsWith('\n… the rest is in merged.json and merged.html\n')).toBe(true)
})

test('no line of the console is wider than the terminal', () => {
  const lines = consoleMerged(merged, { width: 80 }).split('\n')
  expect(lines.filter((line) => line.length > 80)).toEqual([])
})

describe('the command', () => {
  const folder = newFolder()
  const write = (...reports: Named[]) => {
    for (const { name, report } of reports) {
      mkdirSync(join(folder, name), { recursive: true })
      writeFileSync(join(folder, name, 'report.json'), [...jsonText(report)].join(''))
      writeFileSync(join(folder, name, 'report.html'), '')
    }
    return reports.map(({ name }) => join(folder, name, 'report.json'))
  }

  test('writes one page, one summary and one document, with links to the pages of the shops', async () => {
    const out = join(folder, 'all')
    const { code, stdout } = await contractHere(['report', 'merge', ...write(healthy, broken), '--out', out])
    expect(code).toBe(0)
    expect(readdirSync(out).sort()).toEqual(['merged.html', 'merged.json', 'summary.md'])
    expect(stdout).toMatch(/^2 shops: 1 conformant, 1 not\n {2}germany +Magento 2\.4\.7-p6 +conformant: yes, /)
    expect(stdout).toContain(`reports  ${out}/: merged.json, merged.html, summary.md`)
    const document = JSON.parse(readFileSync(join(out, 'merged.json'), 'utf8'))
    expect(document.shops.map(({ page }: { page: string }) => page)).toEqual([
      '../germany/report.html',
      '../france/report.html',
    ])
  })

  test('lists changes since the merged report of --since', async () => {
    const out = join(folder, 'next')
    const files = write(broken)
    const since = join(folder, 'all', 'merged.json')
    const { stdout } = await contractHere(['report', 'merge', ...files, '--since', since, '--out', out])
    expect(stdout).toMatch(/\nNew since \d{4}-\d{2}-\d{2} \d{2}:\d{2} UTC\n {2}no longer here: germany\n/)
    expect((await contractHere(['report', 'merge', ...files, '--since', files[0] as string])).stderr).toContain(
      'cannot be compared: it is not a merged report of this suite',
    )
  })

  test('names the shops as in the fleet file', async () => {
    const fleet = join(folder, 'shops.jsonc')
    const url = healthy.report.target.url
    writeFileSync(fleet, JSON.stringify({ shops: [{ name: 'main', settings: { MAGENTO_BASE_URL: `${url}/` } }] }))
    const { stdout } = await contractHere(['report', 'merge', ...write(healthy), '--fleet', fleet])
    expect(stdout).toContain('\n  main  ')
  })

  test('numbers shops with equal names, and requires reports', async () => {
    const [file] = write(healthy) as [string]
    expect((await contractHere(['report', 'merge', file, file])).stdout).toContain('germany (2)')
    expect(await contractHere(['report', 'merge'])).toMatchObject({ code: 2 })
    expect((await contractHere(['report', 'merge', file, '--verbose'])).stderr).toContain(
      'report merge has no --verbose',
    )
    expect((await contractHere(['report', file, '--out', folder])).stderr).toContain('it prints')
  })
})
