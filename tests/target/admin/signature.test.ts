import { expect, test } from 'vitest'
import { createShop } from '../../../reference/index.ts'
import { signatureOf } from '../../../reference/pipeline/signature.ts'
import { Redactor } from '../../../src/recording/redact.ts'
import { signing } from '../../../src/target/admin/integration.ts'
import { get, inPath, put } from '../../../src/target/client/request.ts'
import { wireOf } from '../../../src/target/client/wire.ts'

test('the reference’s signature matches the example of OAuth Core 1.0, appendix A', () => {
  const given = {
    oauth_consumer_key: 'dpf43f3p2l4k3l03',
    oauth_token: 'nnch734d00sl2jdk',
    oauth_signature_method: 'HMAC-SHA1',
    oauth_timestamp: '1191242096',
    oauth_nonce: 'kllo9940pd9333jh',
    oauth_version: '1.0',
  }
  const url = 'http://photos.example.net/photos?file=vacation.jpg&size=original'
  expect(signatureOf('GET', url, given, 'kd94hf93k423kf44', 'pfkkdhi9sl3r4s00')).toBe('tR3+Ty81lMeYAr/Fid0kMTYa/WM=')
})

const requests = [
  get('/V1/customers/1'),
  get('/V1/customers/search?searchCriteria[pageSize]=1&fields=items[id,email]'),
  get(
    `/V1/customers/search?searchCriteria[filter_groups][0][filters][0][value]=${encodeURIComponent("a+b!*'()@x.de")}`,
  ),
  get('/V1/customers/search?searchCriteria[a]=one+two%20three&searchCriteria[b]=%C3%BC%E2%82%AC&B=2&a=1'),
  get('/V1/customers/search?searchCriteria[pageSize]=1&searchCriteria[pageSize]=2'),
  put(`/V1/customers/${inPath('jane+doe@example.com')}/activate`, { confirmationKey: 'x' }),
]

test.each([
  ['2.3.7-p4', 'HMAC-SHA256'],
  ['2.3.7-p4', 'HMAC-SHA1'],
  ['2.4.3-p3', 'HMAC-SHA1'],
  ['2.4.4', 'HMAC-SHA256'],
  ['2.4.8-p1', 'HMAC-SHA256'],
] as const)('%s verifies what the suite signs by %s', async (release, method) => {
  const shop = createShop({ release })
  const authority = signing(shop.services.addIntegration(), method, new Redactor())
  for (const request of requests) {
    const wire = wireOf({ ...request, token: authority }, { baseUrl: shop.baseUrl, store: 'default', headers: {} })
    const headers = { ...wire.headers, host: '127.0.0.1' }
    const send = () => shop.handle({ method: wire.method, url: wire.path, headers, body: wire.body ?? Buffer.alloc(0) })
    const first = await send()
    expect(String(first.body), `${wire.method} ${wire.path}`).not.toMatch(/signature|authorized|nonce/i)
    expect(String((await send()).body)).toMatch(/nonce is already being used/)
  }
})

test('another secret, or a changed path, query or method, invalidates the signature', async () => {
  const shop = createShop()
  const integration = shop.services.addIntegration()
  const wrong = signing({ ...integration, accessTokenSecret: 'x'.repeat(32) }, 'HMAC-SHA256', new Redactor())
  const right = signing(integration, 'HMAC-SHA256', new Redactor())
  const path = '/rest/V1/customers/search?searchCriteria[pageSize]=1'
  const asked = async (authorization: string, method = 'GET', url = path) => {
    const headers = { authorization, host: '127.0.0.1', accept: 'application/json' }
    return String((await shop.handle({ method, url, headers, body: Buffer.alloc(0) })).body)
  }
  const sign = (authority = right) => authority.authorization('GET', `http://127.0.0.1${path}`)
  expect(await asked(sign())).toMatch(/total_count/)
  for (const answer of [
    await asked(sign(wrong)),
    await asked(sign(), 'GET', path.replace('=1', '=2')),
    await asked(sign(), 'GET', '/rest/V1/customers/1'),
    await asked(sign(), 'DELETE', '/rest/V1/customers/1'),
  ])
    expect(answer).toMatch(/The signature is invalid/)
})

test('the recording contains no secret of an integration', () => {
  const redactor = new Redactor()
  const shop = createShop()
  const integration = shop.services.addIntegration()
  for (const value of [integration.consumerKey, integration.accessToken]) redactor.learn(value)
  const header = signing(integration, 'HMAC-SHA256', redactor).authorization('GET', 'http://127.0.0.1/rest/V1/x')
  const signature = decodeURIComponent(/oauth_signature="([^"]+)"/.exec(header)?.[1] as string)
  const kept = redactor.apply(header)
  for (const secret of [integration.consumerKey, integration.accessToken, signature, encodeURIComponent(signature)])
    expect(kept).not.toContain(secret)
  expect(kept).toMatch(/^OAuth oauth_consumer_key="[0-9a-z]{32}"/)
})
