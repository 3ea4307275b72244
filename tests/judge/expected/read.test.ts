import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { ExpectedError, readExpected } from '../../../src/judge/expected/read.ts'
import { withoutEntries } from '../../../src/judge/expected/remove.ts'

const ids = ['TOKEN-01', 'TOKEN-04', 'EXPIRY-05']
const read = (text: string) => readExpected(text, 'x.jsonc', ids)
const listing = (...entries: object[]) =>
  `{\n"expected": [\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]}`
const entry = { id: 'TOKEN-01', reason: 'known' }

test('a file with comments, trailing commas and every field is read', () => {
  const whole = { ...entry, link: 'https://issues.test/1', owner: 'Ann', until: '2028-02-29' }
  const text = `// ours\n{ "$schema": "x", "expected": [ ${JSON.stringify(whole)}, /* two */ { "id": "TOKEN-04", "reason": "too", }, ] }`
  expect(read(text)).toEqual([whole, { id: 'TOKEN-04', reason: 'too' }])
  const others = [{ ids: ['TOKEN-01', 'TOKEN-04'], reason: 'x', actual: { 'TOKEN-04': '200 …' }, blocked: true }]
  expect(read(listing(...others, { area: 'EXPIRY', reason: 'x' }))).toEqual([
    ...others,
    { area: 'EXPIRY', reason: 'x' },
  ])
  expect(read('{"expected": []}')).toEqual([])
})

test.each<[string, string, string]>([
  ['', 'x.jsonc:1:', 'not valid JSON'],
  ['{\n"expected": [\n}', 'x.jsonc:3:', 'not valid JSON'],
  ['[]', 'x.jsonc:1:', 'must be object'],
  ['{}', 'x.jsonc:1:', 'the list `expected` is missing'],
  ['{"expected": {}}', 'x.jsonc:1:', '`expected` must be array'],
  ['{"expect": [], "expected": []}', 'x.jsonc:1:', 'unknown field `expect`. Did you mean `expected`?'],
  [listing(entry, { id: 'TOKEN-04' }), 'x.jsonc:4:', '`reason` is missing'],
  [listing({ reason: 'x' }), 'x.jsonc:3:', 'an entry names one of `id`, `ids` and `area`'],
  [listing({ ...entry, area: 'TOKEN' }), 'x.jsonc:3:', 'an entry names one of `id`, `ids` and `area`'],
  [listing({ ...entry, reason: ' ' }), 'x.jsonc:3:', 'TOKEN-01 (line 3): the reason is empty. Write why it fails'],
  [listing({ ...entry, id: 'token-1' }), 'x.jsonc:3:', '`id` is "token-1". The requirement, such as TOKEN-04'],
  [listing({ ...entry, until: 'soon' }), 'x.jsonc:3:', '`until` is "soon". The last day'],
  [listing({ ...entry, until: '2027-02-29' }), 'x.jsonc:3:', '`until` is `2027-02-29`: there is no such day'],
  [listing({ ...entry, until: 5 }), 'x.jsonc:3:', '`until` must be string'],
  [listing({ ...entry, link: 'javascript:x' }), 'x.jsonc:3:', '`link` is "javascript:x". Where'],
  [listing({ ...entry, untill: '2027-01-01' }), 'x.jsonc:3:', 'unknown field `untill`. Did you mean `until`?'],
  [
    listing(entry, { ...entry, id: 'TOKEN-44' }),
    'x.jsonc:4:',
    'there is no requirement `TOKEN-44`. Did you mean TOKEN-04?',
  ],
  [listing(entry, { reason: 'known', id: 'TOKEN-01' }), 'x.jsonc:4:', 'TOKEN-01 is listed in line 3 already: keep one'],
  [
    listing(entry, { ids: ['TOKEN-04', 'TOKEN-01'], reason: 'x' }),
    'x.jsonc:4:',
    'TOKEN-01 is listed in line 3 already',
  ],
  [listing({ ids: ['TOKEN-04', 'TOKEN-04'], reason: 'x' }), 'x.jsonc:3:', 'TOKEN-04 is listed in line 3 already'],
  [listing({ ids: [], reason: 'x' }), 'x.jsonc:3:', '`ids` must NOT have fewer than 1 items'],
  [listing({ area: 'TOKENS', reason: 'x' }), 'x.jsonc:3:', 'there is no area `TOKENS`. Did you mean TOKEN?'],
  [
    listing({ ...entry, actual: { 'TOKEN-04': 'x' } }),
    'x.jsonc:3:',
    '`actual` names TOKEN-04, and the entry is about TOKEN-01',
  ],
  [
    listing({ ids: ['TOKEN-01', 'TOKEN-04'], reason: '' }, { area: 'EXPIRY', reason: '' }),
    'x.jsonc:3:',
    'TOKEN-01, TOKEN-04 (line 3); area EXPIRY (line 4): the reason is empty',
  ],
  ['{"expected": [\n{"id": "TOKEN-01",\n"reason": "a",\n"reason": "b"}]}', 'x.jsonc:4:', '`reason` stands twice'],
])('%j is refused, with where and what', (text, place, problem) => {
  expect(() => read(text)).toThrow(ExpectedError)
  expect(() => read(text)).toThrow(place)
  expect(() => read(text)).toThrow(problem)
})

test('the schema for editors is a schema, and strict', () => {
  const schema = JSON.parse(readFileSync(new URL('../../../schemas/expected.schema.json', import.meta.url), 'utf8'))
  const validate = new Ajv2020({ strict: true }).compile(schema)
  expect(validate({ expected: [entry] })).toBe(true)
  expect(validate({ expected: [{ ...entry, more: 1 }] })).toBe(false)
})

const written = `// of staging
{
  "expected": [
    // about the first
    { "id": "A-01", "reason": "x" }, // it is old
    {
      "id": "A-02", // inside
      "reason": "y, }"
    },
    // about the last
    { "id": "A-03", "reason": "x" } /* the end */
  ]
}
`

test.each([[['A-01']], [['A-02']], [['A-03']], [['A-03', 'A-01']], [['A-01', 'A-02', 'A-03']]])(
  'taking out %j leaves the rest as it is written',
  (gone) => {
    const left = withoutEntries(written, gone)
    const kept = ['A-01', 'A-02', 'A-03'].filter((id) => !gone.includes(id))
    expect(readExpected(left, 'x', ['A-01', 'A-02', 'A-03']).map(({ id }) => id)).toEqual(kept)
    for (const comment of ['// of staging', '// about the first', '// about the last']) expect(left).toContain(comment)
    // No line is new, except one whose comma was removed.
    const lines = written.split('\n').map((line) => line.replace(/,/g, ''))
    expect(
      left
        .split('\n')
        .map((line) => line.replace(/,/g, ''))
        .filter((line) => !lines.includes(line)),
    ).toEqual([])
  },
)

test('a file in one line stays in one line', () => {
  expect(withoutEntries('{"expected":[{"id":"A-01"}, {"id":"A-02"}]}', ['A-02'])).toBe('{"expected":[{"id":"A-01"} ]}')
  expect(withoutEntries('{"expected":[{"id":"A-01"},]}', ['A-01'])).toBe('{"expected":[]}')
})

test('of an entry with several ids only those that pass are removed; an area is removed as a whole', () => {
  const several = `{"expected": [
  { "ids": ["A-01", "A-02"], "actual": { "A-01": "x", "A-02": "y" }, "reason": "z" },
  { "area": "B", "reason": "z" }
]}`
  const known = ['A-01', 'A-02', 'B-01']
  expect(readExpected(withoutEntries(several, ['A-01', 'B']), 'x', known)).toEqual([
    { ids: ['A-02'], actual: { 'A-02': 'y' }, reason: 'z' },
  ])
  expect(readExpected(withoutEntries(several, ['A-01', 'A-02']), 'x', known)).toEqual([{ area: 'B', reason: 'z' }])
})
