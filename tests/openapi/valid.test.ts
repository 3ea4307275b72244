import { Validator } from '@seriousme/openapi-schema-validator'
import { describe, expect, test } from 'vitest'
import { requirements } from '../../src/judge/requirement.ts'
import { type Document, operationsOf } from './contract/document.ts'
import '../../specs/index.ts'
import { documents } from './documents.ts'
import { validatorOf } from './validator.ts'

interface Shown {
  readonly place: readonly (string | number)[]
  readonly value: unknown
}

/** Returns every example of a document, with the place of its schema. */
function examplesIn(value: unknown, place: readonly string[] = []): Shown[] {
  if (value === null || typeof value !== 'object') return []
  const { schema, examples } = value as { schema?: unknown; examples?: Record<string, { value: unknown }> }
  if (schema && examples)
    return Object.values(examples).map((example) => ({ place: [...place, 'schema'], value: example.value }))
  return Object.entries(value).flatMap(([key, entry]) => examplesIn(entry, [...place, key]))
}

const wrongExamples = (document: Document) => {
  const validator = validatorOf(document)
  return examplesIn(document.paths, ['paths']).flatMap(({ place, value }) =>
    validator.at(place, value).map((error) => `${place.join(' ')}: ${error}`),
  )
}

describe.each(documents)('$file', ({ document }) => {
  test('is valid under the schema of OpenAPI 3.1', async () => {
    const validator = new Validator()
    expect(await validator.validate(structuredClone(document))).toMatchObject({ valid: true })
    expect(validator.version).toBe('3.1')
  })

  test('has valid examples of every status that the reference can return', () => {
    expect(wrongExamples(document)).toEqual([])
    const bare = operationsOf(document).flatMap(({ operationId, responses = {} }) =>
      Object.entries(responses)
        .filter(([, response]) => examplesIn(response).length === 0)
        .map(([status]) => `${operationId} ${status}`),
    )
    // A hidden page, and a query parameter that only some patch releases read.
    expect(['getVersion 404', 'changeMyPassword 404']).toEqual(expect.arrayContaining(bare))
  })

  test('has each operation once, and names only existing requirements', () => {
    const operations = operationsOf(document)
    const names = operations.map(({ operationId }) => operationId)
    expect(new Set(names).size).toBe(names.length)
    const known = new Set(requirements.map(({ id }) => id))
    const named = operations.map((operation) => (operation as { 'x-requirements'?: string[] })['x-requirements'] ?? [])
    expect(named.flat().filter((id) => !known.has(id))).toEqual([])
    expect(named.filter((ids) => ids.length).length).toBeGreaterThan(25)
  })
})

test('an invalid document and a wrong example are found', async () => {
  const [{ document }] = documents as [(typeof documents)[number]]
  const broken = structuredClone(document) as { openapi: string; info?: unknown }
  delete broken.info
  expect(await new Validator().validate(broken)).toMatchObject({ valid: false })
  const changed = structuredClone(document)
  const customer = changed.components?.schemas?.Customer as { properties: Record<string, unknown> }
  customer.properties.id = { type: 'string' }
  expect(wrongExamples(changed).length).toBeGreaterThan(3)
})

test('neighbouring documents differ in more than their names', () => {
  const told = documents.map(({ document }) => JSON.stringify([skeletonOf(document)]))
  expect(new Set(told).size).toBe(documents.length)
})

/** Returns the operations of a document, without examples and requirements. */
function skeletonOf({ paths, components }: Document): unknown {
  return JSON.parse(JSON.stringify({ paths, components }), (key, value) =>
    key === 'examples' || key === 'x-requirements' ? undefined : value,
  )
}
