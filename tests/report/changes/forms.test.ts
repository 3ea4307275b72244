import { expect, test } from 'vitest'
import { type ChangeName, knownReleases, releaseChanges } from '../../../release/index.ts'
import '../../../specs/index.ts'
import { requirements } from '../../../src/judge/requirement.ts'
import { scenarios } from '../../../src/perform/scenario.ts'
import { changesOf, kinds } from '../../../src/report/changes/changes.ts'
import { consoleChanges } from '../../../src/report/changes/console.ts'
import { changesFormats } from '../../../src/report/changes/formats.ts'
import { historyOf } from '../../../src/report/changes/history.ts'
import { sentence } from '../../../src/report/changes/words.ts'
import { validatorOf } from '../../support/schema.ts'

const hostile = '</script><img src=x onerror=alert(1)>\u001b[31m'
const example = {
  operation: 'POST /V1/customers',
  scenario: 'create',
  exchange: 'x',
  place: 'status',
  before: '200',
  after: hostile,
}
const changes = changesOf('2.4.6-p11', '2.4.9', requirements, new Map([['street-is-checked', example]]))
const history = historyOf(requirements)
const written = (name: string) => [...(changesFormats[name]?.render(changes) ?? [])].join('')

test('JSON is valid under its schema, which is strict', () => {
  const problems = validatorOf('changes')
  expect(problems(JSON.parse(written('json')))).toEqual([])
  expect(problems(JSON.parse(JSON.stringify(history)))).toEqual([])
  expect(problems({ ...changes, extra: 1 })).not.toEqual([])
  expect(problems({ ...changes, version: 2 })).not.toEqual([])
  expect(problems({ ...changes, changes: undefined })).not.toEqual([])
})

test('every change has a class, a sentence, a source and advice for a client', () => {
  for (const [name, { kind, says, client, source, unseen, otherwise, shown }] of Object.entries(releaseChanges)) {
    expect([...kinds, name]).toContain(kind)
    for (const text of [says, client, source.at]) expect(text.trim(), name).not.toBe('')
    if (unseen) continue
    // The other direction is for a downgrade, or for clients of both releases.
    expect(otherwise, name).toBeDefined()
    if (!/another text$/.test(says)) expect(otherwise?.says, name).not.toBe(says)
    for (const text of [client, otherwise?.client]) expect(text, name).not.toBe('Nothing.')
    if (shown) expect(scenarios.map((one) => one.name)).toContain(shown)
  }
})

test('every format has every change', () => {
  for (const { says } of changes.changes) {
    const words = says.split(/[^\p{L} ]/u)[0] as string
    for (const name of ['console', 'markdown', 'html']) expect(written(name), name).toContain(words)
  }
})

test('assumed changes are marked', () => {
  const street = changes.changes.find(({ name }) => name === 'street-is-checked')
  expect(street).toMatchObject({ class: 'tightened', effect: 'begins', assumed: true, requirements: ['VALID-30'] })
  expect(written('console')).toContain(`${street?.says} (assumed)`)
  expect(written('console')).toContain('2.4.9 is assumed')
})

test('texts of examples are escaped in all formats', () => {
  expect(written('html')).not.toContain('<img')
  for (const name of ['console', 'markdown', 'html']) expect(written(name)).not.toContain('\u001b[31m')
})

test('in the other direction a change ends, and its class is reversed', () => {
  const back = changesOf('2.4.9', '2.4.6-p11', requirements)
  expect(back.changes).toHaveLength(changes.changes.length)
  const street = back.changes.find(({ name }) => name === 'street-is-checked')
  expect(street).toMatchObject({ class: 'loosened', effect: 'ends' })
  expect(street && sentence(street)).toBe('a street may contain any character (assumed)')
  expect(back.requirements).toEqual({ begin: changes.requirements.end, end: changes.requirements.begin })
})

test('requirements that apply to one of the two releases are listed', () => {
  expect(changes.requirements.begin).toContain('VALID-30')
  const named = changes.changes.flatMap((one) => one.requirements)
  expect([...changes.requirements.begin, ...changes.requirements.end]).toEqual(expect.arrayContaining(named))
})

test('requirements that no change explains are in all formats', () => {
  const some = changesOf('2.4.3-p2', '2.4.4', requirements)
  const own = some.changes.flatMap((one) => one.requirements)
  expect(some.unexplained.map(({ id }) => id)).toContain('CREATE-19')
  expect(some.unexplained.filter(({ id }) => own.includes(id))).toEqual([])
  for (const { id, sentence: says } of some.unexplained)
    for (const name of ['console', 'markdown', 'html', 'json']) {
      const text = [...(changesFormats[name]?.render(some) ?? [])].join('')
      expect(text, name).toContain(id)
      expect(text, name).toContain(says.split(/[^\p{L} ]/u)[0])
    }
})

test('the history lists each release once, with the changes of its line', () => {
  expect(history.releases.map(({ name }) => name)).toEqual(knownReleases)
  const seen = Object.entries(releaseChanges).filter(([, { unseen }]) => !unseen)
  const told = new Set<ChangeName>(history.releases.flatMap((one) => one.changes.map(({ name }) => name)))
  expect([...told].sort()).toEqual(seen.map(([name]) => name).sort())
})

test('no line of the console is wider than the terminal', () => {
  const wide = consoleChanges(changes, { width: 80 })
    .split('\n')
    .filter((line) => line.length > 80)
  expect(wide.filter((line) => line.trim().includes(' ') && !/^\s+\S+ \S+$/.test(line))).toEqual([])
})
