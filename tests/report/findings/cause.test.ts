import { expect, test } from 'vitest'
import { explainRed } from '../../../src/report/findings/explain-red.ts'
import type { Judged } from '../../../src/report/findings/finding.ts'

const login = "curl -i -X POST 'http://shop.test/rest/default/V1/integration/customer/token'"
const one = (id: string, scenario: string, more: Partial<Judged>): Judged => ({
  id,
  level: 'must',
  sentence: id,
  verdict: 'fail',
  scenario,
  exchange: { scenario, name: 'login' },
  curl: login,
  ...more,
})

test('a response that blocks many scenarios is one finding, and the first', () => {
  const why = '"login" answered 401 without a token'
  const blocked = Array.from({ length: 12 }, (_, index) =>
    one(`BLOCK-${index}`, `scenario ${index % 4}`, { verdict: 'blocked', why }),
  )
  const actual = '401 Unauthorized {"message":"Your account is disabled."}'
  const failed = one('TOKEN-01', 'login', { place: 'status', expected: 'status 200', actual })
  const [first, ...others] = explainRed([...blocked, failed], new Set(), [])
  expect(others).toEqual([])
  expect(first?.sentence).toBe(
    'POST /V1/integration/customer/token answered 401 without a token: "Your account is disabled."; 12 requirements could not be tested because of it',
  )
  expect(first?.requirements[0]).toBe('TOKEN-01')
})

test('fields that all have other names are one finding', () => {
  const renamed = ['group_id', 'store_id', 'created_at'].map((name, index) =>
    one(`FIELD-${index}`, `scenario ${index}`, {
      place: `/${name}`,
      expected: '1',
      actual: `nothing there, but there is \`${name.replace(/_(.)/, (_, letter) => letter.toUpperCase())}\``,
    }),
  )
  const findings = explainRed(renamed, new Set(), [])
  expect(findings.map(({ sentence }) => sentence)).toEqual([
    'Fields of answers have other names: `groupId` in place of `group_id`',
  ])
})

test('one other status of many operations is one finding, which says so', () => {
  const paths = ['customers', 'customers/password', 'customers/resetPassword', 'integration/customer/token']
  const red = Array.from({ length: 12 }, (_, index) =>
    one(`STATUS-${index}`, `scenario ${index % 4}`, {
      place: 'status',
      expected: 'status 400',
      actual: `422 Unprocessable Entity {"message":"problem ${index}"}`,
      curl: `curl -i -X POST 'http://shop.test/rest/default/V1/${paths[index % 4]}'`,
    }),
  )
  const findings = explainRed(red, new Set(), [])
  expect(findings.map(({ sentence }) => sentence)).toEqual([
    'POST /V1/customers and 3 other operations answer 422 Unprocessable Entity in place of 400',
  ])
})

test('leaked data is reported before other objections to the same response', () => {
  const wrong = ['MADE-01', 'MADE-02', 'MADE-03'].map((id) =>
    one(id, 'made', { place: '/email', expected: '"a"', actual: '"b"' }),
  )
  const leak = one('SAFE-03', 'made', {
    leak: true,
    expected: 'none of the hidden fields',
    actual: 'a field "password_hash"',
  })
  const [first] = explainRed([...wrong, leak], new Set(), [])
  expect(first?.requirements[0]).toBe('SAFE-03')
  expect(first?.sentence).toContain('got a field "password_hash"')
})
