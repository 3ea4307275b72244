import { writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { toHar } from '../../src/recording/har.ts'
import { certify } from '../support/certificates.ts'
import { newFolder } from '../support/command.ts'
import { front } from '../support/front.ts'
import { challenge, passOn } from '../support/in-front.ts'
import { open, refusalToOpen } from '../support/open.ts'
import { inWords, record, red } from '../support/run.ts'

const basic = `Basic ${Buffer.from('staging:hunter22').toString('base64')}`
const release = '2.4.8-p1'

let shop: Reference
beforeAll(async () => {
  shop = await startReference({ release })
})
afterAll(() => shop.close())

/** Basic authentication in front of the shop, which checks a request with the given function. */
async function wall(lets: (request: IncomingMessage) => boolean, cookie?: string) {
  const onward = passOn(shop.url)
  const seen: IncomingMessage['headers'][] = []
  const { url } = await front((request, response) => {
    seen.push(request.headers)
    const { authorization } = request.headers
    if (authorization !== basic && !lets(request)) return challenge(response)
    if (cookie && authorization === basic) response.appendHeader('Set-Cookie', [`${cookie}; Path=/; HttpOnly`])
    return onward(request, response)
  })
  return { url, seen, host: new URL(url).host }
}

describe('basic authentication in front of the shop', () => {
  const given = { MAGENTO_RELEASE: release, MAGENTO_BASIC_AUTH: 'staging:hunter22' }
  const byCookie = (request: IncomingMessage) => /\bdoor=open-sesame\b/.test(request.headers.cookie ?? '')

  test('is reported if no credentials are given', async () => {
    const { url } = await wall(() => false)
    expect((await refusalToOpen({ MAGENTO_BASE_URL: url })).message).toMatch(/set MAGENTO_BASIC_AUTH=user:password/)
  })

  test('that refuses the credentials is reported without quoting them', async () => {
    const { url } = await wall(() => false)
    const { message } = await refusalToOpen({ MAGENTO_BASE_URL: url, MAGENTO_BASIC_AUTH: 'staging:hunter23' })
    expect(message).toMatch(/refuses the user name and password given/)
    expect(message).not.toContain('hunter23')
  })

  test('that sets a cookie is passed with it in a whole run; the recording contains no credentials', async () => {
    const { url, seen } = await wall(byCookie, 'door=open-sesame')
    const { target, said } = await open({ ...given, MAGENTO_BASE_URL: url, MAGENTO_ADMIN_TOKEN: shop.admin.token })
    const recording = await record(target)
    await target.close()
    expect(red(recording).map(inWords)).toEqual([])
    expect(said).toEqual([])
    expect(recording.outcomes.filter(({ halt }) => /in its place/.test(halt?.why ?? ''))).toEqual([])
    expect(seen.filter(({ authorization }) => authorization === basic)).toHaveLength(1)
    const text = JSON.stringify(toHar(recording))
    for (const secret of ['hunter22', 'open-sesame', basic.slice(6)]) expect(text).not.toContain(secret)
    expect(text).not.toContain(encodeURIComponent('staging:hunter22'))
  })

  test('may have its credentials in the base URL, which is then shown without them', async () => {
    const { url, host } = await wall(byCookie, 'door=open-sesame')
    const { target } = await open({ MAGENTO_BASE_URL: `http://staging:hunter22@${host}`, MAGENTO_RELEASE: release })
    await target.close()
    expect(target.baseUrl).toBe(url)
  })

  test('may be opened by another header', async () => {
    const { url, seen } = await wall(({ headers }) => headers['x-access'] === 'let-me-in-please')
    const headers = { MAGENTO_HEADERS: '{"X-Access":"let-me-in-please"}' }
    const { target } = await open({ MAGENTO_BASE_URL: url, MAGENTO_RELEASE: release, ...headers })
    await target.close()
    expect(seen.every(({ authorization }) => authorization !== basic)).toBe(true)
  })

  test('that also accepts Proxy-Authorization is passed with it', async () => {
    const { url } = await wall(({ headers }) => headers['proxy-authorization'] === basic)
    const { target } = await open({ ...given, MAGENTO_BASE_URL: url })
    const recording = await record(target)
    await target.close()
    expect(red(recording).map(inWords)).toEqual([])
  })

  test('that lets tokens pass gets the credentials only without a token; its own responses are untestable', async () => {
    const { url } = await wall(({ headers }) => /^bearer \S+$/i.test(headers.authorization ?? ''))
    const integration = shop.shop.services.addIntegration()
    const signs = {
      MAGENTO_INTEGRATION_CONSUMER_KEY: integration.consumerKey,
      MAGENTO_INTEGRATION_CONSUMER_SECRET: integration.consumerSecret,
      MAGENTO_INTEGRATION_ACCESS_TOKEN: integration.accessToken,
      MAGENTO_INTEGRATION_ACCESS_TOKEN_SECRET: integration.accessTokenSecret,
    }
    expect((await refusalToOpen({ ...given, ...signs, MAGENTO_BASE_URL: url })).message).toMatch(
      /lets no signed request/,
    )
    const { target } = await open({ ...given, MAGENTO_BASE_URL: url, MAGENTO_ADMIN_TOKEN: shop.admin.token })
    const recording = await record(target)
    await target.close()
    expect(red(recording).map(inWords)).toEqual([])
    const results = judge(recording, requirements, release)
    const inPlace = results.filter(({ why }) => /answered in its place/.test(why ?? ''))
    expect(inPlace.length).toBeGreaterThan(0)
    expect(new Set(inPlace.map(({ verdict }) => verdict))).toEqual(new Set(['untestable']))
    expect(results.filter(({ verdict }) => verdict === 'pass').length).toBeGreaterThan(350)
  })

  test('that requires its header in each request makes testing impossible, and the message says so', async () => {
    const { url, seen } = await wall(() => false, 'PHPSESSID=of-no-use-here')
    const { message } = await refusalToOpen({ ...given, MAGENTO_BASE_URL: url })
    expect(message).toMatch(/makes testing impossible[\s\S]*Let this machine in by its address, exempt the path \/rest/)
    expect(message).not.toContain('hunter22')
    expect(seen.length).toBeLessThan(10)
  })

  test.each(['Digest realm="x", nonce="y"', 'Negotiate'])('of an unsupported kind is reported: %s', async (scheme) => {
    const { url } = await front((_, response) => {
      response.writeHead(401, { 'WWW-Authenticate': scheme }).end('<h1>401</h1>')
    })
    expect((await refusalToOpen({ ...given, MAGENTO_BASE_URL: url })).message).toMatch(
      /does not support \((Digest|Negotiate)/,
    )
  })

  test('that is not present gets no credentials', async () => {
    const { url, seen } = await wall(() => true)
    const { target, said } = await open({ ...given, MAGENTO_BASE_URL: url })
    await target.close()
    expect(said).toEqual([expect.stringMatching(/its user name and password are not sent/)])
    expect(JSON.stringify(seen)).not.toContain(basic)
  })
})

describe('a redirect', () => {
  const secrets = {
    MAGENTO_RELEASE: release,
    MAGENTO_BASIC_AUTH: 'staging:hunter22',
    MAGENTO_ADMIN_USERNAME: 'admin',
    MAGENTO_ADMIN_PASSWORD: 'Admin123',
  }
  const authority = certify({ names: ['Contract Test Authority'], authority: true })
  const server = certify({ names: ['127.0.0.1'] }, authority)
  const ca = join(newFolder(), 'ca.pem')
  writeFileSync(ca, authority.certificate)

  test('from http to https of the same host is reported and followed, before any secret is sent', async () => {
    const secure = await front(passOn(shop.url), { cert: server.certificate, key: server.key })
    const seen: IncomingMessage['headers'][] = []
    const plain = await front((request, response) => {
      seen.push(request.headers)
      response.writeHead(301, { Location: `${secure.url}${request.url}` }).end()
    })
    const headers = { MAGENTO_HEADERS: '{"X-Access":"let-me-in-please"}' }
    const { target, said } = await open({ ...secrets, ...headers, MAGENTO_BASE_URL: plain.url, MAGENTO_CA: ca })
    await target.close()
    expect(target.baseUrl).toBe(secure.url)
    expect(said[0]).toMatch(/redirects to https: going on with https:\/\/127\.0\.0\.1:\d+\. Set --url to it/)
    expect(seen).toHaveLength(1)
    expect(JSON.stringify(seen)).not.toMatch(/let-me-in|authorization/)
    expect(target.client.asked).toBeGreaterThan(5)
  })

  test('is followed once: a shop that redirects from https is refused', async () => {
    const secure = await front(
      (request, response) => {
        response.writeHead(301, { Location: `http://127.0.0.1:1${request.url}` }).end()
      },
      { cert: server.certificate, key: server.key },
    )
    const plain = await front((request, response) => {
      response.writeHead(301, { Location: `${secure.url}${request.url}` }).end()
    })
    const { message } = await refusalToOpen({ ...secrets, MAGENTO_BASE_URL: plain.url, MAGENTO_CA: ca })
    expect(message).toMatch(/redirects from https to .*, which is not encrypted/)
  })

  test.each([302, 307, 308])('to another host is not followed, whatever the name says (%s)', async (status) => {
    const asked: string[] = []
    const other = await front((request, response) => {
      asked.push(request.url ?? '')
      response.end('{}')
    })
    const elsewhere = other.url.replace('127.0.0.1', 'localhost')
    const seen: string[] = []
    const { url } = await front((request, response) => {
      seen.push(`${request.method} ${JSON.stringify(request.headers)}`)
      response.writeHead(status, { Location: `${elsewhere}/customer?to=/rest` }).end()
    })
    const { message } = await refusalToOpen({ ...secrets, MAGENTO_BASE_URL: url })
    expect(message).toMatch(/redirects to another host, http:\/\/localhost:\d+\/customer\. Nothing was sent there/)
    expect(asked).toEqual([])
    expect(seen.join()).not.toMatch(/authorization|POST/)
  })

  test('to www is a redirect to another host', async () => {
    const { url } = await front((request, response) => {
      response.writeHead(301, { Location: `https://www.shop.test${request.url}` }).end()
    })
    expect((await refusalToOpen({ ...secrets, MAGENTO_BASE_URL: url })).message).toMatch(/another host/)
  })

  test('to another path of the same host is reported with the target', async () => {
    const { url } = await front((_, response) => {
      response.writeHead(302, { Location: '/magento/' }).end()
    })
    expect((await refusalToOpen({ ...secrets, MAGENTO_BASE_URL: url })).message).toMatch(
      /redirects to http:\/\/127\.0\.0\.1:\d+\/magento\/: set --url/,
    )
  })
})

test('a host that may be a live shop gets no request', async () => {
  const error = await refusalToOpen({
    MAGENTO_BASE_URL: 'https://www.example.com',
    MAGENTO_ADMIN_TOKEN: 'x'.repeat(32),
  })
  expect(error.message).toMatch(/may be a live shop.*\nIf it is meant, set MAGENTO_ALLOW_HOST=www\.example\.com/)
})

test('secrets repeated in a response are not shown', async () => {
  const { url } = await front((request, response) => {
    response.end(`<p>${request.headers['x-access']}</p>`)
  })
  const { message } = await refusalToOpen({ MAGENTO_BASE_URL: url, MAGENTO_HEADERS: '{"X-Access":"let-me-in-please"}' })
  expect(message).toMatch(/is not a Magento/)
  expect(message).not.toContain('let-me-in-please')
})
