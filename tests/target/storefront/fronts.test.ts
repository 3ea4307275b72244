import type { IncomingMessage } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Reference, startReference } from '../../../reference/index.ts'
import { judge } from '../../../src/judge/judge.ts'
import { requirements } from '../../../src/judge/requirement.ts'
import { perform } from '../../../src/perform/perform.ts'
import { scenarios } from '../../../src/perform/scenario.ts'
import { Exchange, type Header } from '../../../src/recording/exchange.ts'
import { noLedger } from '../../../src/target/ledger/ledger.ts'
import { luma } from '../../../src/target/storefront/selectors.ts'
import { formIn } from '../../../src/target/storefront/visitor.ts'
import { open } from '../../support/open.ts'
import { type Served, serve } from '../../support/serve.ts'
import '../../../specs/index.ts'

let shop: Reference
const fronts: Served[] = []
beforeAll(async () => {
  shop = await startReference({ release: '2.4.7-p6' })
})
afterAll(() => shop.close())
afterEach(async () => {
  for (const front of fronts.splice(0)) await front.close()
})

interface Seen {
  status: number
  headers: [string, string][]
  body: string
}

/** Returns the verdicts of the chapter, with a server in front that changes only the pages. */
async function behind(change: (answer: Seen, request: IncomingMessage) => Seen, settings: Record<string, string> = {}) {
  const front = await serve(async (request, response) => {
    const asked = {
      method: request.method ?? 'GET',
      url: request.url ?? '/',
      headers: request.headers,
      body: Buffer.concat(await request.toArray()),
    }
    const { status, headers, body } = await shop.shop.handle(asked)
    const answer = { status, headers: headers as [string, string][], body: String(body) }
    const changed = /\/customer\//.test(asked.url) && !/\/rest\//.test(asked.url) ? change(answer, request) : answer
    for (const [name, value] of changed.headers) response.appendHeader(name, value)
    response.writeHead(changed.status).end(changed.body)
  })
  fronts.push(front)
  const { target } = await open({
    MAGENTO_BASE_URL: front.url,
    MAGENTO_RELEASE: shop.release,
    MAGENTO_STOREFRONT: 'on',
    ...settings,
  })
  try {
    const chosen = scenarios.filter(({ needs }) => needs.includes('storefront') && !needs.includes('mailbox'))
    const { recording } = await perform(target, chosen, { ledger: noLedger, mailTimeout: 0 })
    const asked = requirements.filter(({ scenario }) => chosen.some(({ name }) => name === scenario))
    return judge(recording, asked)
  } finally {
    await target.close()
  }
}

type Verdicts = Awaited<ReturnType<typeof behind>>
const counted = (results: Verdicts) => [...new Set(results.map(({ verdict }) => verdict))].sort()
const bad = (results: Verdicts) =>
  results
    .filter(({ verdict }) => !['pass', 'inapplicable', 'untestable'].includes(verdict))
    .map(({ id, verdict, why, expected, actual }) => `${id} ${verdict}: ${why ?? `${expected}, not ${actual}`}`)
const settingsOf = (results: Verdicts) => new Set(results.map(({ setting }) => setting))

const leading = (to: string) => (): Seen => ({ status: 301, headers: [['Location', to]], body: '' })

describe('an obstacle in front of the pages is reported, and never a failure', () => {
  test.each([
    ['https', (url: string) => url.replace('http:', 'https:')],
    ['another host', () => 'https://www.staging.example.com/'],
  ])('the pages redirect to %s', async (_, to) => {
    const results = await behind((_answer, { headers, url }) => leading(to(`http://${headers.host}${url}`))())
    expect(counted(results)).toEqual(['untestable'])
    expect([...settingsOf(results)].join()).toMatch(/MAGENTO_STOREFRONT_URL/)
  })

  test('basic authentication for the pages only', async () => {
    const results = await behind(() => ({ status: 401, headers: [['WWW-Authenticate', 'Basic']], body: '' }))
    expect(counted(results)).toEqual(['untestable'])
  })

  test('a cache that serves the login page without a session', async () => {
    const results = await behind((answer, { url, method }) =>
      method === 'GET' && url?.includes('/login/')
        ? { ...answer, headers: answer.headers.filter(([name]) => name !== 'Set-Cookie') }
        : answer,
    )
    expect(bad(results)).toEqual([])
    expect(counted(results)).toContain('untestable')
  })

  test('maintenance', async () => {
    const results = await behind(() => ({ status: 503, headers: [['Content-Type', 'text/html']], body: '<h1>soon' }))
    expect(counted(results)).toEqual(['error'])
  })

  test('a headless front end', async () => {
    const results = await behind((answer) => ({ ...answer, status: 200, body: '<div id="root"></div>' }))
    expect(bad(results)).toEqual([])
  })

  test('a CAPTCHA after a wrong password', async () => {
    const message = encodeURIComponent(JSON.stringify([{ type: 'error', text: 'Incorrect CAPTCHA' }]))
    let failed = false
    const results = await behind((answer, { method }) => {
      if (method !== 'POST') return answer
      const refused = failed
      failed = true
      return refused
        ? {
            status: 302,
            headers: [
              ['Location', '/customer/account/login/'],
              ['Set-Cookie', `mage-messages=${message}`],
            ],
            body: '',
          }
        : answer
    })
    expect(bad(results)).toEqual([])
  })

  test.each([
    ['http://staging.example.com', 'untestable'],
    ['https://staging.example.com', undefined],
    ['http://localhost', undefined],
  ])('a session cookie for https only at %s: %s', (origin, kind) => {
    const page = pageAt(`${origin}/customer/account/login/`, [
      ['Set-Cookie', 'PHPSESSID=abc; path=/; Secure; HttpOnly'],
    ])
    const form = formIn(page, 'loginForm', luma)
    expect('kind' in form ? form.kind : undefined).toBe(kind)
  })
})

const pageAt = (url: string, headers: Header[]) =>
  new Exchange({
    scenario: 'storefront-account',
    name: 'login page',
    startedAt: '2026-11-26T00:00:00Z',
    time: 1,
    request: { method: 'GET', url, headers: [] },
    response: {
      status: 200,
      statusText: 'OK',
      httpVersion: 'HTTP/1.1',
      headers,
      body: Buffer.from('<form id="login-form"><input type="hidden" name="form_key" value="k"></form>'),
    },
  })

describe('a stock shop with other settings has no failure', () => {
  test.each<[string, (answer: Seen, request: IncomingMessage) => Seen]>([
    [
      'a login leads to the page before (customer/startup/redirect_dashboard)',
      (answer, { method }) =>
        method === 'POST'
          ? {
              ...answer,
              headers: answer.headers.map(([name, value]) => [name, name === 'Location' ? '/women/new/' : value]),
            }
          : answer,
    ],
    [
      'no company and no telephone (customer/address/company_show, telephone_show)',
      (answer) => ({
        ...answer,
        body: answer.body
          .replace(/<label>(company|telephone) .*?<\/label>/g, '')
          .replace(/(<address>[^<]*<br \/>)(Acme|Müller[^<]*)<br \/>/g, '$1')
          .replace(/<br \/>T: <a.*?<\/a>/g, ''),
      }),
    ],
    [
      'minified',
      (answer) => ({ ...answer, body: answer.body.replace(/\n/g, '').replace(/ id="([\w-]+)"/g, ' id=$1') }),
    ],
    [
      'more blocks, forms and boxes around',
      (answer) => ({
        ...answer,
        body: answer.body
          .replace(
            '<main',
            '<form class="form minisearch"><input name=q></form><form><input name=form_key type=hidden value=stale></form><div class="message global cookie"><p>cookies</p></div><div class="block block-dashboard-orders"><div class="box box-information"><div class="box-content">none</div></div></div><main',
          )
          .replace(
            '</main>',
            '<div class="block block-reviews-dashboard"><div class="box">a review</div></div></main>',
          ),
      }),
    ],
    [
      'the store’s code in its addresses',
      (answer) => ({
        ...answer,
        headers: answer.headers.map(([name, value]) => [
          name,
          name === 'Location' ? value.replace('/customer/', '/default/customer/') : value,
        ]),
      }),
    ],
    [
      'a cookie of the form key',
      (answer) => ({
        ...answer,
        headers: [...answer.headers, ['Set-Cookie', 'private_content_version=1; path=/; secure; SameSite=Lax']],
      }),
    ],
  ])('%s', async (_, change) => {
    const results = await behind(change)
    expect(bad(results)).toEqual([])
    expect(results.filter(({ verdict }) => verdict === 'pass').length).toBeGreaterThan(20)
  })
})

test('the visitor gets the store view of the run, and no cookie for the default one', async () => {
  const [first] = shop.shop.store.stores
  shop.shop.store.stores.push({ ...(first as NonNullable<typeof first>), id: 2, code: 'second' })
  const seen = async (settings: Record<string, string>) => {
    const cookies: string[] = []
    await behind((answer, { headers }) => {
      cookies.push(headers.cookie ?? '')
      return answer
    }, settings)
    return cookies.map((cookie) => /(?:^|; )store=(\w+)/.exec(cookie)?.[1])
  }
  try {
    expect(new Set(await seen({ MAGENTO_STORE_CODE: 'second' }))).toEqual(new Set(['second']))
    expect(new Set(await seen({}))).toEqual(new Set([undefined]))
  } finally {
    shop.shop.store.stores.pop()
  }
})
