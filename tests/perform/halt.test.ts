import { expect, test } from 'vitest'
import { schemaErrors } from '../../src/judge/schema.ts'
import { blocked } from '../../src/perform/halt.ts'
import { exchange } from '../support/literal.ts'

test.each([
  [401, '{"message":"no"}', '"login" answered 401 without a token'],
  [201, '"abc"', '"login" answered 201 in place of 200'],
  [200, 'true', '"login" answered 200 without a token'],
  [200, '{"token":"abc"}', '"login" answered 200 with an object in place of the token'],
  [200, '<html>', '"login" answered 200 with a body that is no JSON'],
  [200, '\ufeff"abc"', '"login" answered 200 with a body that is no JSON: it begins with a byte order mark'],
])('what blocks other steps is told: %s %s', (status, body, why) => {
  expect(blocked(exchange('login', status, body), 'a token').halt).toMatchObject({ kind: 'blocked', why })
})

test('a value of another type or form than the schema’s is shown', () => {
  const customer = { created_at: '2026-01-01T00:00:00Z', addresses: {} }
  const errors = schemaErrors('customer', customer)
  expect(errors).toContainEqual(expect.stringMatching(/^\/created_at is "2026-01-01T00:00:00Z", in another form than /))
  expect(errors).toContain('/addresses must be array, and is {}')
})
