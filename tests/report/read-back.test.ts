import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { harText } from '../../src/recording/har.ts'
import { fromJson, jsonText } from '../../src/report/json.ts'
import { newFolder } from '../support/command.ts'
import { contractHere } from '../support/here.ts'
import { everyRecording, everyReport } from './every.ts'

// biome-ignore lint/suspicious/noExplicitAny: any file content is possible
type Anything = any

/** Writes a changed file. */
function changed(pieces: Iterable<string>, change: (document: Anything) => void): string {
  const document = JSON.parse([...pieces].join(''))
  change(document)
  const file = join(newFolder(), 'changed.json')
  writeFileSync(file, JSON.stringify(document))
  return file
}

/** Passes the file to each command that reads it, and expects the error. */
async function expectRefused(file: string, commands: readonly string[][], message: RegExp): Promise<void> {
  for (const command of commands) {
    const { code, stdout, stderr } = await contractHere(command)
    expect(stderr).toMatch(message)
    expect(stderr).toContain(file)
    expect(stderr).not.toMatch(/\n\s+at |not a function|Cannot (read|destructure)/)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  }
}

describe('an invalid report is refused, and the message has the position', () => {
  test.each<[string, (report: Anything) => void, RegExp]>([
    [
      'requirements that are nothing',
      ({ requirements }) => requirements.fill(null),
      /\/requirements\/0 must be object/,
    ],
    ['no counts', (report) => delete report.counts, /must have required property 'counts'/],
    ['another verdict', ({ requirements }) => (requirements[0].verdict = 'fine'), /\/requirements\/0\/verdict must be/],
    ['a failure without its reason', ({ requirements }) => (requirements[0].verdict = 'fail'), /'expected'/],
    ['no time', (report) => (report.startedAt = 'noon'), /\/startedAt must match format/],
    ['a time that no clock tells', (report) => (report.performedMs = 1e308), /no clock can tell/],
    ['accounts as a text', (report) => (report.left = 'none'), /\/left must be array/],
    ['a closest release that is not weighed', ({ closest }) => (closest.releases = ['2.0.0']), /names 2\.0\.0/],
    ['a recording in parts', ({ recording }) => (recording.log.entries[0] = null), /\/log\/entries\/0 must be object/],
    ['no address', ({ recording }) => (recording.log.entries[0].request.url = 'here'), /asked no URL: "here"/],
  ])('%s', async (_, change, message) => {
    const file = changed(jsonText(everyReport), change)
    await expectRefused(
      file,
      [
        ['report', file],
        ['report', file, '--format', 'html'],
        ['diff', file, file],
      ],
      message,
    )
  })

  test('nested so deeply that writing it would not end', async () => {
    const file = join(newFolder(), 'deep.json')
    writeFileSync(file, `{"$schema":"report.schema.json","version":1,"a":${'['.repeat(1e5)}${']'.repeat(1e5)}}`)
    await expectRefused(file, [['report', file, '--format', 'json']], /nested deeper than 100 levels/)
  })
})

test.each<[string, (log: Anything) => void, RegExp]>([
  ['nothing but a version', (log) => (log._contract = { version: 1 }), /required property 'meta'/],
  ['a header that is no text', ({ entries }) => (entries[0].response.headers = [{ name: 1 }]), /\/headers\/0/],
  ['a release of another product', (log) => (log._contract.meta.release.name = '1.9'), /\/release\/name must match/],
])('an invalid recording is refused, and the message has the position: %s', async (_, change, message) => {
  const file = changed(harText(everyRecording), ({ log }) => change(log))
  await expectRefused(
    file,
    [
      ['judge', file],
      ['diff', file, file],
    ],
    message,
  )
})

describe('a report whose summary contradicts its requirements is refused', () => {
  const { recording: _, ...told } = everyReport
  const copy = (): Anything => structuredClone(told)

  test.each<[string, (report: Anything) => void, RegExp]>([
    ['counts', ({ counts }) => counts.pass++, /counts \d+ pass, and \d+ of its requirements are that/],
    ['a verdict', ({ requirements }) => (requirements[1].verdict = 'pass'), /counts \d+ pass, and/],
    ['conformant', (report) => (report.conformant = 'yes'), /says "conformant: yes", and .* "no"/],
    ['exit code', (report) => (report.exitCode = 0), /says exit code 0, and .* 1/],
    ['earned', (report) => (report.earned = ['full']), /says that profile full is earned/],
    ['a requirement twice', ({ requirements }) => requirements.push(requirements[0]), /holds A-01 twice/],
  ])('%s', (_, change, message) => {
    const report = copy()
    expect(() => fromJson(report)).not.toThrow()
    change(report)
    expect(() => fromJson(report)).toThrow(message)
  })

  test('another version of the suite may derive other conclusions, but has the same counts', () => {
    const report = copy()
    report.suite.version = '0.0.1'
    report.exitCode = 0
    expect(() => fromJson(report)).not.toThrow()
    report.counts.pass++
    expect(() => fromJson(report)).toThrow(/counts \d+ pass/)
  })

  test('fields of a newer version are ignored', () => {
    const report = copy()
    report.fresh = { a: 1 }
    report.requirements[0].fresh = true
    expect(() => fromJson(report)).not.toThrow()
  })
})
