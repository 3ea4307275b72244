import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import {
  type ChangeName,
  has,
  howKnown,
  isKnown,
  knownReleases,
  lacks,
  lines,
  newestOf,
  newestRelease,
  parseRelease,
  releaseChanges,
  signs,
} from '../../release/index.ts'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const names = Object.keys(releaseChanges) as ChangeName[]
const ajv = new Ajv2020({ allErrors: true })
addFormats.default(ajv)

describe('the files of the releases', () => {
  const valid = ajv.compile(JSON.parse(read('schemas/release-line.schema.json')))
  test.each(readdirSync(new URL('release/lines/', root)))('%s is valid and named after its line', (name) => {
    const line = JSON.parse(read(`release/lines/${name}`))
    expect(valid(line), JSON.stringify(valid.errors)).toBe(true)
    expect(name).toBe(`${line.line}.json`)
    const patches = line.patches.map(({ patch }: { patch: number }) => patch)
    expect(patches).toEqual([...new Set(patches)].sort((a, b) => Number(a) - Number(b)))
    const known = [line.brings, line.ends, ...Object.values(line.distributions ?? {})]
    for (const patch of known.flatMap((one) => Object.values(one))) expect(patches).toContain(patch)
  })

  test('the changes are valid', () => {
    const validChanges = ajv.compile(JSON.parse(read('schemas/release-changes.schema.json')))
    expect(validChanges(JSON.parse(read('release/changes.json'))), JSON.stringify(validChanges.errors)).toBe(true)
  })

  test('lines add and end only described changes', () => {
    const unknown = lines.flatMap(({ brings, ends }) => Object.keys({ ...brings, ...ends }))
    expect(unknown.filter((name) => !Object.hasOwn(releaseChanges, name))).toEqual([])
  })
})

describe('every change', () => {
  const used = new Set(
    ['specs', 'reference', 'src', 'tests/openapi']
      .flatMap((folder) => filesIn(`${folder}/`))
      .flatMap((file) => [...read(file).matchAll(/(?:has|lacks)\(\s*'([^']+)'|change: '([^']+)'/g)])
      .map(([, inCode, inDiff]) => inCode ?? inDiff)
      // The fingerprint requests what a shop shows, and the reference returns it.
      .concat(signs.map(({ change }) => change)),
  )
  test.each(names)('%s is added by a line, and used', (name) => {
    expect(knownReleases.some((release) => has(name).includes(parseRelease(release)))).toBe(true)
    expect([...used]).toContain(name)
  })
})

test('releases are in order, and a patch of an unknown number is unknown', () => {
  expect(knownReleases).toEqual([...new Set(knownReleases)])
  expect(isKnown(parseRelease(newestRelease))).toBe(true)
  expect(isKnown(parseRelease('2.4.4-p99'))).toBe(false)
  expect(howKnown(parseRelease('2.4.7-p6'))).toBe('recorded')
  expect(newestOf('2.3')).toBe('2.3.7-p4')
  expect(newestOf('2.2')).toBeUndefined()
})

test('ranges are read from the files', () => {
  expect(has('guest-group-is-refused').text).toBe('from 2.4.4-p12, 2.4.5-p11, 2.4.6-p9, 2.4.7')
  expect(lacks('json-web-tokens').text).toBe('before 2.4.4')
  expect(has('missing-name-breaks').text).toBe('from 2.3.1 and before 2.3.4')
})

function filesIn(folder: string): string[] {
  return readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => folder + name)
}
