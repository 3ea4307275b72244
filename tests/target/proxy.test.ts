import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { toHar } from '../../src/recording/har.ts'
import { get } from '../../src/target/client/request.ts'
import { UsageError } from '../../src/target/settings.ts'
import { certify } from '../support/certificates.ts'
import { newFolder } from '../support/command.ts'
import { passOn, type RunningProxy, startProxy } from '../support/in-front.ts'
import { open, refusalToOpen } from '../support/open.ts'
import { inWords, record, red } from '../support/run.ts'
import { type Served, serve } from '../support/serve.ts'

const authority = certify({ names: ['Contract Test Authority'], authority: true })
const server = certify({ names: ['shop.test'] }, authority)
const ca = join(newFolder(), 'ca.pem')
writeFileSync(ca, authority.certificate)

let shop: Reference
let secure: Served
let proxy: RunningProxy | undefined
beforeAll(async () => {
  shop = await startReference({ release: '2.4.8-p1' })
  secure = await serve(passOn(shop.url), { cert: server.certificate, key: server.key })
})
afterAll(async () => {
  await secure.close()
  await shop.close()
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await proxy?.close()
  proxy = undefined
})

const settings = (): { MAGENTO_BASE_URL: string; MAGENTO_RELEASE: string; MAGENTO_CA: string } => ({
  MAGENTO_BASE_URL: `https://shop.test:${secure.port}`,
  MAGENTO_RELEASE: '2.4.8-p1',
  MAGENTO_CA: ca,
})

async function through(answer: Parameters<typeof startProxy>[0] = {}): Promise<RunningProxy> {
  for (const name of ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY', 'ALL_PROXY'])
    for (const spelt of [name, name.toLowerCase()]) vi.stubEnv(spelt, undefined)
  proxy = await startProxy(answer)
  vi.stubEnv('HTTPS_PROXY', proxy.url)
  vi.stubEnv('HTTP_PROXY', proxy.url)
  return proxy
}

test('an https shop is requested through the proxy, over kept-alive connections', async () => {
  const { asked } = await through()
  const { target } = await open({ ...settings(), MAGENTO_ADMIN_TOKEN: shop.admin.token })
  const recording = await record(target)
  expect(red(recording).map(inWords)).toEqual([])
  expect(target.client.asked).toBeGreaterThan(500)
  expect(new Set(asked)).toEqual(new Set([`CONNECT shop.test:${secure.port}`]))
  expect(asked.length).toBeLessThan(target.client.asked / 5)
  await target.close()
})

test('an http shop is requested through the proxy in the same way', async () => {
  const { asked } = await through()
  const baseUrl = `http://shop.test:${new URL(shop.url).port}`
  const { target } = await open({ ...settings(), MAGENTO_BASE_URL: baseUrl })
  await target.client.ask(get('/V1/directory/currency'))
  await target.close()
  expect(new Set(asked)).toEqual(new Set([`CONNECT shop.test:${new URL(shop.url).port}`]))
})

test('this machine, and hosts in NO_PROXY, are requested without it', async () => {
  const { asked } = await through()
  await (await open({ MAGENTO_BASE_URL: shop.url })).target.close()
  vi.stubEnv('NO_PROXY', 'shop.test')
  const unknown = await refusalToOpen(settings())
  expect(unknown.message).toMatch(/ENOTFOUND|EAI_AGAIN/)
  expect(asked).toEqual([])
})

test('credentials for the proxy are taken from its URL, and the password is not shown', async () => {
  const { url } = await through({ user: 'walker:hunter22' })
  const refused = await refusalToOpen(settings())
  expect(refused.message).toMatch(/407, through the proxy 127\.0\.0\.1:\d+: the proxy wants a user name and a password/)
  vi.stubEnv('HTTPS_PROXY', url.replace('//', '//walker:hunter22@'))
  const { target } = await open(settings())
  const recording = await record(target)
  await target.close()
  expect(JSON.stringify(toHar(recording))).not.toMatch(/hunter22/)
})

test.each([403, 502])('a proxy that refuses the connection with %s is not a shop', async (status) => {
  await through({ status })
  expect((await refusalToOpen(settings())).message).toMatch(
    new RegExp(`cannot be reached: .*Bad response: ${status}, through the proxy 127.* the proxy refuses the way`),
  )
})

test('an unreachable proxy is named as the cause', async () => {
  await through()
  vi.stubEnv('HTTPS_PROXY', 'http://walker:hunter22@127.0.0.1:1')
  const { message } = await refusalToOpen(settings())
  expect(message).toMatch(/ECONNREFUSED.*through the proxy 127\.0\.0\.1:1/)
  expect(message).not.toContain('hunter22')
})

test('an unsupported proxy is an error, and its password is not quoted', async () => {
  await through()
  vi.stubEnv('HTTPS_PROXY', 'socks5://walker:hunter22@127.0.0.1:1080')
  const error = await refusalToOpen(settings())
  expect(error).toBeInstanceOf(UsageError)
  expect(error.message).toMatch(/HTTPS_PROXY is not an http or https URL/)
  expect(error.message).not.toContain('hunter22')
})
