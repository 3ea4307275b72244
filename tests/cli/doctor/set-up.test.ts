import { afterEach, expect, test } from 'vitest'
import { operation } from '../../../faults/change.ts'
import { type ReferenceOptions, Refusal, startReference } from '../../../reference/index.ts'
import { newFolder } from '../../support/command.ts'
import { contractHere } from '../../support/here.ts'

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

/** Returns the output of doctor for one check on a shop with these options. Expects that no account was created. */
async function about(name: string, options: ReferenceOptions, environment: Record<string, string> = {}) {
  const shop = await startReference(options)
  open.push(shop.close)
  const { stdout } = await contractHere(['doctor', '--url', shop.url, '--out', newFolder()], {
    MAGENTO_ADMIN_TOKEN: shop.admin.token,
    ...environment,
  })
  expect(shop.shop.store.customers.size).toBe(0)
  return stdout.match(new RegExp(`^  . ${name} .*(\\n {10,}→ .*)?$`, 'gm'))?.join('\n')
}

const noGuests = operation('customer.create', () => {
  throw new Refusal(401, "The consumer isn't authorized to access %resources.", {
    resources: 'Magento_Customer::manage',
  })
})
/** A shop that checks the permission to register before the fields. */
const closed: ReferenceOptions = {
  changes: [
    noGuests,
    ({ routes }) => {
      for (const route of routes) if (route.operation === 'customer.create') route.access = 'Magento_Customer::manage'
    },
  ],
}

test.each(['2.3.7-p4', '2.4.5-p13', '2.4.9'])(
  'as %s a stock shop lets guests register and requires nothing',
  async (release) => {
    expect(await about('registration', { release })).toMatch(/✓ .*open to guests/)
    expect(await about('fields', { release })).toMatch(/✓ .*no field is required/)
  },
)

test('a route closed to guests is shown, with its consequences', async () => {
  expect(await about('registration', closed)).toMatch(
    /! .*refused before its fields are checked \(401 .*\n.*creates its accounts as the administrator/,
  )
  const without = { MAGENTO_ADMIN_TOKEN: '' }
  expect(await about('registration', closed, without)).toMatch(/a run needs an administrator/)
})

const settings = { 'customer/address/company_show': 'req', 'customer/address/street_lines': '1' }

test('required fields and street lines are read, and filled or taken from the setting', async () => {
  expect(await about('fields', { settings })).toMatch(
    /! .*required: address company; a street has 1 line\n.*a run sends values/,
  )
  const given = { MAGENTO_CUSTOMER_FIELDS: '{"address": {"company": "Acme"}}' }
  expect(await about('fields', { settings }, given)).toMatch(/✓ .*MAGENTO_CUSTOMER_FIELDS sets them/)
  expect(await about('fields', { settings }, { MAGENTO_ADMIN_TOKEN: '' })).toMatch(/– .*needs an administrator/)
})

test('unknown fields in MAGENTO_CUSTOMER_FIELDS are shown', async () => {
  const fields = '{"birthday": "1990-01-31", "custom_attributes": {"mobile": "1"}, "address": {"firm": "Acme"}}'
  expect(await about('fields', {}, { MAGENTO_CUSTOMER_FIELDS: fields })).toMatch(
    /! .*does not know: birthday, mobile, address firm\n/,
  )
})
