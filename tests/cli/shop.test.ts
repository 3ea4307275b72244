import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { knownReleases } from '../../release/index.ts'
import type { Report } from '../../src/report/report.ts'
import { contract, newFolder } from '../support/command.ts'

let shop: Reference
beforeAll(async () => {
  shop = await startReference({ release: '2.4.7-p6' })
})
afterAll(() => shop.close())

async function run(environment: Record<string, string> = {}) {
  const folder = newFolder()
  const ended = await contract(['--out', folder], {
    MAGENTO_BASE_URL: shop.url,
    MAGENTO_RELEASE: '2.4.7-p6',
    ...environment,
  })
  const report: Report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  return { folder, ended, report }
}

test('without access nothing fails: untestable requirements name the setting to add', async () => {
  const { ended, report, folder } = await run()
  expect(report.requirements.filter(({ verdict }) => ['fail', 'warn', 'blocked', 'error'].includes(verdict))).toEqual(
    [],
  )
  expect(ended.code).toBe(0)
  expect(report.conformant).toBe('as far as tested')
  const untested = report.requirements.filter(({ verdict }) => verdict === 'untestable')
  expect(untested.length).toBeGreaterThan(10)
  expect(untested.filter(({ setting }) => !setting)).toEqual([])
  expect(ended.stdout).toMatch(/set MAGENTO_MAILBOX_URL/)
  const ledger = readFileSync(join(folder, 'ledger.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const created = ledger.filter(({ event }) => event === 'created').map(({ email }) => email)
  const stored = [...shop.shop.store.customers.values()].map(({ email }) => email)
  const certain = report.left.filter(({ why }) => why === 'the run has no administrative access')
  expect(certain.map(({ email }) => email).sort()).toEqual(stored.sort())
  expect(stored.filter((email) => !created.includes(email))).toEqual([])
})

test('with administrator access no account remains', async () => {
  const before = shop.shop.store.customers.size
  const { ended, report } = await run({ MAGENTO_ADMIN_TOKEN: shop.admin.token })
  expect(ended.code).toBe(0)
  expect(report.powers).toContain('admin')
  expect(report.left).toEqual([])
  expect(shop.shop.store.customers.size).toBe(before)
})

test('an administrator’s name and password give the same access, and are not shown', async () => {
  const { ended, report, folder } = await run({
    MAGENTO_ADMIN_USERNAME: shop.admin.username,
    MAGENTO_ADMIN_PASSWORD: shop.admin.password,
  })
  expect(report.powers).toContain('admin')
  const written = ['report.json', 'recording.har', 'junit.xml', 'ledger.jsonl'].map((file) =>
    readFileSync(join(folder, file), 'utf8'),
  )
  for (const text of [...written, ended.stdout, ended.stderr]) expect(text).not.toContain(shop.admin.password)
})

test('a refused administrator ends with 3', async () => {
  const { code, stderr } = await contract(['--url', shop.url, '--out', newFolder()], {
    MAGENTO_ADMIN_TOKEN: 'nonsense-token',
  })
  expect(stderr).toMatch(/refuses the administrator’s token \(401/)
  expect(code).toBe(3)
})

test('an unknown store code ends with 2', async () => {
  const { code, stderr } = await contract(['--url', shop.url, '--out', newFolder()], { MAGENTO_STORE_CODE: 'nowhere' })
  expect(stderr).toMatch(/MAGENTO_STORE_CODE is "nowhere": .* knows no such store view/)
  expect(code).toBe(2)
})

test('without a stated release the newest that the shop shows is assumed, and the report says so', async () => {
  const { ended, report } = await run({ MAGENTO_RELEASE: '' })
  // Its later patches cannot be distinguished from it.
  const newest = knownReleases.findLast((release) => release.startsWith('2.4.7'))
  expect(report.release).toEqual({ name: newest, source: 'assumed' })
  expect(ended.stdout).toContain('(assumed: set MAGENTO_RELEASE if the shop is another)')
})

test('only the run’s own accounts are deleted, whatever id the shop returns', async () => {
  const own = shop.shop.store.customers
  const bystander = await fetch(`${shop.url}/rest/V1/customers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      customer: { email: 'bystander@example.com', firstname: 'B', lastname: 'Y' },
      password: 'Bystander1!',
    }),
  })
  const { id } = (await bystander.json()) as { id: number }
  const lying = await startReference({
    release: '2.4.7-p6',
    changes: [
      (other) => {
        other.store = shop.shop.store
        other.onAnswer((call, answer) =>
          call.route?.operation === 'customer.create' && answer.status === 200
            ? { ...answer, value: { ...(answer.value as object), id } }
            : undefined,
        )
      },
    ],
  })
  await contract(['--url', lying.url, '--release', '2.4.7-p6', '--only', 'TOKEN', '--out', newFolder()], {
    MAGENTO_ADMIN_TOKEN: shop.admin.token,
  })
  await lying.close()
  expect([...own.values()].map(({ email }) => email)).toContain('bystander@example.com')
})
