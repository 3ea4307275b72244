import { expect, test } from 'vitest'
import { operation, service } from '../../faults/change.ts'
import { asking, without } from '../../faults/changes/requests.ts'
import { type Change, Refusal } from '../../reference/index.ts'
import { causes, red, run } from './run.ts'

const birthday = service('requiredProblems', (inner) => (customer) => [
  ...inner(customer),
  ...((customer as { dob?: string }).dob ? [] : ['"Date of Birth" is a required value.']),
])
const mobile = operation('customer.create', (call, inner) => {
  const { custom_attributes: list = [] } = (call.input as { customer: { custom_attributes?: object[] } }).customer
  if (!JSON.stringify(list).includes('mobile_number')) throw new Refusal(400, '"Mobile Number" is a required value.')
  return inner(call)
})
const noGuests = operation('customer.create', (call, inner) => {
  if (call.user?.type !== 'admin') throw new Refusal(401, "The consumer isn't authorized to access %resources.", {})
  return inner(call)
})

test('a required date of birth is found by the administrator, and filled', async () => {
  const ended = await run([birthday])
  expect(causes(ended)).toEqual(['required-field adapted'])
  expect(red(ended)).toEqual([])
})

test('without an administrator a standard field that the refusal names is filled', async () => {
  const ended = await run([birthday], { MAGENTO_ADMIN_TOKEN: '' })
  expect(causes(ended)).toEqual(['required-field adapted'])
  expect(red(ended)).toEqual([])
})

test('without an administrator a custom field is named, and nothing is judged', async () => {
  const ended = await run([mobile], { MAGENTO_ADMIN_TOKEN: '' })
  expect(causes(ended)).toEqual(['required-field stops'])
  expect(ended.report?.setup?.[0]?.sentence).toContain('"Mobile Number"')
  expect(ended.report?.setup?.[0]?.next).toContain('{"custom_attributes":{"mobile_number":"{{digits}}"}}')
  expect([ended.code, red(ended)]).toEqual([3, []])
})

test('a custom attribute is given by a setting', async () => {
  const fields = '{"custom_attributes": {"mobile_number": "{{digits}}"}}'
  const ended = await run([mobile], { MAGENTO_CUSTOMER_FIELDS: fields })
  expect(red(ended)).toEqual([])
  expect((await run([mobile])).code).toBe(3)
})

test('if guests may not register, the administrator creates the accounts', async () => {
  const ended = await run([noGuests])
  expect(causes(ended)).toEqual(['guest-registration adapted'])
  expect(red(ended)).toEqual([])
  expect(causes(await run([noGuests], { MAGENTO_ADMIN_TOKEN: '' }))).toEqual(['guest-registration stops'])
})

test.each([
  { 'customer/address/street_lines': '1' },
  { 'customer/address/company_show': 'req' },
  { 'customer/address/fax_show': 'req' },
])('another setting makes no requirement fail: %o', async (settings) => {
  expect(red(await run([], {}, settings))).toEqual([])
})

test('accounts that need approval are one finding, and no failure', async () => {
  const approval = operation('token.create', (call, inner) => {
    inner(call)
    throw new Refusal(401, 'Your account is awaiting approval.')
  })
  const ended = await run([approval])
  expect(causes(ended)).toEqual(['login limits'])
  expect(red(ended)).toEqual([])
})

test('a lost header Authorization is reported, with and without an administrator', async () => {
  const strips = asking(({ headers }) => ({ headers: without(headers, 'authorization') }))
  const ended = await run([strips])
  expect(ended.stderr).toMatch(/header Authorization does not reach the shop.*\n.*CGIPassAuth On/)
  const alone = await run([strips], { MAGENTO_ADMIN_TOKEN: '' })
  expect(causes(alone)).toEqual(['authorization-header limits'])
  expect(red(alone)).toEqual([])
})

test('a challenge ends the run immediately, and its header is reported', async () => {
  const challenges: Change = (shop) => {
    const headers: [string, string][] = [
      ['Content-Type', 'text/html'],
      ['cf-mitigated', 'challenge'],
    ]
    shop.handle = async () => ({ status: 403, headers, body: '<html>Just a moment...</html>' })
  }
  const { code, stderr } = await run([challenges])
  expect(stderr).toMatch(/cf-mitigated: challenge/)
  expect(code).toBe(3)
})
