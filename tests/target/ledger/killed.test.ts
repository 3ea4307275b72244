import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweep } from '../../../src/perform/sweep.ts'
import { fileLedger } from '../../../src/target/ledger/ledger.ts'
import { readLedger } from '../../../src/target/ledger/read.ts'
import { openTarget } from '../../../src/target/open.ts'
import { readSettings } from '../../../src/target/read-settings.ts'
import { startContract } from '../../support/child.ts'
import { newFolder } from '../../support/command.ts'
import { patiently } from '../../support/patience.ts'
import { type SlowShop, startSlowShop } from '../../support/slow-shop.ts'

let shop: SlowShop
beforeAll(async () => {
  shop = await startSlowShop(8)
})
afterAll(() => shop.close())

/** Starts a run, and kills it at a random time after its first line in the ledger. */
async function killedRun(environment: Record<string, string>, ledger: string, longest: number): Promise<void> {
  const child = startContract(['--out', newFolder()], environment)
  const before = existsSync(ledger) ? readFileSync(ledger).length : 0
  const begun = () => existsSync(ledger) && readFileSync(ledger).length > before
  while (!begun() && child.process.exitCode === null) await sleep(10)
  await sleep(Math.random() * longest)
  child.process.kill('SIGKILL')
  await child.ended
}

/** Sweeps like the command, whose start would take too long here. */
async function sweepOnce(environment: Record<string, string>, path: string) {
  const target = await openTarget(readSettings({}, environment, 'no-such.env'))
  const ledger = fileLedger(path, target.baseUrl)
  const options = { ledger, kept: true, longestRegistration: 2 * Number(environment.MAGENTO_TIMEOUT) * 1000 }
  try {
    return await sweep(target, readLedger(path), options)
  } finally {
    ledger.close()
    await target.close()
  }
}

const moments = 20
const lanes = 4

test(`killed at ${moments} random moments, sweep leaves nothing each time`, async () => {
  let caught = 0
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      const ledger = join(newFolder(), 'ledger.jsonl')
      const environment = {
        MAGENTO_BASE_URL: shop.url,
        MAGENTO_RELEASE: '2.4.7-p6',
        MAGENTO_ADMIN_TOKEN: shop.reference.admin.token,
        MAGENTO_LEDGER: ledger,
        MAGENTO_TIMEOUT: patiently(1),
      }
      for (let moment = 0; moment < moments / lanes; moment++) {
        await killedRun(environment, ledger, 2500)
        const marks = new Set(readFileSync(ledger, 'utf8').match(/contract-[0-9a-f]{10}-/g))
        const own = async () =>
          (await shop.addresses()).filter((email) => [...marks].some((mark) => email.includes(mark)))
        if ((await own()).length > 0) caught++
        const { created, removed, left } = await sweepOnce(environment, ledger)
        expect({ lane, moment, left, shown: await own() }).toEqual({ lane, moment, left: [], shown: [] })
        expect(removed).toBe(created)
      }
    }),
  )
  // Some runs were killed after their own clean-up; most were not, so there were accounts to sweep.
  expect(caught).toBeGreaterThan(moments / 2)
  expect(await shop.addresses()).toEqual([])
})
