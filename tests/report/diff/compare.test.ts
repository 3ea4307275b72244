import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { Exchange } from '../../../src/recording/exchange.ts'
import { classes, rules } from '../../../src/report/diff/classes.ts'
import { compareRecordings } from '../../../src/report/diff/compare-recordings.ts'
import { exchange, recording } from '../../support/literal.ts'
import { type Answer, changes, dated, json } from './changes.ts'

const customer = { id: 7, email: 'a@example.com', group_id: 1, created_at: '2026-11-23 12:00:00' }
const other = { id: 9, email: 'b@example.com', group_id: 1, created_at: '2026-11-23 11:59:00' }

describe('varying values are paired', () => {
  test('another id, address or time of the same form is not a change, in the whole scenario', () => {
    const them = (one: typeof customer): Answer[] => [
      [200, one],
      [200, { ...one, default_billing: `${one.id}1` }],
      [404, { message: 'No such entity with %fieldName = %fieldValue', parameters: { fieldValue: one.id } }],
    ]
    expect(changes(them(customer), them(other))).toEqual([])
  })

  test.each<[string, object, string]>([
    ['an id that is a text', { ...other, id: '9' }, 'breaking: type /id'],
    ['a constant', { ...other, group_id: 2 }, 'breaking: value /group_id'],
    ['a time in another form', { ...other, created_at: '2026-11-23T12:00:00Z' }, 'breaking: format /created_at'],
    ['a time that is not of now', { ...other, created_at: '2020-01-01 00:00:00' }, 'breaking: value /created_at'],
    ['a field gone', { id: 9, email: 'b@example.com', group_id: 1 }, 'breaking: field gone /created_at'],
    ['a new field', { ...other, gender: 1 }, 'added: field new /gender'],
    ['null', { ...other, created_at: null }, 'breaking: became null /created_at'],
    ['an address in capitals', { ...other, email: 'B@example.com' }, 'breaking: format /email'],
  ])('%s is a change', (_, after, change) => {
    expect(changes([[200, customer]], [[200, after]])).toEqual([change])
  })

  test('an id or an address of another customer is a change', () => {
    const third = { ...other, id: 11, email: 'c@example.com' }
    expect(
      changes(
        [
          [200, customer],
          [200, customer],
        ],
        [
          [200, other],
          [200, third],
        ],
      ),
    ).toEqual(['breaking: identity /id', 'breaking: identity /email'])
  })

  test('a customer and an address may have the same id', () => {
    const address = (id: number, customer_id: number): Answer => [200, { id, customer_id, street: ['x'] }]
    expect(changes([address(7, 7)], [address(8, 9)])).toEqual([])
  })
})

describe('lists whose entries have a key', () => {
  const country = (id: string, ...regions: readonly (readonly [id: string, code: string, name: string])[]) => ({
    id,
    full_name_english: id,
    available_regions: regions.map(([id, code, name]) => ({ id, code, name })),
  })
  const geneva = country('CH', ['104', 'GE', 'Genf'], ['105', 'TI', 'Tessin'])
  test.each<[string, unknown, unknown, string[]]>([
    [
      'regions that each installation counts up',
      [geneva],
      [country('CH', ['204', 'GE', 'Genf'], ['205', 'TI', 'Tessin'])],
      [],
    ],
    [
      'a region id that is no number',
      [geneva],
      [country('CH', ['x', 'GE', 'Genf'], ['105', 'TI', 'Tessin'])],
      ['breaking: value /*/available_regions/*/id'],
    ],
    [
      'two regions with one id',
      [geneva],
      [country('CH', ['204', 'GE', 'Genf'], ['204', 'TI', 'Tessin'])],
      ['breaking: identity /*/available_regions/*/id'],
    ],
    ['one country more at the beginning', [geneva], [country('AN'), geneva], ['added: entry new /*']],
    ['one country less', [country('AN'), geneva], [geneva], ['breaking: entry gone /*']],
    [
      'a region of another name',
      [geneva],
      [country('CH', ['104', 'GE', 'Geneva'], ['105', 'TI', 'Tessin'])],
      ['text: name /*/available_regions/*/name'],
    ],
    [
      'regions sorted otherwise',
      [geneva],
      [country('CH', ['105', 'TI', 'Tessin'], ['104', 'GE', 'Genf'])],
      ['minor: order /*/available_regions'],
    ],
    [
      'attributes, one of which is now required',
      [
        { attribute_code: 'a', required: false },
        { attribute_code: 'b', required: false },
      ],
      [
        { attribute_code: 'new', required: true },
        { attribute_code: 'a', required: false },
        { attribute_code: 'b', required: true },
      ],
      ['added: entry new /*', 'breaking: value /*/required'],
    ],
  ])('%s', (_, before, after, expected) => {
    expect(changes([[200, before]], [[200, after]])).toEqual(expected)
  })
})

describe('an OpenAPI document', () => {
  const document = (changes: object = {}) => ({
    swagger: '2.0',
    host: 'one.test',
    tags: [{ name: 'a', description: 'x' }],
    paths: { '/V1/x': { get: { tags: ['a'], description: 'old', operationId: 'GetX' } } },
    definitions: { x: { properties: { description: { type: 'string' } } } },
    ...changes,
  })
  test.each<[string, object, string[]]>([
    [
      'prose, host and tags',
      { host: 'two.test', tags: [], paths: { '/V1/x': { get: { operationId: 'GetX' } } } },
      [
        'text: prose /host',
        'text: prose /tags',
        'text: prose /paths/~1V1~1x/get/tags',
        'text: prose /paths/~1V1~1x/get/description',
      ],
    ],
    ['a path', { paths: {} }, ['breaking: field gone /paths/~1V1~1x']],
    [
      'a field that is called description',
      { definitions: { x: { properties: {} } } },
      ['breaking: field gone /definitions/x/properties/description'],
    ],
  ])('%s', (_, after, expected) => {
    expect(changes([[200, document()]], [[200, document(after)]], 'schema')).toEqual(expected)
  })
})

test('requests that two runs sent to different routes are not compared', () => {
  const asked = (path: string, status: number) => {
    const one = exchange('country', status, JSON.stringify({ id: path }))
    return recording([
      new Exchange({ ...one.data, request: { ...one.data.request, url: `http://shop.test/rest/V1/${path}` } }),
    ])
  }
  const found = compareRecordings(asked('directory/countries/AT', 200), asked('directory/countries/AL', 200))
  expect(found.differences).toEqual([])
  expect(found.uncompared.map(({ why }) => why)).toEqual([
    'it was POST /V1/directory/countries/AT before and POST /V1/directory/countries/AL after',
  ])
  expect(compareRecordings(asked('made-up', 404), asked('random', 404)).exchanges).toBe(1)
})

describe('status, message, body and headers', () => {
  const refusal = (message: string, parameters?: object): Answer => [
    400,
    { message, ...(parameters ? { parameters } : {}) },
  ]
  test.each<[string, Answer, Answer, string[]]>([
    ['accepted, then refused', [200, true], refusal('no'), ['tightened: refused status']],
    ['refused, then accepted', refusal('no'), [200, true], ['loosened: admitted status']],
    ['a server error', refusal('no'), [500, { message: 'oops' }], ['breaking: server error status']],
    ['another refusal', refusal('no'), [401, { message: 'no' }], ['breaking: other refusal status']],
    ['a server error that became a refusal', [500, { message: 'x' }], refusal('no'), ['text: refused rightly status']],
    ['another message', refusal('a'), refusal('b'), ['text: message /message']],
    ['another report id', refusal('Report ID: webapi-0123456789abc'), refusal('Report ID: webapi-abcdef0123456'), []],
    [
      'another parameter',
      refusal('a', { fieldName: 'x' }),
      refusal('a', { fieldName: 'y' }),
      ['breaking: value /parameters/fieldName'],
    ],
    ['a page for JSON', [200, true], [200, '<html><title>x</title></html>'], ['breaking: other body the body']],
    [
      'another media type',
      [200, true],
      [200, true, [['Content-Type', 'text/html'], dated]],
      ['breaking: media type header content-type'],
    ],
    ['spelt otherwise', [200, true], [200, true, [['content-type', 'application/json;charset=UTF-8'], dated]], []],
    ['a header more', [200, true], [200, true, [json, dated, ['X-New', '1']]], ['added: header new header x-new']],
    [
      'a header less',
      [200, true, [json, dated, ['Cache-Control', 'no-store']]],
      [200, true],
      ['minor: header gone header cache-control'],
    ],
    [
      'a cookie without HttpOnly',
      [200, true, [json, dated, ['Set-Cookie', 'PHPSESSID=abc; path=/; HttpOnly']]],
      [200, true, [json, dated, ['Set-Cookie', 'PHPSESSID=xyz; path=/']]],
      ['minor: header value header set-cookie PHPSESSID'],
    ],
    [
      'entries in another order',
      [200, [{ city: 'A' }, { city: 'B' }]],
      [200, [{ city: 'B' }, { city: 'A' }]],
      ['minor: order the body'],
    ],
    ['an entry less', [200, ['a', 'b']], [200, ['a']], ['breaking: length the body']],
  ])('%s', (_, before, after, expected) => {
    expect(changes([before], [after])).toEqual(expected)
  })
})

test('responses of a proxy, and requests sent to one side only, are not compared and never equal', () => {
  const answers = recording([exchange('x', 200, 'true'), exchange('y', 200, 'true')])
  const without = recording([exchange('x', 503, '<h1>busy</h1>')], {
    kind: 'untestable',
    power: 'admin',
    why: 'no power',
    setting: '',
  })
  const { differences, uncompared, exchanges } = compareRecordings(answers, without)
  expect([differences, exchanges]).toEqual([[], 0])
  expect(uncompared.map(({ name, missing, why }) => [name, missing, why])).toEqual([
    ['x', 'after', expect.stringContaining('503 without JSON')],
    ['y', 'after', 'no power'],
  ])
})

test('docs/upgrade.md has every class, with the same text', () => {
  const page = readFileSync(new URL('../../../docs/upgrade.md', import.meta.url), 'utf8')
  for (const [name, { meaning }] of Object.entries(classes)) expect(page).toContain(`| ${name} | ${meaning}`)
})

test('every rule has a reason', () => {
  for (const [, reason] of Object.values(rules)) expect(reason).toMatch(/.{10}/)
})
