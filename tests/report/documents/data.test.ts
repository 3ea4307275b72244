import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { parseRelease } from '../../../release/index.ts'
import { allDeviations, corrected, deviationsOf, isThere } from '../../../src/report/documents/deviations.ts'
import { factsOf } from '../../../src/report/documents/facts.ts'
import { liveDocuments } from '../../../src/report/documents/live.ts'
import { describedOperations } from '../../../src/report/documents/operations.ts'
import { type Audience, allPublished, documentFor } from '../../../src/report/documents/published.ts'
import { recordingOf } from '../../reference/scenarios.ts'
import { derive, publishedReleases } from './derive.ts'
import { recordedExchanges } from './recorded-exchanges.ts'

const read = (file: string) => JSON.parse(readFileSync(new URL(`../../../schemas/${file}`, import.meta.url), 'utf8'))

/** Returns the errors of a value by one of our schemas. */
function problems(schema: string, value: unknown): string[] {
  const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false }).compile(read(schema))
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const realReleases = ['2.3.7-p4', '2.4.1', '2.4.7-p6']

describe('the known errors of the documents', () => {
  const deviations = allDeviations()

  test('are valid under their schema, and have unique ids', () => {
    expect(problems('deviations.schema.json', read('deviations.json'))).toEqual([])
    expect(problems('deviations.schema.json', { ...read('deviations.json'), deviations: [{ id: 'X' }] })).not.toEqual(
      [],
    )
    expect(new Set(deviations.map(({ id }) => id)).size).toBe(deviations.length)
  })

  test('link to existing recorded steps', () => {
    const steps = realReleases.flatMap((release) => [...recordingOf(release).keys()])
    const named = deviations
      .flatMap(({ links }) => links)
      .flatMap((link) => /^fixtures.recorded: (\S+)#(\S+)$/.exec(link)?.slice(1).join('|') ?? [])
    expect(named.length).toBeGreaterThan(8)
    expect(named.filter((step) => !steps.includes(step))).toEqual([])
  })

  test.each(allPublished())('are in Adobe’s document of $release', (published) => {
    const known = deviationsOf('published', parseRelease(published.release)).filter(({ says }) => says !== undefined)
    const of = (audience: Audience | undefined) => (audience ? documentFor(published, audience) : published)
    const absent = known.flatMap((deviation) =>
      deviation.at.filter((pointer) => !isThere(of(deviation.audience), pointer, deviation)),
    )
    expect(known.length).toBeGreaterThan(5)
    expect(absent).toEqual([])
  })

  test.each(realReleases)('are in the schema that a real %s returns', (release) => {
    const [live] = liveDocuments(recordedExchanges(release))
    const known = deviationsOf('live', parseRelease(release)).filter(({ audience }) => audience === undefined)
    const { present, gone } = corrected(live?.facts ?? { paths: {}, definitions: {} }, known)
    expect(gone).toEqual([])
    expect(present.length).toBeGreaterThan(8)
  })
})

describe('the facts of Adobe’s documents', () => {
  test.each(allPublished())('of $release are valid under their schema, and contain no sentences', (published) => {
    expect(problems('published.schema.json', published)).toEqual([])
    expect(problems('published.schema.json', { ...published, info: {} })).not.toEqual([])
    // Names, types and operations contain no blank except between method and path.
    expect(
      JSON.stringify(published)
        .match(/"[^"]* [^"]*"/g)
        ?.filter((text) => !/^"[A-Z]+ \/\S+"$/.test(text)),
    ).toEqual([])
  })

  test('exist for all releases with a document, and include the services that the suite requests', () => {
    expect(allPublished().map(({ release }) => release)).toEqual(publishedReleases)
    for (const { audiences } of allPublished())
      expect(audiences.admin).toEqual(expect.arrayContaining([...describedOperations]))
  })

  test('contain no descriptions, and only what all audiences have in common', () => {
    const folder = mkdtempSync(join(tmpdir(), 'published-'))
    const operation = { description: 'In words.', operationId: 'X', responses: { 200: { description: 'Fine.' } } }
    const document = (paths: object) => ({
      swagger: '2.0',
      info: { title: 'In words', version: '2.4.6' },
      paths,
      definitions: {
        thing: { type: 'object', description: 'In words.', properties: { description: { type: 'string' } } },
      },
    })
    const write = (audience: string, paths: object) =>
      writeFileSync(join(folder, `${audience}-2.4.6.json`), JSON.stringify(document(paths)))
    write('admin', { '/V1/a': { get: operation }, '/V1/b': { get: operation } })
    write('customer', { '/V1/a': { get: operation } })
    write('guest', {})
    expect(derive(folder, '2.4.6')).toEqual({
      $schema: '../published.schema.json',
      release: '2.4.6',
      audiences: { guest: [], customer: ['GET /V1/a'], admin: ['GET /V1/a', 'GET /V1/b'] },
      paths: { '/V1/a': { get: { responses: { 200: {} } } }, '/V1/b': { get: { responses: { 200: {} } } } },
      definitions: { thing: { type: 'object', properties: { description: { type: 'string' } } } },
    })
    write('guest', { '/V1/a': { get: { ...operation, responses: {} } } })
    expect(() => derive(folder, '2.4.6')).toThrow('guest-2.4.6 describes GET /V1/a otherwise')
  })
})

test('there are no other files of facts', () => {
  for (const value of [undefined, null, 'x', [], {}, { paths: [], definitions: {} }, { paths: {} }])
    expect(factsOf(value)).toBeUndefined()
  expect(factsOf({ paths: { '/a': null, '/b': { get: 7, 'x-y': {} } }, definitions: { c: 1 } })).toEqual({
    paths: { '/a': {}, '/b': { get: { responses: {} } } },
    definitions: { c: {} },
  })
})
