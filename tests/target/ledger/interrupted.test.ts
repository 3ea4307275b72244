import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Child, startContract } from '../../support/child.ts'
import { contract, newFolder } from '../../support/command.ts'
import { patiently } from '../../support/patience.ts'
import { type SlowShop, startSlowShop } from '../../support/slow-shop.ts'

let shop: SlowShop
let folder: string
let environment: Record<string, string>
beforeEach(async () => {
  shop = await startSlowShop(80)
  folder = newFolder()
  environment = {
    MAGENTO_BASE_URL: shop.url,
    MAGENTO_RELEASE: '2.4.7-p6',
    MAGENTO_ADMIN_TOKEN: shop.reference.admin.token,
    MAGENTO_TIMEOUT: patiently(2),
  }
})
afterEach(() => shop.close())

/** Starts a run, and waits until it is in progress. */
async function running(): Promise<Child> {
  const child = startContract(['--out', folder], environment)
  const ledger = join(folder, 'ledger.jsonl')
  const created = () => (existsSync(ledger) ? (readFileSync(ledger, 'utf8').match(/"created"/g)?.length ?? 0) : 0)
  while (created() < 12 && child.process.exitCode === null) await sleep(20)
  return child
}

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)('%s: the deletions are finished, then the run ends with %i and judges nothing', async (signal, code) => {
  const child = await running()
  child.process.kill(signal)
  // npm and the terminal both forward a signal; both count as the first.
  setTimeout(() => child.process.kill(signal), 100)
  expect(await child.ended).toEqual({ code, signal: null })
  expect(child.output()).toMatch(/Interrupted: nothing was judged. created (\d+), removed \1, left 0\n$/)
  expect(await shop.addresses()).toEqual([])
  expect(existsSync(join(folder, 'report.json'))).toBe(false)
})

test('a second Ctrl-C stops immediately; sweep removes the remaining accounts', async () => {
  const child = await running()
  shop.pause = 1000
  child.process.kill('SIGINT')
  while (!child.output().includes('Stopping')) await sleep(20)
  // An earlier signal would count as the forwarded first one.
  await sleep(1050)
  child.process.kill('SIGINT')
  expect((await child.ended).code).toBe(130)
  expect(child.output()).toMatch(/Stopped\. `npm run contract -- sweep` removes what is left\.\n$/)
  expect((await shop.addresses()).length).toBeGreaterThan(0)
  shop.pause = 0
  const { code, stdout } = await contract(['sweep', '--out', folder], environment)
  expect([code, await shop.addresses()]).toEqual([0, []])
  expect(stdout).toMatch(/^created (\d+), removed \1, left 0$/m)
})

test('without administrator access an interrupted run lists the remaining accounts', async () => {
  delete environment.MAGENTO_ADMIN_TOKEN
  const child = await running()
  child.process.kill('SIGINT')
  expect((await child.ended).code).toBe(130)
  for (const email of await shop.addresses()) expect(child.output()).toContain(`  ${email}`)
  expect(child.output()).toMatch(/To remove what stays: /)
})
