import { expect, test } from 'vitest'
import type { Change } from '../../reference/index.ts'
import { causes, having, red, run } from './run.ts'

/** Replaces the response to some requests by a page of the web server. */
const page =
  (status: number, isMeant: (request: { url: string; method: string }) => boolean): Change =>
  (shop) => {
    const { handle } = shop
    const headers: [string, string][] = [
      ['Content-Type', 'text/html'],
      ['Server', 'nginx'],
    ]
    shop.handle = async (request) =>
      isMeant(request)
        ? { status, headers, body: `<html><head><title>${status}</title></head></html>` }
        : handle(request)
  }

test('a firewall that refuses PUT and DELETE is reported once for each, and causes no failure', async () => {
  const ended = await run([page(403, ({ method }) => /^(PUT|DELETE)$/.test(method))])
  expect(causes(ended).filter((cause) => cause === 'front limits').length).toBeGreaterThan(0)
  expect(new Set(causes(ended))).toEqual(new Set(['front limits']))
  expect(ended.report?.setup?.map(({ sentence }) => sentence)).toContainEqual(
    expect.stringContaining('answers PUT with 403 instead of the shop'),
  )
  expect(red(ended)).toEqual([])
  expect(having(ended, 'pass')).toContain('CREATE-01')
})

test('the run pauses for a proxy that limits requests with 503 pages, and judges everything', async () => {
  let left = 10
  let last = Date.now()
  const limited = page(503, () => {
    left = Math.min(10, left + ((Date.now() - last) / 1000) * 20)
    last = Date.now()
    return left-- < 1
  })
  const ended = await run([limited], {}, {}, { only: ['TOKEN'] })
  expect(red(ended)).toEqual([])
  expect(having(ended, 'pass')).toContain('TOKEN-01')
})

const second: Change = ({ store }) => {
  store.websites.push({ id: 2, code: 'b2b', name: 'B2B', groupName: 'B2B Store', defaultStoreId: 2 })
  store.stores.push({ id: 2, code: 'b2b_de', name: 'B2B Deutsch', websiteId: 2 })
}

test('a store view of a second website is tested, and requirements about the default one do not pass', async () => {
  const ended = await run([second], { MAGENTO_STORE_CODE: 'b2b_de' })
  expect(causes(ended)).toEqual(['store-view adapted'])
  expect(red(ended)).toEqual([])
  expect(having(ended, 'untestable')).toContain('CREATE-32')
})

test('the pages of the default website are not tested with accounts of a second website', async () => {
  const environment = { MAGENTO_STORE_CODE: 'b2b_de', MAGENTO_STOREFRONT: 'on' }
  const ended = await run([second], environment, {}, { only: ['STORE', 'CREATE'] })
  expect(causes(ended)).toEqual(['store-view adapted', 'store-view limits'])
  expect(red(ended)).toEqual([])
  const login = ended.report?.requirements.find(({ id }) => id === 'STORE-03')
  expect(login).toMatchObject({ verdict: 'untestable', why: expect.stringMatching(/belong to another website/) })
})

const preflights =
  (status: number, more: Record<string, string>): Change =>
  (shop) => {
    const { handle } = shop
    shop.handle = async (request) =>
      request.method === 'OPTIONS' ? { status, headers: Object.entries(more), body: '' } : handle(request)
  }
const methods = { 'Access-Control-Allow-Methods': 'GET,POST,PUT,DELETE' }

test.each([
  ['names its site', 200, { ...methods, 'Access-Control-Allow-Origin': 'https://shop.example.com' }, 'inapplicable'],
  ['names no site to a stranger', 204, methods, 'inapplicable'],
  ['allows every site', 200, { ...methods, 'Access-Control-Allow-Origin': '*' }, 'warn'],
  ['allows whoever asks', 204, { ...methods, 'Access-Control-Allow-Origin': 'https://other.example' }, 'warn'],
])('a preflight that a module answers and that %s: ROUTE-19', async (_, status, headers, verdict) => {
  const ended = await run([preflights(status, headers)], {}, {}, { only: ['ROUTE'] })
  expect(having(ended, verdict)).toContain('ROUTE-19')
  expect(red(ended)).toEqual([])
})

const me = ({ url, method }: { url: string; method: string }) => method === 'GET' && /\/customers\/me$/.test(url)

test.each<[string, Change]>([
  [
    'a notice of PHP before the JSON of customers/me',
    (shop) => {
      const { handle } = shop
      shop.handle = async (request) => {
        const answer = await handle(request)
        return me(request) ? { ...answer, body: `<br />\n<b>Notice</b>: Undefined index\n${answer.body}` } : answer
      }
    },
  ],
  [
    'a redirect of customers/me to itself with a slash',
    (shop) => {
      const { handle } = shop
      shop.handle = async (request) =>
        me(request) ? { status: 301, headers: [['Location', `${request.url}/`]], body: '' } : handle(request)
    },
  ],
])('%s is judged, with a report', async (_, change) => {
  const ended = await run([change], {}, {}, { only: ['PROFILE'] })
  expect(ended.code).toBe(1)
  expect(having(ended, 'fail')).toContain('PROFILE-01')
})
