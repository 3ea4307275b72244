import { describe, expect, it } from 'vitest'
import { type Client, clientOf, email, home, password } from './client.ts'

const five = ['2.3.7-p4', '2.4.1', '2.4.5-p13', '2.4.7-p6', '2.4.8-p1']
const unlimited = { settings: { 'customer/password/password_reset_protection_type': '0' } }

const tokenOf = (link: string) => new URL(link).searchParams.get('token')

/** Facts shown by running shops (docs/findings.md), for all five or for each in their order. */
const facts: [text: string, ask: (client: Client) => Promise<unknown>, expected: unknown][] = [
  [
    'a body on GET is decoded',
    async ({ ask, signedIn }) => {
      const { token } = await signedIn()
      const headers = { 'content-type': 'text/plain' }
      return (await ask('GET', '/customers/me', { token, json: {}, headers })).status
    },
    400,
  ],
  [
    'a switch that is no boolean is off',
    async ({ register }) =>
      (await register({ extension_attributes: { is_subscribed: 'nope' } })).body.extension_attributes.is_subscribed,
    false,
  ],
  [
    'a blank after a number',
    async ({ register }) => (await register({ gender: '1 ' })).status,
    [400, 400, 400, 200, 200],
  ],
  ['an unknown gender', async ({ register }) => (await register({ gender: 99 })).status, [200, 200, 200, 400, 400]],
  [
    'an empty custom attribute',
    async ({ register }) => (await register({ custom_attributes: [{}] })).body.message,
    'Error occurred during "custom_attributes" processing. An empty custom attribute is specified. Enter the attribute and try again.',
  ],
  [
    'addresses as an object',
    async ({ register }) => (await register({ addresses: home })).status,
    [500, 500, 500, 400, 400],
  ],
  ['addresses as text', async ({ register }) => (await register({ addresses: 'x' })).body.addresses, []],
  [
    'an admin on GET me',
    async ({ ask, admin }) => (await ask('GET', '/customers/me', { token: admin })).body.parameters,
    { fieldName: 'customerId' },
  ],
  [
    'an admin on PUT me makes a customer',
    async ({ saveMe, admin, shop }) => [(await saveMe(admin, {})).status, shop.store.customers.size],
    [
      [200, 1],
      [200, 1],
      [200, 1],
      [200, 1],
      [200, 1],
    ],
  ],
  ['an impossible day', async ({ register }) => (await register({ dob: '1990-02-30' })).body.dob, '1990-03-02'],
  ['a European date', async ({ register }) => (await register({ dob: '31/12/1990' })).body.message, 'Invalid date'],
  ['a number as a date', async ({ register }) => (await register({ dob: 5 })).body.dob, '1970-01-01'],
  [
    'a region of text',
    async ({ register }) => {
      const { body } = await register({ addresses: [{ ...home, country_id: 'GB', region: { region: 'Kent' } }] })
      return body.addresses[0].region
    },
    { region_code: 'Kent', region: 'Kent', region_id: 0 },
  ],
  [
    'a number as the text of a region',
    async ({ register }) =>
      (await register({ addresses: [{ ...home, region: { region: '57' } }] })).body.addresses[0].region_id,
    57,
  ],
  [
    'a code is not looked up',
    async ({ register }) =>
      (await register({ addresses: [{ ...home, region: { region_code: 'NY' } }] })).body.addresses[0].region,
    { region_code: null, region: null, region_id: 0 },
  ],
  [
    'empty names and a bad e-mail in one message',
    async ({ register }) => (await register({ firstname: '', lastname: '', email: 'x' })).body.message,
    '"First Name" is a required value.\n"Last Name" is a required value.\n"Email" is not a valid email address.',
  ],
  ['a name without any allowed character', async ({ register }) => (await register({ firstname: '{{{' })).status, 200],
  [
    'a non-ASCII local part',
    async ({ register }) => (await register({ email: 'jö@example.com' })).status,
    [400, 400, 400, 200, 200],
  ],
  [
    'dob left out of PUT me',
    async ({ signedIn, saveMe }) => {
      const { token } = await signedIn({ dob: '1990-02-28' })
      return (await saveMe(token, {})).body.dob
    },
    ['1990-02-28', '1990-02-28', '1990-02-28', '1990-02-28', undefined],
  ],
  [
    'writing back what GET me answered',
    async ({ signedIn, ask }) => {
      const { token } = await signedIn({ dob: '1990-02-28', addresses: [{ ...home, default_billing: true }] })
      const { body } = await ask('GET', '/customers/me', { token })
      const written = await ask('PUT', '/customers/me', { token, json: { customer: body } })
      return JSON.stringify(written.body) === JSON.stringify(body)
    },
    true,
  ],
  [
    'an empty text clears, null does not',
    async ({ signedIn, saveMe }) => {
      const { token } = await signedIn({ middlename: 'Q', taxvat: '1' })
      const { middlename, taxvat } = (await saveMe(token, { middlename: '', taxvat: null })).body
      return [middlename, taxvat]
    },
    [
      [undefined, '1'],
      [undefined, '1'],
      [undefined, '1'],
      [undefined, '1'],
      [undefined, '1'],
    ],
  ],
  [
    "an admin's body naming another customer's id",
    async ({ register, ask, admin, shop }) => {
      const one = await register({ addresses: [home] })
      const two = await register({ email: 'john@example.com' })
      const json = {
        customer: { id: two.body.id, lastname: 'Roe', email: 'john@example.com', firstname: 'J', website_id: 1 },
      }
      const { status } = await ask('PUT', `/customers/${one.body.id}`, { json, token: admin })
      return [status, shop.services.customerById(two.body.id).lastname]
    },
    [
      [200, 'Roe'],
      [200, 'Roe'],
      [400, 'Doe'],
      [400, 'Doe'],
      [400, 'Doe'],
    ],
  ],
  [
    'a wrong current password beside a weak new one',
    async ({ signedIn, ask }) => {
      const { token } = await signedIn()
      const json = { currentPassword: 'Wrong1word', newPassword: 'short' }
      return (await ask('PUT', '/customers/me/password', { token, json })).status
    },
    401,
  ],
  [
    'a page beyond the end',
    async ({ register, ask, admin }) => {
      await register()
      const path = '/customers/search?searchCriteria[pageSize]=1&searchCriteria[currentPage]=9'
      return (await ask('GET', path, { token: admin })).body.items.length
    },
    [1, 0, 0, 0, 0],
  ],
  [
    'the throttle does not mind letter case',
    async ({ register, login }) => {
      await register()
      for (let time = 0; time < 6; time++) await login('Wrong1word')
      return typeof (await login(password, email.toUpperCase()))
    },
    'object',
  ],
  [
    'the welcome mail has a usable reset token',
    async ({ register, ask, lastLink }) => {
      await register()
      const json = { email, resetToken: tokenOf(lastLink()), newPassword: 'Newpass2word' }
      return (await ask('POST', '/customers/resetPassword', { json })).status
    },
    200,
  ],
  [
    'an empty reset token',
    async ({ register, ask }) => {
      await register()
      const json = { email, resetToken: '', newPassword: 'Newpass2word' }
      return (await ask('POST', '/customers/resetPassword', { json })).body.parameters.fieldName
    },
    'resetPasswordLinkToken',
  ],
  [
    'a blank after an e-mail',
    async ({ register, login }) => {
      await register()
      return typeof (await login(password, `${email} `))
    },
    'string',
  ],
  [
    'a reset request through /rest/all',
    async ({ register, ask }) => {
      await register()
      const json = { email, template: 'email_reset' }
      return (await ask('PUT', '/rest/all/V1/customers/password', { json })).body.parameters.field2Value
    },
    '0',
  ],
  [
    'the lock of me/password',
    async ({ signedIn, ask, login }) => {
      const { token } = await signedIn()
      const change = (currentPassword: string) =>
        ask('PUT', '/customers/me/password', { token, json: { currentPassword, newPassword: 'Newpass2word' } })
      const said: string[] = []
      for (let time = 0; time < 11; time++) said.push((await change('Wrong1word')).body.message)
      return [said[9]?.slice(0, 12), said[10], (await change(password)).status, typeof (await login('Newpass2word'))]
    },
    Array(5).fill(['The password', 'The account is locked.', 200, 'object']),
  ],
  [
    'a second website',
    async ({ shop, signedIn, ask }) => {
      shop.store.websites.push({ id: 2, code: 'two', name: 'Two', groupName: 'Two', defaultStoreId: 2 })
      shop.store.stores.push({ id: 2, code: 'two', name: 'Two', websiteId: 2 })
      shop.store.stores.push({ id: 3, code: 'en', name: 'English', websiteId: 1 })
      const { token } = await signedIn()
      const on = async (code: string) => (await ask('GET', `/rest/${code}/V1/customers/me`, { token })).status
      return [await on('two'), await on('en'), await on('all')]
    },
    [
      [200, 200, 200],
      [401, 200, 401],
      [401, 200, 401],
      [401, 200, 401],
      [401, 200, 401],
    ],
  ],
  [
    'a line break in a name',
    async ({ register, shop }) => [(await register({ firstname: 'Jane\nDoe' })).status, shop.store.customers.size],
    [
      [500, 1],
      [500, 1],
      [200, 1],
      [200, 1],
      [200, 1],
    ],
  ],
  [
    'a bad address leaves no account',
    async ({ register, shop }) => {
      const { status } = await register({ addresses: [home, { ...home, city: '' }] })
      return [status, shop.store.customers.size]
    },
    Array(5).fill([400, 0]),
  ],
  [
    'DELETE me',
    async ({ ask, signedIn, admin }) => {
      const { token } = await signedIn()
      const statuses = [
        await ask('DELETE', '/customers/me', { token }),
        await ask('DELETE', '/customers/me', { token: admin }),
      ]
      return statuses.map(({ status }) => status)
    },
    Array(5).fill([401, 400]),
  ],
  [
    'the age of a reset link',
    async ({ register, ask, lastLink, clock }) => {
      const { body } = await register()
      const path = `/customers/${body.id}/password/resetLinkToken/${tokenOf(lastLink())}`
      clock.advance(2 * 3600 - 10)
      const before = await ask('GET', path)
      clock.advance(15)
      return [before.status, (await ask('GET', path)).body.message]
    },
    Array(5).fill([200, 'The password token is expired. Reset and try again.']),
  ],
  [
    'a customer lists more in the schema, but not me',
    async ({ ask, signedIn }) => {
      const { token } = await signedIn()
      const { body } = await ask('GET', '/rest/default/schema', { token })
      return Object.keys(body.paths).filter((path) => path.includes('/me') || path.includes('revoke')).length
    },
    [2, 2, 2, 3, 3],
  ],
  [
    'admin validation of a minimal customer',
    async ({ ask, admin }) => {
      const json = { customer: { email, firstname: 'Jane', lastname: 'Doe' } }
      return (await ask('PUT', '/customers/validate', { json, token: admin })).body.messages[1]
    },
    'The "Group" attribute value is empty. Set the attribute and try again.',
  ],
  [
    'GraphQL knows the release',
    async ({ ask }) => {
      const knows = async (name: string) =>
        'data' in (await ask('POST', '/graphql', { json: { query: `{ storeConfig { ${name} } }` } })).body
      const names = [
        'minimum_password_length',
        'store_code',
        'create_account_confirmation',
        'is_checkout_agreements_enabled',
      ]
      return (await Promise.all(names.map(knows))).filter(Boolean).length
    },
    [0, 1, 2, 3, 4],
  ],
  [
    'GraphQL revokes a REST token',
    async ({ ask, signedIn }) => {
      const { token } = await signedIn()
      const before = (await ask('GET', '/customers/me', { token })).status
      await ask('POST', '/graphql', { token, json: { query: 'mutation { revokeCustomerToken { result } }' } })
      return [before, (await ask('GET', '/customers/me', { token })).status]
    },
    Array(5).fill([200, 401]),
  ],
]

describe.each(facts)('%s', (_text, ask, expected) => {
  const byRelease = Array.isArray(expected) && expected.length === five.length ? expected : five.map(() => expected)
  it.each(five.map((release, index) => ({ release, answer: byRelease[index] })))(
    '$release',
    async ({ release, answer }) => {
      expect(await ask(clientOf(release, unlimited))).toEqual(answer)
    },
  )
})
