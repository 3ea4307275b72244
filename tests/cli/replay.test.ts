import { existsSync, readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { allFaults } from '../../specs/faults.ts'
import { newFolder } from '../support/command.ts'
import { contractHere } from '../support/here.ts'

let shop: Reference

beforeAll(async () => {
  const fault = allFaults.find(({ id }) => id === 'true-is-any-password')
  shop = await startReference({ changes: fault ? [fault.change] : [] })
})
afterAll(() => shop.close())

test('it prints each exchange of the scenario and then the verdict, and writes no report', async () => {
  const out = newFolder()
  const { code, stdout } = await contractHere(['replay', 'token-01', '--reference', '--out', out])
  expect(code).toBe(0)
  const lines = stdout.split('\n')
  expect(lines[0]).toMatch(/^TOKEN-01 /)
  const first = lines.findIndex((line) => line.startsWith('→ POST /rest/default/V1/customers '))
  const answer = lines.findIndex((line) => line.startsWith('← 200 OK'))
  const verdict = lines.findIndex((line) => line.startsWith('✓ TOKEN-01'))
  expect(first).toBeGreaterThan(0)
  expect(answer).toBeGreaterThan(first)
  expect(verdict).toBeGreaterThan(answer)
  expect(stdout).toMatch(/^ {2}reads {5}“/m)
  expect(readdirSync(out)).toEqual([])
})

test('on a shop it removes its accounts, ends like a run, and shows no secret', async () => {
  const answered = vi.spyOn(shop.shop, 'handle')
  const environment = { MAGENTO_ADMIN_TOKEN: shop.admin.token }
  const { code, stdout } = await contractHere(
    ['replay', 'TOKEN-01', '--url', shop.url, '--out', newFolder(), '--verbose'],
    environment,
  )
  expect(code).toBe(0)
  expect(stdout).toMatch(/accounts created (\d+), removed \1, left 0/)
  expect(shop.shop.store.customers.size).toBe(0)
  const sent = answered.mock.calls.flatMap(([{ body }]) => /"password":"([^"]+)"/.exec(body.toString())?.[1] ?? [])
  expect(sent.length).toBeGreaterThan(0)
  expect(sent.filter((password) => stdout.includes(password))).toEqual([])
  expect(stdout).not.toContain(shop.admin.token)
})

test('the folder contains only the ledger', async () => {
  const out = `${newFolder()}/reports`
  await contractHere(['replay', 'TOKEN-01', '--url', shop.url, '--out', out])
  expect(existsSync(out) ? readdirSync(out) : []).toEqual(['ledger.jsonl'])
})

test.each([
  [['replay'], /replay takes one requirement: .* replay TOKEN-04/],
  [['replay', 'TOKEN-04', 'TOKEN-05'], /replay takes one requirement/],
  [['replay', 'TOKEN-99'], /there is no requirement "TOKEN-99": .* list --only TOKEN|list shows all ids/],
  [['replay', 'HEAD-01', '--reference'], /HEAD-01 is about every answer of a run: .* --only HEAD-01/],
  [['replay', 'TOKEN-01', '--reference', '--reveal'], /--reveal shows secrets: it works only at a terminal/],
  [['run', '--reveal'], /run has no --reveal/],
])('%j is wrong usage', async (args, message) => {
  const { code, stderr } = await contractHere(args)
  expect(code).toBe(2)
  expect(stderr).toMatch(message)
})

test('--reveal is refused in CI even at a terminal', async () => {
  const before = process.stdout.isTTY
  process.stdout.isTTY = true
  try {
    const { code } = await contractHere(['replay', 'TOKEN-01', '--reference', '--reveal'], { CI: 'true' })
    expect(code).toBe(2)
  } finally {
    process.stdout.isTTY = before
  }
})
