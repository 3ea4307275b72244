import { expect, test } from 'vitest'
import { allDeviations } from '../../../src/report/documents/deviations.ts'
import { checkerOf } from '../../../src/report/documents/schema-check.ts'

const definitions = {
  name: {
    type: 'object',
    required: ['first'],
    properties: { first: { type: 'string' }, last: { type: ['string', 'null'] } },
  },
  itself: { $ref: '#/definitions/itself' },
  tree: { type: 'object', properties: { below: { type: 'array', items: { $ref: '#/definitions/tree' } } } },
  'a/b': { type: 'integer' },
}

/** What a schema objects to, as `place keyword property`. */
const objections = (schema: Record<string, unknown>, value: unknown) =>
  checkerOf(
    schema,
    definitions,
  )?.(value).map(({ at, keyword, property }) => [at, keyword, property].filter(Boolean).join(' '))

test.each<[Record<string, unknown>, unknown, string[]]>([
  [{ type: 'string' }, 1, ['type']],
  [{ type: 'integer' }, 1.5, ['type']],
  [{ type: ['string', 'null'] }, null, []],
  [{ $ref: '#/definitions/name' }, { first: 'Ada', last: null }, []],
  [{ $ref: '#/definitions/name' }, { last: 3 }, ['required first', '/last type']],
  [{ type: 'array', items: { $ref: '#/definitions/name' } }, [{ first: 'Ada' }, {}], ['/1 required first']],
  [{ additionalProperties: false, properties: { a: {} } }, { a: 1, b: 2 }, ['additionalProperties b']],
  [{ additionalProperties: { type: 'string' } }, { a: 1 }, ['/a type']],
  [{ enum: [1, { a: 2 }] }, { a: 2 }, []],
  [{ enum: [1] }, 2, ['enum']],
  [{ allOf: [{ type: 'string' }, { type: 'number' }] }, 1, ['type']],
  [{ anyOf: [{ type: 'string' }, { type: 'array', maxItems: 0 }] }, [], []],
  [{ anyOf: [{ type: 'string' }, { type: 'array', maxItems: 0 }] }, [1], ['type', 'maxItems', 'anyOf']],
  [{ $ref: '#/definitions/a~1b' }, 'x', ['type']],
  [{ $ref: '#/definitions/itself' }, {}, []],
  [{ $ref: '#/definitions/tree' }, { below: [{ below: 1 }] }, ['/below/0/below type']],
  [{ properties: { 'a/b': { type: 'string' } } }, { 'a/b': 1 }, ['/a~1b type']],
])('%j on %j', (schema, value, expected) => {
  expect(objections(schema, value)).toEqual(expected)
})

test.each([
  { type: 'file' },
  { type: 7 },
  { enum: [] },
  { enum: 'x' },
  { required: 'x' },
  { $ref: '#/definitions/none' },
  { $ref: 'https://example.com/other.json' },
  { $ref: '#/paths/x' },
  { properties: { a: 3 } },
  { allOf: {} },
  { items: { properties: { a: { $ref: '#/definitions/none' } } } },
])('%j is no schema, and judges nothing', (schema) => {
  expect(checkerOf(schema, definitions)).toBeUndefined()
})

test('it knows every keyword of the corrections', () => {
  const known = [
    'type',
    'enum',
    '$ref',
    'allOf',
    'anyOf',
    'items',
    'maxItems',
    'required',
    'properties',
    'additionalProperties',
  ]
  const keywords = (value: unknown): string[] =>
    Array.isArray(value)
      ? value.flatMap(keywords)
      : typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => [key, ...keywords(inner)])
        : []
  expect(
    allDeviations()
      .flatMap(({ is }) => keywords(is))
      .filter((key) => !known.includes(key)),
  ).toEqual([])
})
