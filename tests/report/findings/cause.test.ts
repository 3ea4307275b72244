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

test('an answer that keeps many scenarios from going on is told once, before all else', () => {
  const why = '"login" answered 401 without a token'
  const blocked = Array.from({ length: 12 }, (_, index) =>
    one(`BLOCK-${index}`, `scenario ${index % 4}`, { verdict: 'blocked', why }),
  )
  const actual = '401 Unauthorized {"message":"Your account is disabled."}'
  const failed = one('TOKEN-01', 'login', { place: 'status', expected: 'status 200', actual })
  const [first, ...others] = explainRed([...blocked, failed], new Set(), [])
  expect(others).toEqual([])
  expect(first?.sentence).toBe(
    'POST /V1/integration/customer/token answered 401 without a token: "Your account is disabled."; 12 requirements could not be asked because of it',
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
