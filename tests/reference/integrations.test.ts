import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { signatureOf } from '../../reference/pipeline/signature.ts'
import { clientOf, email, person } from './client.ts'

const oldest = '2.3.0'

function signerOf(client: ReturnType<typeof clientOf>, resources?: string[]) {
  const integration = client.shop.services.addIntegration(resources)
  const { consumerKey, consumerSecret, accessToken, accessTokenSecret } = integration
  const authorization = (verb: string, path: string, changes: Record<string, string> = {}) => {
    const given: Record<string, string> = {
      oauth_consumer_key: consumerKey,
      oauth_token: accessToken,
      oauth_signature_method: 'HMAC-SHA256',
      oauth_timestamp: String(Math.floor(client.clock.now() / 1000)),
      oauth_nonce: randomBytes(16).toString('hex'),
      oauth_version: '1.0',
      ...changes,
    }
    const url = `http://127.0.0.1/rest/default/V1${path}`
    const signature = signatureOf(verb, url, given, consumerSecret, accessTokenSecret)
    const pairs = Object.entries({ ...given, oauth_signature: signature })
    return `OAuth ${pairs.map(([name, value]) => `${name}="${encodeURIComponent(value)}"`).join(', ')}`
  }
  const ask = (verb: string, path: string, json?: object, changes?: Record<string, string>) =>
    client.ask(verb, path, {
      headers: { host: '127.0.0.1', authorization: authorization(verb, path, changes) },
      ...(json ? { json } : {}),
    })
  return { integration, ask }
}

test.each([
  ['2.4.3-p3', true],
  ['2.4.4', false],
])('%s: HMAC-SHA1 signatures are accepted: %s', async (release, taken) => {
  const { ask } = signerOf(clientOf(release))
  const answer = await ask('GET', '/customers/1', undefined, { oauth_signature_method: 'HMAC-SHA1' })
  if (taken) expect(answer.status).toBe(404)
  else
    expect([answer.status, answer.body]).toEqual([
      400,
      { message: 'Signature method %1 is not supported', parameters: ['HMAC-SHA1'] },
    ])
})

test.each([oldest, '2.4.8-p1'])(
  '%s: a malformed header is none, a complete wrong one is refused (N33)',
  async (release) => {
    const { ask } = clientOf(release)
    const as = (authorization: string, path = '/customers/1') => ask('GET', path, { headers: { authorization } })
    expect(await as('OAuth x')).toMatchObject({ status: 401, body: { parameters: { resources: expect.anything() } } })
    const names = ['consumer_key', 'token', 'signature', 'signature_method', 'nonce', 'timestamp']
    const wrong = `OAuth ${names.map((name) => `oauth_${name}="x"`).join(', ')}`
    expect(await as(wrong)).toMatchObject({
      status: 400,
      body: { message: 'The token length is invalid. Check the length and try again.' },
    })
    expect((await as(wrong, '/directory/currency')).status).toBe(200)
    expect(await as(`OAuth oauth_token="${'x'.repeat(32)}"`)).toMatchObject({ status: 400 })
  },
)

test('a route that is open to anyone ignores signatures', async () => {
  const client = clientOf('2.4.8-p1')
  const { ask } = signerOf(client)
  const created = await ask('POST', '/customers', { customer: { ...person, group_id: 3 } })
  expect(created).toMatchObject({ status: 401, body: { parameters: { resources: 'Magento_Customer::manage' } } })
})

test('an integration has its own permissions, and is no customer', async () => {
  const client = clientOf('2.4.8-p1')
  const { body: customer } = await client.register()
  const reader = signerOf(client, ['Magento_Customer::customer'])
  expect((await reader.ask('GET', `/customers/${customer.id}`)).body.email).toBe(email)
  expect((await reader.ask('DELETE', `/customers/${customer.id}`)).status).toBe(401)
  expect((await signerOf(client).ask('GET', '/customers/me')).body.parameters).toEqual({ fieldName: 'customerId' })
})

test.each([
  ['2.4.4-p8', true],
  ['2.4.4-p9', false],
  ['2.4.4-p10', true],
  ['2.4.7', true],
  ['2.4.7-p1', false],
  ['2.4.7-p2', true],
  ['2.4.8', true],
])('%s: an integration may send only what changes: %s (D54)', async (release, may) => {
  const client = clientOf(release)
  const { body: customer } = await client.register()
  const { ask } = signerOf(client)
  const answer = await ask('PUT', `/customers/${customer.id}`, { customer: { firstname: 'Janet' } })
  const asAdmin = await client.ask('PUT', `/customers/${customer.id}`, {
    token: client.admin,
    json: { customer: { firstname: 'Janet' } },
  })
  expect([answer.status === 200, asAdmin.status]).toEqual([may, 200])
})

test.each([
  ['2.3.7-p4', false],
  ['2.4.0', true],
])('%s: a login may require a second factor: %s', async (release, may) => {
  const { ask } = clientOf(release, { settings: { 'twofactorauth/general/force_providers': 'google' } })
  const json = { username: 'admin', password: 'Admin123' }
  expect((await ask('POST', '/integration/admin/token', { json })).status).toBe(may ? 400 : 200)
  const withCode = await ask('POST', '/tfa/provider/google/authenticate', { json: { ...json, otp: '000000' } })
  expect([withCode.status, withCode.body.message]).toEqual(
    may ? [400, 'Provider is not configured.'] : [404, 'Request does not match any route.'],
  )
})

test.each([
  ['2.4.2', 200],
  ['2.4.3', 400],
])(
  '%s: a form with a reCAPTCHA is answered without one with %s, after access and before the body',
  async (release, status) => {
    const { ask, register, shop } = clientOf(release)
    shop.settings.set('recaptcha_frontend/type_for/customer_create', 'invisible')
    shop.settings.set('recaptcha_frontend/type_for/customer_edit', 'invisible')
    expect((await register()).status).toBe(status)
    if (status === 200) return
    const broken = await ask('POST', '/customers', { headers: { 'content-type': 'nonsense' } })
    expect(broken.body.message).toBe('ReCaptcha validation failed, please try again')
    expect((await ask('PUT', '/customers/me/password', { json: {} })).status).toBe(401)
    const solved = await ask('POST', '/customers', { headers: { 'x-recaptcha': shop.store.solvedCaptcha }, json: {} })
    expect(solved.body.parameters).toEqual({ fieldName: 'customer' })
  },
)
