import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type Reference, type ReferenceOptions, startReference } from '../../../reference/index.ts'
import { all, before, from } from '../../../release/index.ts'
import { contradicting, fittingAll } from '../../../src/cli/doctor/fingerprint.ts'
import { fileLedger } from '../../../src/target/ledger/ledger.ts'
import { newFolder } from '../../support/command.ts'
import { contractHere } from '../../support/here.ts'
import { serve } from '../../support/serve.ts'

const open: (() => unknown)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

async function startShop(options: ReferenceOptions = {}): Promise<Reference> {
  const shop = await startReference({ release: '2.4.7-p6', ...options })
  open.push(shop.close)
  return shop
}

async function doctor(url: string, environment: Record<string, string> = {}) {
  const ended = await contractHere(['doctor', '--url', url, '--out', newFolder()], environment)
  expect(ended.stderr).toBe('')
  /** Returns the lines of one check, with their explanations. */
  const about = (name: string) =>
    ended.stdout.match(new RegExp(`^  . ${name} .*(\\n {10,}→ .*)?$`, 'gm'))?.join('\n') ?? `nothing about ${name}`
  return { ...ended, about }
}

test('a shop with all access: nothing prevents a run, and nothing is created', async () => {
  const shop = await startShop()
  const seen: string[] = []
  shop.shop.onAnswer((call, { status }) => {
    // doctor sends a registration without a body to see who may register.
    const isBare = call.body.toString() === '{}' && status === 400
    if (!isBare) seen.push(`${call.method} ${call.route?.operation ?? call.path}`)
    return undefined
  })
  const { code, stdout, about } = await doctor(shop.url, {
    MAGENTO_RELEASE: '2.4.7-p6',
    MAGENTO_ADMIN_TOKEN: shop.admin.token,
  })
  expect(stdout).toMatch(/\nA run would work\.\n$/)
  expect(code).toBe(0)
  expect(about('reach')).toMatch(/✓ reach +responds in \d+ ms/)
  expect(about('certificate')).toMatch(/✓ .*plain http on this machine/)
  expect(about('Magento')).toMatch(/✓ .*reports version Magento\/2\.4/)
  expect(about('release')).toMatch(/✓ release +2\.4\.7-p6 \(stated\)$/)
  expect(about('administrator')).toMatch(/✓ .*\n.*deletes its accounts at the end/)
  expect(about('settings')).toMatch(/minimum password length 8/)
  expect(about('registration')).toMatch(/✓ .*open to guests/)
  expect(about('fields')).toMatch(/✓ .*no field is required beyond those that a run sends; a street has 2 lines/)
  expect(about('mailbox')).toMatch(/! .*no mailbox set\n.*\(.*Mails.*\) are untestable: set MAGENTO_MAILBOX_URL/)
  expect(about('budget')).toMatch(/✓ .* a run is about \d+ requests, \d+ accounts, .* clean up; at most 2000 requests/)
  expect(about('ledger')).toMatch(/✓ /)
  expect(about('store views')).toMatch(/! .*default answers\n.*this administrator may not list them/)
  expect(shop.shop.store.customers.size).toBe(0)
  expect(shop.outbox.mails).toEqual([])
  expect(seen.filter((asked) => /customer\.(create|save|delete)|password/.test(asked))).toEqual([])
})

describe('a failed check does not hide others', () => {
  test('a refused administrator, a mailbox that is down', async () => {
    const shop = await startShop()
    const { code, about, stdout } = await doctor(shop.url, {
      MAGENTO_ADMIN_USERNAME: 'nobody',
      MAGENTO_ADMIN_PASSWORD: 'not-the-password',
      MAGENTO_MAILBOX_URL: 'maildev+http://127.0.0.1:2',
    })
    expect(about('administrator')).toMatch(
      /✗ .*refuses the administrator "nobody" \(401 .*the name or the password is wrong/,
    )
    expect(about('mailbox')).toMatch(/✗ .*cannot be asked.*\n.*Check MAGENTO_MAILBOX_URL/)
    expect(about('clock')).toMatch(/✓ clock/)
    expect(about('settings')).toMatch(/✓ settings/)
    expect(stdout).not.toContain('not-the-password')
    expect(code).toBe(3)
  })

  test('nobody listens: checks that need no target still run', async () => {
    const { code, about } = await doctor('http://127.0.0.1:1', { MAGENTO_RELEASE: '2.9' })
    expect(about('reach')).toMatch(/✗ .*ECONNREFUSED.*\n.*Check --url/)
    expect(about('Magento')).toMatch(/– .*not checked/)
    expect(about('release')).toMatch(/✗ .*MAGENTO_RELEASE is "2\.9"/)
    expect(about('mailbox')).toMatch(/! .*no mailbox set/)
    expect(about('ledger')).toMatch(/✓ /)
    expect(code).toBe(2)
  })

  test.each<[string, number, Record<string, string>, string, RegExp, number]>([
    ['a web site', 200, {}, '<h1>Hello</h1>', /✗ .*is not a Magento/, 3],
    ['a server that agrees to everything', 200, {}, '{"ok":true}', /✗ .*is not a Magento.*\n.*Check --url/, 3],
    ['a 401 of another API', 401, {}, '{"error":"no"}', /✗ .*is not a Magento.*\n.*Check --url/, 3],
  ])('%s', async (_, status, headers, body, magento, exitCode) => {
    const server = await serve((_request, response) => response.writeHead(status, headers).end(body))
    open.push(server.close)
    const { code, about } = await doctor(server.url)
    expect(about('reach')).toMatch(/✓/)
    expect(about('Magento')).toMatch(magento)
    expect(code).toBe(exitCode)
  })

  test('maintenance', async () => {
    const server = await serve((_request, response) => response.writeHead(503).end('back soon'))
    open.push(server.close)
    const { code, about } = await doctor(server.url)
    expect(about('reach')).toMatch(/✗ .*is not available/)
    expect(about('Magento')).toMatch(/– .*not checked/)
    expect(code).toBe(3)
  })

  test('a redirect to another host is not followed', async () => {
    const server = await serve((_request, response) =>
      response.writeHead(301, { location: 'https://shop.test/' }).end(),
    )
    open.push(server.close)
    const { code, about } = await doctor(server.url)
    expect(about('reach')).toMatch(/✗ .*redirects to another host, https:\/\/shop\.test\/.*\n.*set --url/)
    expect(about('Magento')).toMatch(/– .*not checked/)
    expect(code).toBe(3)
  })

  test('a host that may be a live shop is not connected to', async () => {
    const { code, about } = await doctor('https://www.shop.example.com')
    expect(about('reach')).toMatch(/✗ .*may be a live shop.*\n.*MAGENTO_ALLOW_HOST=www\.shop\.example\.com/)
    expect(about('certificate')).toMatch(/– .*not checked/)
    expect(code).toBe(2)
  })

  test('a store code that the shop does not know', async () => {
    const { url } = await startShop()
    const { code, about } = await doctor(url, { MAGENTO_STORE_CODE: 'nowhere' })
    expect(about('Magento')).toMatch(/✗ .*MAGENTO_STORE_CODE is "nowhere"/)
    expect(code).toBe(2)
  })
})

test.each([
  ['2.3.7-p4', '2.4.8', /(has|have) minimum_password_length.*\n.*looks like 2\.3\.0–2\.4\.0-p1:/],
  ['2.4.1', '2.3.7-p4', /has minimum_password_length.*\n.*looks like 2\.4\.0–2\.4\.5-p12:/],
  [
    '2.4.5-p13',
    '2.4.7-p6',
    /POST .* does not exist; GraphQL .* create_account_confirmation\n.*looks like 2\.4\.1-p1–2\.4\.5-p17:/,
  ],
  ['2.4.8-p1', '2.4.7', /is_checkout_agreements_enabled\n.*looks like 2\.4\.7-p7–2\.4\.8-p5:/],
])('a shop of %s that is called %s: a hint, not a verdict', async (release, stated, hint) => {
  const { url } = await startShop({ release })
  const { code, about } = await doctor(url, { MAGENTO_RELEASE: stated })
  expect(about('release')).toMatch(hint)
  expect(code).toBe(0)
})

test('a feature contradicts exactly the releases outside its range', () => {
  const span = { fits: all(from('2.4.2'), before('2.4.7-p6')), sign: 'x' }
  const fits = (release: string) => contradicting([span], release).length === 0
  expect(['2.4.1', '2.4.2', '2.4.5-p13', '2.4.7-p5', '2.4.7-p6', '2.4.8'].map(fits)).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
  ])
  expect(fittingAll([span, { fits: from('2.4.6'), sign: 'y' }])).toBe('2.4.6–2.4.7-p5')
  expect(fittingAll([span, { fits: from('2.4.8'), sign: 'y' }])).toBeUndefined()
})

test('with --only the budget is that of the selected part', async () => {
  const { url } = await startShop()
  const { stdout } = await contractHere(['doctor', '--url', url, '--only', 'VERSION', '--out', newFolder()])
  expect(stdout).toMatch(/^only {5}VERSION: nothing is said of the rest$/m)
  expect(Number(stdout.match(/a run is about (\d+) requests/)?.[1])).toBeLessThan(50)
})

test('store views are listed by GraphQL if possible, and one that is not listed is an error', async () => {
  const shop = await startShop()
  const front = await serve(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks)
    if (body.includes('availableStores'))
      return response.end('{"data":{"availableStores":[{"store_code":"german"},{"store_code":"french"}]}}')
    const { method = 'GET', url = '/', headers } = request
    const answer = await shop.shop.handle({ method, url, headers, body })
    response.statusCode = answer.status
    for (const [name, value] of answer.headers) response.appendHeader(name, value)
    return response.end(answer.body)
  })
  open.push(front.close)
  const { code, about } = await doctor(front.url)
  expect(about('store views')).toMatch(
    /✗ .*default does not exist\. Store views: german, french\n.*set MAGENTO_STORE_CODE/,
  )
  expect(code).toBe(2)
})

test('the difference of a wrong clock is shown', async () => {
  const shop = await startShop()
  shop.clock.advance(3600)
  const { code, about } = await doctor(shop.url)
  expect(about('clock')).toMatch(/! clock +3(599|600|601) s ahead of this machine’s/)
  expect(code).toBe(0)
})

test('an untrusted certificate is still described', async () => {
  const pem = readFileSync(new URL('shop-test.pem', import.meta.url))
  const server = await serve((_, response) => response.end('{}'), { key: pem, cert: pem })
  open.push(server.close)
  const { code, about } = await doctor(server.url)
  expect(about('reach')).toMatch(/✗ .*self-signed certificate/)
  expect(about('certificate')).toMatch(
    /✗ .*for shop\.test, 127\.0\.0\.1, by Test authority of nobody, until 21\d\d-\d\d-\d\d: not trusted \(.*\)\n.*MAGENTO_CA/,
  )
  expect(code).toBe(3)
})

test('accounts left by earlier runs are shown', async () => {
  const { url } = await startShop()
  const path = join(newFolder(), 'ledger.jsonl')
  const ledger = fileLedger(path, url)
  ledger.write({ event: 'created', email: 'contract-0123456789-1@example.com', id: 1 })
  ledger.close()
  const { about } = await doctor(url, { MAGENTO_LEDGER: path })
  expect(about('ledger')).toMatch(/! .*lists 1 accounts? that earlier runs left.*\n.*sweep/)
})

test('without a target there is nothing to check', async () => {
  const { code, stdout } = await contractHere(['doctor', '--reference'])
  expect(stdout).toMatch(/the reference that comes with the suite: a run tests it/)
  expect(code).toBe(0)
})
