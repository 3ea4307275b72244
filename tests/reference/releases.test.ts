import { describe, expect, it } from 'vitest'
import { type Client, clientOf, email, home, password } from './client.ts'

/** The requests that show differences between releases, with the expected responses of releases. */
interface Difference {
  id: string
  ask: (client: Client) => Promise<unknown>
  /** Releases by their response. */
  answers: [expected: unknown, releases: string[]][]
}

const message = async (reply: Promise<{ status: number; body: { message?: string } }>) => {
  const { status, body } = await reply
  return body?.message ? `${status} ${body.message}` : status
}

const groupLines = {
  old: ['2.4.4-p11', '2.4.5', '2.4.5-p10', '2.4.6', '2.4.6-p8'],
  new: ['2.4.4-p12', '2.4.5-p11', '2.4.6-p9', '2.4.7', '2.4.8-p1'],
}

const differences: Difference[] = [
  {
    id: 'D05 unsupported verb',
    ask: ({ ask }) => message(ask('PATCH', '/customers')),
    answers: [
      ['400 Request method is invalid.', ['2.3.0', '2.4.4-p13']],
      ['405 The PATCH HTTP method is not supported.', ['2.4.5', '2.4.8-p1']],
    ],
  },
  {
    id: 'D06 Cache-Control',
    ask: async ({ ask }) => (await ask('GET', '/customers/me')).headers['cache-control'],
    answers: [
      ['no-store, no-cache, must-revalidate', ['2.3.7-p4', '2.4.0-p1']],
      ['no-store', ['2.4.1', '2.4.8-p1']],
    ],
  },
  {
    id: 'D07 session cookie on a route that is none',
    ask: async ({ ask }) => (await ask('GET', '/nope')).cookies.length,
    answers: [
      [1, ['2.3.7-p4', '2.4.0-p1']],
      [0, ['2.4.1', '2.4.8-p1']],
    ],
  },
  {
    id: 'D09 unknown property',
    ask: async ({ register }) => (await register({ surprise: 1 })).status,
    answers: [
      [500, ['2.3.0', '2.4.6-p11']],
      [400, ['2.4.7', '2.4.8-p1']],
    ],
  },
  {
    id: 'D10 page size limit',
    ask: async ({ ask, admin }) =>
      (await ask('GET', '/customers/search?searchCriteria[pageSize]=301', { token: admin })).status,
    answers: [
      [200, ['2.3.7', '2.3.7-p3', '2.4.0', '2.4.2-p2', '2.4.3-p2', '2.4.4', '2.4.8-p1']],
      [400, ['2.3.7-p1', '2.3.7-p2', '2.4.3', '2.4.3-p1']],
    ],
  },
  {
    id: 'D11 D12 two spellings on PUT',
    ask: async ({ signedIn, saveMe }) => {
      const { token } = await signedIn()
      return (await saveMe(token, { middlename: 'first', Middlename: 'last' })).body.middlename
    },
    answers: [
      ['last', ['2.3.7-p4', '2.4.4-p8', '2.4.5-p7', '2.4.6-p5', '2.4.7']],
      ['first', ['2.4.4-p9', '2.4.4-p11', '2.4.5-p8', '2.4.5-p10', '2.4.6-p6', '2.4.6-p8', '2.4.7-p1', '2.4.8-p1']],
    ],
  },
  {
    id: 'D12 two spellings on POST',
    ask: async ({ register }) => (await register({ middlename: 'first', Middlename: 'last' })).body.middlename,
    answers: [
      ['last', ['2.4.4-p8', '2.4.4-p11', '2.4.5-p10', '2.4.6-p8', '2.4.7', '2.4.7-p1', '2.4.8-p1']],
      ['first', ['2.4.4-p9', '2.4.4-p10', '2.4.5-p9', '2.4.6-p7']],
    ],
  },
  {
    id: 'D13 script',
    ask: ({ register }) => message(register({ taxvat: '<script>x</script>' })),
    answers: [
      [200, ['2.3.0', '2.4.7-p6']],
      ['400 "%field_name" does not contains valid value.', ['2.4.8', '2.4.8-p1']],
    ],
  },
  {
    id: 'D20 permission to delete',
    ask: async ({ ask }) => (await ask('DELETE', '/customers/1')).body.parameters.resources,
    answers: [
      ['Magento_Customer::manage', ['2.3.5-p2', '2.4.0']],
      ['Magento_Customer::delete', ['2.3.6', '2.3.7-p4', '2.4.0-p1', '2.4.8-p1']],
    ],
  },
  {
    id: 'D22 token behind /rest/all',
    ask: async ({ signedIn, ask }) => {
      const { token } = await signedIn()
      return (await ask('GET', '/rest/all/V1/customers/me', { token })).status
    },
    answers: [
      [200, ['2.3.7-p4', '2.4.0-p1']],
      [401, ['2.4.1', '2.4.8-p1']],
    ],
  },
  {
    id: 'D23 login through /rest/all',
    ask: async ({ register, ask }) => {
      await register()
      const json = { username: email, password }
      return (await ask('POST', '/rest/all/V1/integration/customer/token', { json })).status
    },
    answers: [
      [401, ['2.3.7-p4', '2.4.0-p1']],
      [200, ['2.4.1', '2.4.8-p1']],
    ],
  },
  {
    id: 'D32 D33 group from a guest',
    ask: async ({ register }) => {
      const { status, body } = await register({ group_id: 3 })
      return status === 200 ? body.group_id : status
    },
    answers: [
      [3, ['2.3.0', '2.3.6-p1', '2.4.0', '2.4.2']],
      [1, ['2.3.7', '2.3.7-p4', '2.4.2-p1', ...groupLines.old]],
      [401, groupLines.new],
    ],
  },
  {
    id: 'D34 confirmation key in the answer',
    ask: async ({ shop, register }) => {
      shop.settings.set('customer/create_account/confirm', '1')
      return 'confirmation' in (await register()).body
    },
    answers: [
      [true, ['2.3.0', '2.3.2']],
      [false, ['2.3.3', '2.4.8-p1']],
    ],
  },
  {
    id: 'D37 address in an unknown country',
    ask: async ({ register }) => {
      const { status, body } = await register({ addresses: [{ ...home, country_id: 'XX' }] })
      return status === 200 ? body.addresses.length : status
    },
    answers: [
      [400, ['2.3.0', '2.3.2']],
      [0, ['2.3.3', '2.4.8-p1']],
    ],
  },
  {
    id: 'D38 missing name',
    ask: async ({ register }) => (await register({ firstname: '' })).status,
    answers: [
      [400, ['2.3.0', '2.3.4', '2.4.0', '2.4.8-p1']],
      [500, ['2.3.1', '2.3.3']],
    ],
  },
  {
    id: 'D40 missing e-mail',
    ask: ({ register }) => message(register({ email: null })).then((text) => String(text).slice(0, 30)),
    answers: [
      ['400 The customer email is miss', ['2.3.0', '2.4.3-p2', '2.4.5-p13']],
      ['500 Internal Error. Details ar', ['2.4.6', '2.4.7-p6']],
      ['400 The email address is requi', ['2.4.8', '2.4.8-p1']],
    ],
  },
  {
    id: 'D41 name pattern: @',
    ask: async ({ register }) => (await register({ firstname: 'Jane@home' })).status,
    answers: [
      [200, ['2.3.6-p1', '2.4.0', '2.4.2']],
      [400, ['2.3.7', '2.4.2-p1', '2.4.8-p1']],
    ],
  },
  {
    id: 'D41 name pattern: "',
    ask: async ({ register }) => (await register({ firstname: 'Jane "J"' })).status,
    answers: [
      [200, ['2.3.7', '2.3.7-p4', '2.4.2']],
      [400, ['2.4.2-p1', '2.4.5', '2.4.8-p1']],
    ],
  },
  {
    id: 'D41 name pattern: ’',
    ask: async ({ register }) => (await register({ firstname: 'O’Neil' })).status,
    answers: [
      [400, ['2.3.7', '2.4.2-p1', '2.4.4-p13']],
      [200, ['2.4.5', '2.4.8-p1']],
    ],
  },
  {
    id: 'D41 name pattern: &',
    ask: async ({ register }) => (await register({ firstname: 'J & J' })).status,
    answers: [
      [400, ['2.3.7', '2.4.2-p1', '2.4.6-p11']],
      [200, ['2.4.2', '2.4.7', '2.4.8-p1']],
    ],
  },
  {
    id: 'D42 city with a dot',
    ask: async ({ register }) => (await register({ addresses: [{ ...home, city: 'St. Louis' }] })).status,
    answers: [
      [200, ['2.3.7-p4', '2.4.7-p6']],
      [400, ['2.4.8', '2.4.8-p1']],
    ],
  },
  {
    id: 'D43 unknown group by an admin',
    ask: async ({ ask, admin }) => {
      const json = { customer: { email, firstname: 'J', lastname: 'D', group_id: 99 }, password }
      return (await ask('POST', '/customers', { json, token: admin })).status
    },
    answers: [
      [200, ['2.3.7-p4', '2.4.0-p1']],
      [400, ['2.4.1', '2.4.8-p1']],
    ],
  },
  {
    id: 'D44 website on PUT me',
    ask: async ({ signedIn, saveMe }) => {
      const { token } = await signedIn()
      return (await saveMe(token, { website_id: undefined })).status
    },
    answers: [
      [400, ['2.3.0', '2.3.6', '2.4.0', '2.4.1']],
      [200, ['2.3.6-p1', '2.3.7-p4', '2.4.1-p1', '2.4.8-p1']],
    ],
  },
  {
    id: 'D45 group on PUT me',
    ask: async ({ signedIn, saveMe }) => {
      const { token } = await signedIn()
      return (await saveMe(token, { group_id: 3 })).body.group_id
    },
    answers: [
      [3, ['2.3.4', '2.4.0', '2.4.1']],
      [1, ['2.3.5-p1', '2.3.6', '2.3.6-p1', '2.4.1-p1', '2.4.8-p1']],
    ],
  },
  {
    id: "D46 D47 another customer's address",
    ask: async ({ register, login, saveMe }) => {
      const other = await register({ email: 'john@example.com', addresses: [home] })
      await register()
      const addresses = [{ ...home, id: other.body.addresses[0].id }]
      return message(saveMe(await login(), { addresses }))
    },
    answers: [
      [200, ['2.3.6', '2.4.0', '2.4.1']],
      [
        '400 Provided customer ID "%customer_id" isn\'t related to current customer address.',
        ['2.3.6-p1', '2.4.1-p1', '2.4.7-p6'],
      ],
      ['400 A customer with the same email address already exists in an associated website.', ['2.4.8', '2.4.8-p1']],
    ],
  },
  {
    id: 'D48 default address without addresses',
    ask: async ({ signedIn, saveMe }) => {
      const { customer, token } = await signedIn({ addresses: [home] })
      const default_billing = String(customer.addresses[0].id)
      return 'default_billing' in (await saveMe(token, { default_billing })).body
    },
    answers: [
      [true, ['2.3.0']],
      [false, ['2.3.1', '2.4.8-p1']],
    ],
  },
  {
    id: 'D49 D50 default address that is none, with addresses',
    ask: async ({ signedIn, saveMe }) => {
      const { token } = await signedIn({ addresses: [home] })
      return (await saveMe(token, { default_billing: '999', addresses: [home] })).status
    },
    answers: [
      [200, ['2.3.7-p4', '2.4.1', '2.4.4-p7', '2.4.5-p6', '2.4.6-p4']],
      [400, ['2.4.4-p8', '2.4.4-p12', '2.4.5-p7', '2.4.6-p5', '2.4.7', '2.4.8-p1']],
    ],
  },
  {
    id: 'D50 default address that is none, without addresses',
    ask: async ({ signedIn, saveMe }) => {
      const { token } = await signedIn({ addresses: [home] })
      return (await saveMe(token, { default_billing: '999' })).status
    },
    answers: [
      [200, ['2.3.7-p4', '2.4.4-p11', '2.4.5-p10', '2.4.6-p8', '2.4.7', '2.4.7-p3']],
      [400, ['2.4.4-p12', '2.4.5-p11', '2.4.6-p9', '2.4.7-p4', '2.4.8-p1']],
    ],
  },
  {
    id: 'D51 confirmation of a new e-mail',
    ask: async ({ shop, signedIn, saveMe }) => {
      const { token } = await signedIn()
      shop.settings.set('customer/account_information/confirm', '1')
      return 'confirmation' in (await saveMe(token, { email: 'new@example.com' })).body
    },
    answers: [
      [false, ['2.3.7-p4', '2.4.4-p1', '2.4.5']],
      [true, ['2.4.4-p2', '2.4.5-p1', '2.4.6', '2.4.8-p1']],
    ],
  },
  {
    id: 'D52 created_at on PUT me',
    ask: async ({ signedIn, saveMe }) => {
      const { token } = await signedIn()
      return (await saveMe(token, { created_at: '2001-01-01 00:00:00' })).body.created_at.slice(0, 4)
    },
    answers: [
      ['2001', ['2.3.7-p4', '2.4.6-p11']],
      ['2026', ['2.4.7', '2.4.8-p1']],
    ],
  },
  {
    id: 'D53 partial body by an admin',
    ask: async ({ register, ask, admin }) => {
      const { body } = await register()
      const json = { customer: { lastname: 'Roe' } }
      return (await ask('PUT', `/customers/${body.id}`, { json, token: admin })).status
    },
    answers: [
      [400, ['2.3.7-p4', '2.4.0-p1']],
      [200, ['2.4.1', '2.4.8-p1']],
    ],
  },
  {
    id: 'D55 subscription in a search',
    ask: async ({ register, ask, admin }) => {
      await register()
      const { body } = await ask('GET', '/customers/search?searchCriteria', { token: admin })
      return 'extension_attributes' in body.items[0]
    },
    answers: [
      [false, ['2.3.7-p4']],
      [true, ['2.4.0', '2.4.8-p1']],
    ],
  },
  {
    id: 'D56 order of addresses',
    ask: async ({ register }) => {
      const { body } = await register({ addresses: [home, { ...home, city: 'Albany', default_shipping: true }] })
      return body.addresses[0].city
    },
    answers: [
      ['Purchase', ['2.3.7-p4', '2.4.7-p6']],
      ['Albany', ['2.4.8', '2.4.8-p1']],
    ],
  },
  {
    id: 'D59 resending a confirmation',
    ask: async ({ shop, register, ask, admin }) => {
      shop.settings.set('customer/create_account/confirm', '1')
      await register()
      return (await ask('POST', '/customers/confirm', { json: { email, websiteId: 1 }, token: admin })).body
    },
    answers: [
      [[], ['2.3.4']],
      [true, ['2.3.5-p1', '2.4.0', '2.4.8-p1']],
    ],
  },
  {
    id: 'D62 a taken e-mail',
    ask: async ({ register, ask }) => {
      await register()
      return (await ask('POST', '/customers/isEmailAvailable', { json: { customerEmail: email } })).body
    },
    answers: [
      [false, ['2.3.7-p4', '2.4.4-p3', '2.4.5', '2.4.5-p2', '2.4.6']],
      [true, ['2.4.4-p4', '2.4.5-p3', '2.4.6-p1', '2.4.7', '2.4.8-p1']],
    ],
  },
  {
    id: 'D70 form of a token',
    ask: async ({ signedIn }) => (await signedIn()).token.split('.').length,
    answers: [
      [1, ['2.3.7-p4', '2.4.3-p2']],
      [3, ['2.4.4', '2.4.8-p1']],
    ],
  },
  {
    id: 'D72 lifetime of an admin token',
    ask: async ({ shop, clock, ask }) => {
      const json = { username: 'admin', password: shop.store.admins[0]?.password }
      const { body: token } = await ask('POST', '/integration/admin/token', { json })
      clock.advance(3601)
      return (await ask('GET', '/customers/search?searchCriteria', { token })).status
    },
    answers: [
      [200, ['2.3.7-p4', '2.4.3-p2']],
      [401, ['2.4.4', '2.4.8-p1']],
    ],
  },
  {
    id: 'D73 fractional hours',
    ask: async ({ shop, clock, signedIn, ask }) => {
      shop.settings.set('oauth/access_token_lifetime/customer', '0.5')
      const { token } = await signedIn()
      clock.advance(1900)
      return (await ask('GET', '/customers/me', { token })).status
    },
    answers: [
      [200, ['2.3.0', '2.3.3', '2.4.4']],
      [401, ['2.3.4', '2.4.3-p2']],
    ],
  },
  {
    id: 'D75 two logins within a second',
    ask: async ({ signedIn, login }) => (await signedIn()).token === (await login()),
    answers: [
      [false, ['2.3.7-p4', '2.4.3-p2']],
      [true, ['2.4.4', '2.4.8-p1']],
    ],
  },
  {
    id: 'D76 at exactly the lifetime',
    ask: async ({ clock, signedIn, ask }) => {
      const { token } = await signedIn()
      clock.advance(3600)
      return (await ask('GET', '/customers/me', { token })).status
    },
    answers: [
      [200, ['2.3.7-p4', '2.4.3-p2']],
      [401, ['2.4.4', '2.4.8-p1']],
    ],
  },
  {
    id: 'D77 revoking',
    ask: async ({ ask }) => (await ask('POST', '/integration/customer/revoke-customer-token')).status,
    answers: [
      [404, ['2.3.7-p4', '2.4.5-p13']],
      [401, ['2.4.6', '2.4.8-p1']],
    ],
  },
  {
    id: 'D79 a login in the second of a revocation',
    ask: async ({ shop, signedIn, login, ask }) => {
      const { customer } = await signedIn()
      shop.services.revokeTokens({ type: 'customer', id: customer.id })
      return (await ask('GET', '/customers/me', { token: await login() })).status
    },
    answers: [
      [200, ['2.3.7-p4', '2.4.3-p2']],
      [401, ['2.4.4', '2.4.8-p1']],
    ],
  },
  {
    id: 'D81 end of the throttle',
    ask: async ({ clock, register, login }) => {
      await register()
      for (let time = 0; time < 6; time++) await login('Wrong1word')
      clock.advance(1801)
      return typeof (await login())
    },
    answers: [
      ['object', ['2.3.7-p4', '2.4.3-p2']],
      ['string', ['2.4.4', '2.4.8-p1']],
    ],
  },
  {
    id: 'D82 a login forgives wrong passwords',
    ask: async ({ shop, signedIn, login, ask }) => {
      const { token } = await signedIn()
      shop.settings.set('oauth/authentication_lock/max_failures_count', '100')
      const json = { currentPassword: 'Wrong1word', newPassword: 'Newpass2word' }
      for (let time = 0; time < 9; time++) await ask('PUT', '/customers/me/password', { token, json })
      await login()
      await ask('PUT', '/customers/me/password', { token, json })
      return typeof (await login())
    },
    answers: [
      ['object', ['2.3.7-p4', '2.4.7-p6']],
      ['string', ['2.4.8', '2.4.8-p1']],
    ],
  },
  {
    id: 'D83 unconfirmed',
    ask: async ({ shop, register, ask }) => {
      shop.settings.set('customer/create_account/confirm', '1')
      await register()
      const json = { username: email, password }
      return (await message(ask('POST', '/integration/customer/token', { json }))).toString().slice(0, 24)
    },
    answers: [
      ['401 The account sign-in ', ['2.3.7-p4', '2.4.7-p6']],
      ["401 This account isn't c", ['2.4.8', '2.4.8-p1']],
    ],
  },
  {
    id: 'D84 excluded group',
    ask: async ({ shop, signedIn }) => {
      shop.settings.set('customer/group/excluded', '1')
      return typeof (await signedIn()).token
    },
    answers: [
      ['string', ['2.3.7-p4', '2.4.2-p2']],
      ['object', ['2.4.3', '2.4.8-p1']],
    ],
  },
  {
    id: 'D87 a reset ends the lock',
    ask: async ({ shop, register, login, ask, lastLink }) => {
      await register()
      shop.settings.set('customer/password/lockout_failures', '2')
      for (let time = 0; time < 2; time++) await login('Wrong1word')
      const resetToken = new URL(lastLink()).searchParams.get('token')
      await ask('POST', '/customers/resetPassword', { json: { email, resetToken, newPassword: 'Newpass2word' } })
      return typeof (await login('Newpass2word'))
    },
    answers: [
      ['object', ['2.3.7-p4', '2.4.5-p13']],
      ['string', ['2.4.6', '2.4.8-p1']],
    ],
  },
  {
    id: 'D88 a second reset request',
    ask: async ({ register, ask }) => {
      await register()
      const request = () => ask('PUT', '/customers/password', { json: { email, template: 'email_reset' } })
      await request()
      return (await request()).status
    },
    answers: [
      [200, ['2.3.7-p4', '2.4.7-p6']],
      [400, ['2.4.8', '2.4.8-p1']],
    ],
  },
  {
    id: 'D91 reset without e-mail',
    ask: async ({ register, ask, lastLink }) => {
      await register()
      const resetToken = new URL(lastLink()).searchParams.get('token')
      const json = { email: '', resetToken, newPassword: 'Newpass2word' }
      return (await ask('POST', '/customers/resetPassword', { json })).status
    },
    answers: [
      [200, ['2.3.7-p2', '2.4.0', '2.4.3-p1']],
      [400, ['2.3.7-p3', '2.4.3-p2', '2.4.4', '2.4.8-p1']],
    ],
  },
  {
    id: 'D92 negative id',
    ask: async ({ ask }) => (await ask('GET', '/customers/-1/password/resetLinkToken/x')).status,
    answers: [
      [400, ['2.3.7-p2', '2.4.0', '2.4.3-p1']],
      [404, ['2.3.7-p3', '2.4.3-p2', '2.4.4', '2.4.8-p1']],
    ],
  },
  {
    id: 'D93 link in the reset mail',
    ask: async ({ register, ask, lastLink }) => {
      await register()
      await ask('PUT', '/customers/password', { json: { email, template: 'email_reset' } })
      return [...new URL(lastLink()).searchParams.keys()].join(' ')
    },
    answers: [
      ['token', ['2.3.7-p2', '2.4.1', '2.4.3-p1']],
      ['id token', ['2.3.7-p3', '2.4.3-p2', '2.4.7-p6']],
      ['email id token', ['2.4.8', '2.4.8-p1']],
    ],
  },
]

describe.each(differences)('$id', ({ ask, answers }) => {
  const cases = answers.flatMap(([expected, releases]) => releases.map((release) => ({ release, expected })))
  it.each(cases)('$release: $expected', async ({ release, expected }) => {
    expect(await ask(clientOf(release))).toEqual(expected)
  })
})
