import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import type { Report } from '../../src/report/report.ts'
import { contract, newFolder } from '../support/command.ts'
import { contractHere } from '../support/here.ts'
import { passOn } from '../support/in-front.ts'
import { serve } from '../support/serve.ts'

const release = '2.4.7-p6'
let shop: Reference
beforeAll(async () => {
  shop = await startReference({ release })
})
afterAll(() => shop.close())

async function run(environment: Record<string, string> = {}, url = shop.url) {
  const folder = newFolder()
  const ended = await contract(['--out', folder], {
    MAGENTO_BASE_URL: url,
    MAGENTO_RELEASE: release,
    MAGENTO_ADMIN_TOKEN: shop.admin.token,
    ...environment,
  })
  const report: Report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  return { ...ended, report }
}

/** Returns the numbers of the line that begins with a word, in the order of the table's columns. */
const numbersOf = (text: string, word: string) =>
  (new RegExp(`^ *${word} .*$`, 'm').exec(text)?.[0].match(/\b\d+\b/g) ?? []).map(Number)

test('a dry run sends nothing to the target, and its counts match the run', async () => {
  const asked: string[] = []
  const silent = await serve((request) => void asked.push(request.url as string))
  const dry = await contractHere(['--dry-run', '--url', silent.url, '--release', release], {
    MAGENTO_ADMIN_TOKEN: 'whatever-it-is',
  })
  silent.close()
  expect([dry.code, dry.stderr, asked]).toEqual([0, '', []])
  expect(dry.stdout).toContain(`target   ${silent.url}, store default`)
  expect(dry.stdout).not.toContain('whatever-it-is')
  const [requests, accounts, failedLogins, resetRequests] = numbersOf(dry.stdout, 'all')
  const { report, stderr } = await run()
  expect(report.budget?.used).toMatchObject({ failedLogins, resetRequests })
  // When the shop's seconds change decides on one or two requests.
  expect(Math.abs((report.budget?.used.requests ?? 0) - (requests as number))).toBeLessThan(10)
  expect(report.accounts).toEqual({ created: accounts, removed: accounts })
  expect(numbersOf(stderr, 'planned').slice(1, 4)).toEqual([accounts, failedLogins, resetRequests])
  expect(numbersOf(stderr, 'allowed')).toEqual([2000, 200, 5, 30])
})

test('a dry run of some areas counts only their scenarios, and warns if limits are too low', async () => {
  const { code, stdout } = await contractHere(['--dry-run', '--only', 'TOKEN', '--url', 'http://127.0.0.1:1'], {
    MAGENTO_MAX_FAILED_LOGINS: '5',
  })
  expect(stdout).toMatch(/^ {2}customer-token /m)
  expect(stdout).not.toMatch(/^ {2}reset-request /m)
  expect(stdout).toMatch(/not enough for \d+ failed logins: raise MAGENTO_MAX_FAILED_LOGINS/)
  expect(code).toBe(0)
})

test('a run that reaches a limit ends early, leaves no accounts, and has no failure', async () => {
  const before = shop.shop.store.customers.size
  const { code, report, stdout } = await run({ MAGENTO_MAX_REQUESTS: '150' })
  expect(report.budget).toMatchObject({ used: { requests: 150 }, allowed: { requests: 150 } })
  expect(report.counts).toMatchObject({ fail: 0, blocked: 0, error: 0 })
  const stopped = report.requirements.filter(({ why }) => why === 'the run has used up its 150 requests')
  expect(stopped.length).toBeGreaterThan(50)
  for (const { verdict, setting } of stopped)
    expect([verdict, setting]).toEqual(['untestable', 'raise MAGENTO_MAX_REQUESTS'])
  expect(stdout).toMatch(/raise MAGENTO_MAX_REQUESTS/)
  expect(report.left).toEqual([])
  expect(shop.shop.store.customers.size).toBe(before)
  expect(code).toBe(0)
})

test.each([
  ['MAGENTO_MAX_FAILED_LOGINS', '5', 'the run has used up its 5 failed logins'],
  ['MAGENTO_MAX_RESET_REQUESTS', '1', 'the run has used up its 1 reset requests'],
])('%s=%s: what would go beyond is untestable', async (name, value, reason) => {
  const { report } = await run({ [name]: value })
  const stopped = report.requirements.filter(({ why }) => why === reason)
  expect(stopped.length).toBeGreaterThan(0)
  for (const { verdict, setting } of stopped) expect([verdict, setting]).toEqual(['untestable', `raise ${name}`])
  expect(report.counts).toMatchObject({ fail: 0, blocked: 0, error: 0 })
})

test('a proxy with a rate limit changes no verdict: the run waits, and reports how long', async () => {
  let asked = 0
  const onward = passOn(shop.url)
  const front = await serve((request, response) => {
    if (++asked % 150 !== 0) return onward(request, response)
    request.resume()
    return response.writeHead(429, { 'retry-after': '1', 'content-type': 'text/html' }).end('<h1>slow down</h1>')
  })
  const { report, code } = await run({}, front.url)
  front.close()
  expect(report.counts).toMatchObject({ fail: 0, blocked: 0, error: 0 })
  expect(report.budget?.paused).toBeGreaterThan(0)
  expect(report.left).toEqual([])
  expect(code).toBe(0)
})

test.each([
  ['MAGENTO_MAX_REQUESTS', '10', /MAGENTO_MAX_REQUESTS is "10": it must be a whole number from 50 on/],
  ['MAGENTO_MAX_PAUSE', 'long', /MAGENTO_MAX_PAUSE is "long"/],
])('%s=%s ends with 2', async (name, value, message) => {
  const folder = newFolder()
  const { code, stderr } = await contractHere(['--out', folder], { [name]: value })
  expect(stderr).toMatch(message)
  expect([code, existsSync(join(folder, 'report.json'))]).toEqual([2, false])
})
