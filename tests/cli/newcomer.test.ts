import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Report } from '../../src/report/report.ts'
import { contract, contractFromSources, type Ended, newFolder } from '../support/command.ts'
import { validatorOf } from '../support/schema.ts'

const folder = newFolder()
let ended: Ended
let report: Report

beforeAll(async () => {
  ended = await contractFromSources(['--out', folder])
  report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
})

test('with nothing configured the run is conformant, and nothing is untestable', () => {
  expect(ended.stderr).toBe('')
  const others = report.requirements.filter(({ verdict }) => !['pass', 'inapplicable'].includes(verdict))
  expect(others.filter(({ verdict }) => verdict !== 'advice')).toEqual([])
  expect(ended.code).toBe(0)
  expect(report).toMatchObject({ conformant: 'yes', exitCode: 0, release: { name: '2.4.8-p1', source: 'embedded' } })
})

test('report and recording are valid under their schemas, and the JUnit file exists', () => {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  expect(validatorOf('report')(report)).toEqual([])
  expect(validatorOf('recording')(JSON.parse(read('recording.har')))).toEqual([])
  expect(read('junit.xml')).toMatch(/^<\?xml version="1.0"/)
})

test('the last line has the counts, in a stable format', () => {
  const last = ended.stdout.trimEnd().split('\n').at(-1)
  expect(last).toMatch(
    /^reference 2\.4\.8-p1: conformant: yes \| \d+ pass, 0 fail, 0 warn, 7 advice, 0 blocked, 0 untestable, \d+ inapplicable, 0 error \| \d+ requests, \d+\.\d s$/,
  )
})

test('badge and summary name the reference, not a release of a shop', () => {
  const read = (name: string) => readFileSync(join(folder, name), 'utf8')
  expect(JSON.parse(read('badge.json')).label).toBe('reference 2.4.8-p1')
  expect(read('badge.svg')).toContain('reference 2.4.8-p1')
  expect(read('summary.md')).toMatch(/^## ✓ reference 2\.4\.8-p1: conformant: yes\n/)
  expect(read('report.html')).toMatch(/<title>[^<]*reference that comes with the suite/)
  expect(read('junit.xml')).toContain('value="reference 2.4.8-p1')
})

test('a pipe gets plain lines without colour and progress', () => {
  expect(ended.stdout).not.toContain('\u001b')
})

test('so does CI; FORCE_COLOR turns colours on', async () => {
  const only = ['--only', 'TOKEN', '--out', newFolder()]
  const inCi = await contract(['--reference', ...only], { CI: 'true' })
  const coloured = await contract(only, { FORCE_COLOR: '1' })
  const forbidden = await contract(only, { FORCE_COLOR: '1', NO_COLOR: '1' })
  expect([inCi, coloured, forbidden].map(({ stdout }) => stdout.includes('\u001b'))).toEqual([false, true, false])
})

test('the console has a line per chapter, --verbose lists each requirement, --quiet prints the last line', async () => {
  expect(ended.stdout.split('\n').length).toBeLessThan(50)
  for (const { chapter } of report.requirements) expect(ended.stdout).toContain(`\n  ${chapter} `)
  const file = join(folder, 'report.json')
  const verbose = await contract(['report', file, '--verbose'])
  for (const { id } of report.requirements) expect(verbose.stdout).toContain(` ${id} `)
  expect((await contract(['report', file, '--quiet'])).stdout).toBe(`${ended.stdout.trimEnd().split('\n').at(-1)}\n`)
})

test('judging the recording again, offline, gives the same verdicts', async () => {
  const again = newFolder()
  const judged = await contract(['judge', join(folder, 'recording.har'), '--out', again])
  expect(judged.code).toBe(0)
  expect(JSON.parse(readFileSync(join(again, 'report.json'), 'utf8')).requirements).toEqual(report.requirements)
})

test('judged as another release, the same recording fails where the two releases differ', async () => {
  const again = newFolder()
  const judged = await contract(['judge', join(folder, 'recording.har'), '--release', '2.4.1', '--out', again])
  expect(judged.code).toBe(1)
  const other: Report = JSON.parse(readFileSync(join(again, 'report.json'), 'utf8'))
  expect(other.release).toEqual({ name: '2.4.1', source: 'judged as' })
  expect(
    other.requirements.find(({ sentence }) => /^Before 2\.4\.4, a token consists of 32/.test(sentence)),
  ).toMatchObject({
    verdict: 'fail',
  })
})
