import type { IncomingMessage } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { directTarget } from '../../../faults/direct-target.ts'
import { type Reference, type Shop, startReference } from '../../../reference/index.ts'
import { storefrontAccount } from '../../../specs/storefront/storefront-account.scenario.ts'
import { judge } from '../../../src/judge/judge.ts'
import { requirements } from '../../../src/judge/requirement.ts'
import { perform } from '../../../src/perform/perform.ts'
import { type Scenario, scenarios } from '../../../src/perform/scenario.ts'
import { fromHar, toHar } from '../../../src/recording/har.ts'
import type { Recording } from '../../../src/recording/recording.ts'
import { Redactor } from '../../../src/recording/redact.ts'
import { noLedger } from '../../../src/target/ledger/ledger.ts'
import { passOn } from '../../support/in-front.ts'
import { open, refusalToOpen } from '../../support/open.ts'
import { record, red } from '../../support/run.ts'
import { validatorOf } from '../../support/schema.ts'
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

const ofStorefront = scenarios.filter(({ needs }) => needs.includes('storefront'))
const verdicts = (recording: Recording) => judge(recording, requirements).filter(({ id }) => id.startsWith('STORE-'))

async function performed(settings: Record<string, string>, chosen: readonly Scenario[] = ofStorefront) {
  const { target, said } = await open({
    MAGENTO_BASE_URL: shop.url,
    MAGENTO_RELEASE: shop.release,
    MAGENTO_STOREFRONT: 'on',
    ...settings,
  })
  try {
    return { ...(await perform(target, chosen, { ledger: noLedger, mailTimeout: 0 })), said }
  } finally {
    await target.close()
  }
}

/** The same shop with another host name, as a separate web server. */
async function otherHost(seen: IncomingMessage[] = []) {
  const onward = passOn(shop.url)
  const front = await serve((request, response) => {
    seen.push(request)
    onward(request, response)
  })
  fronts.push(front)
  return { url: `http://localhost:${front.port}`, seen }
}

describe('over a socket', () => {
  test('the chapter runs within the limits, except what needs a mailbox', async () => {
    const { recording, budget } = await performed({})
    const passed = verdicts(recording).filter(({ verdict }) => verdict === 'pass')
    expect(red(recording).filter(({ id }) => id.startsWith('STORE-'))).toEqual([])
    expect(passed.length).toBeGreaterThan(22)
    expect(verdicts(recording).find(({ id }) => id === 'STORE-50')).toMatchObject({ verdict: 'untestable' })
    expect(budget.used).toMatchObject({ failedLogins: 8, failedLoginsOfOneName: 4, resetRequests: 0 })
  })

  test('pages on another host are requested only there, without access data for the API', async () => {
    const { url, seen } = await otherHost()
    const { recording } = await performed({
      MAGENTO_STOREFRONT_URL: url,
      MAGENTO_HEADERS: '{"X-Access": "only-for-the-api"}',
    })
    expect(red(recording).filter(({ id }) => id.startsWith('STORE-'))).toEqual([])
    const pages = recording.exchanges.filter(({ data }) => data.page)
    expect(pages.length).toBeGreaterThan(25)
    expect(pages.every(({ data }) => data.request.url.startsWith(`${url}/customer/`))).toBe(true)
    expect(seen.length).toBeGreaterThan(25)
    expect(seen.filter(({ headers }) => headers['x-access'] !== undefined)).toEqual([])
    expect(verdicts(recording).find(({ id }) => id === 'STORE-32')).toMatchObject({ verdict: 'inapplicable' })
  })

  test('without it the chapter is untestable, and names the setting', async () => {
    const { recording } = await performed({ MAGENTO_STOREFRONT: 'off' }, [storefrontAccount as unknown as Scenario])
    expect(verdicts(recording)[0]).toMatchObject({ verdict: 'untestable', setting: /MAGENTO_STOREFRONT=on/ })
  })
})

describe('settings', () => {
  test.each([
    [
      { MAGENTO_STOREFRONT_URL: 'https://www.shop.com' },
      /MAGENTO_STOREFRONT_URL leads to www.shop.com, which may be a live shop/,
    ],
    [{ MAGENTO_STOREFRONT_URL: 'http://127.0.0.1:1' }, /MAGENTO_STOREFRONT_URL: .* cannot be reached/],
    [{ MAGENTO_STOREFRONT_URL: 'shop' }, /MAGENTO_STOREFRONT_URL is "shop": it must be an http or https URL/],
    [{ MAGENTO_STOREFRONT_SELECTORS: '{"biling": "x"}' }, /"biling" is not a known name; the nearest is "billing"/],
    [{ MAGENTO_STOREFRONT: 'off', MAGENTO_STOREFRONT_URL: 'http://localhost' }, /without MAGENTO_STOREFRONT=on/],
  ])('%o is refused', async (settings, message) => {
    const { message: said } = await refusalToOpen({
      MAGENTO_BASE_URL: shop.url,
      MAGENTO_RELEASE: shop.release,
      MAGENTO_STOREFRONT: 'on',
      ...settings,
    })
    expect(said).toMatch(message)
  })
})

describe('themes', () => {
  /** Renames every class and id. */
  const otherTheme = (html: string) =>
    html.replace(/(class|id)="([^"]*)"/g, (_, name, value) => `${name}="${value.replace(/[\w-]+/g, 'x-$&')}"`)
  const themed = async (settings: Record<string, string> = {}) => {
    const front = await serve(async (request, response) => {
      const answer = await shop.shop.handle({
        method: request.method ?? 'GET',
        url: request.url ?? '/',
        headers: request.headers,
        body: Buffer.concat(await request.toArray()),
      })
      for (const [name, value] of answer.headers) response.appendHeader(name, value)
      const isPage = request.url?.startsWith('/customer/')
      response.writeHead(answer.status).end(isPage ? otherTheme(String(answer.body)) : answer.body)
    })
    fronts.push(front)
    return performed({ MAGENTO_BASE_URL: front.url, ...settings })
  }

  test('another is inapplicable, never a failure', async () => {
    const { recording } = await themed()
    const ids = verdicts(recording).filter(({ why }) =>
      /^no Luma markup found: .*MAGENTO_STOREFRONT_SELECTORS/.test(why ?? ''),
    )
    expect(ids.length).toBeGreaterThan(20)
    expect(new Set(verdicts(recording).map(({ verdict }) => verdict))).toEqual(new Set(['inapplicable', 'untestable']))
  })

  test('another is read by its own selectors, during the run and when judging again', async () => {
    const own = {
      loginForm: '#x-login-form',
      billing: '.x-box-billing-address address',
    }
    const { recording } = await themed({ MAGENTO_STOREFRONT_SELECTORS: JSON.stringify(own) })
    const again = fromHar(JSON.parse(JSON.stringify(toHar(recording))))
    for (const one of [recording, again]) {
      const of = (id: string) => verdicts(one).find((result) => result.id === id)?.verdict
      expect([of('STORE-03'), of('STORE-09'), of('STORE-10')]).toEqual(['pass', 'pass', 'inapplicable'])
    }
  })
})

test('in the recording pages are marked and reduced, without form keys, sessions and passwords', async () => {
  const made: Shop[] = []
  const target = await directTarget({ changes: [(one) => void made.push(one)] })
  const recording = await record({ ...target, redactor: new Redactor() })
  const har = JSON.stringify(toHar(recording))
  expect(validatorOf('recording')(JSON.parse(har))).toEqual([])
  const pages = recording.exchanges.filter(({ data }) => data.page)
  expect(pages.length).toBeGreaterThan(40)
  for (const { data } of pages) expect(data.response.body.length).toBeLessThanOrEqual(data.page?.size ?? 0)
  const sessions = made.flatMap(({ store }) => [...store.sessions])
  expect(sessions.length).toBeGreaterThan(5)
  expect(sessions.flatMap(([id, { formKey }]) => [id, formKey]).filter((secret) => har.includes(secret))).toEqual([])
  expect(har).toMatch(/form_key=\w{16}&login%5Busername%5D=/)
})
