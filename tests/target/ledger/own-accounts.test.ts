import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startReference } from '../../../reference/index.ts'
import { OwnAccounts } from '../../../src/perform/own-accounts.ts'
import { post } from '../../../src/target/client/request.ts'
import { accountsOf } from '../../../src/target/ledger/accounts.ts'
import { fileLedger } from '../../../src/target/ledger/ledger.ts'
import { readLedger } from '../../../src/target/ledger/read.ts'
import { openTarget } from '../../../src/target/open.ts'
import { readSettings } from '../../../src/target/read-settings.ts'
import type { Target } from '../../../src/target/target.ts'
import { newFolder } from '../../support/command.ts'

/** Registers an account like a scenario. */
async function register(target: Target, accounts: OwnAccounts): Promise<{ email: string; id: number }> {
  const email = accounts.newAddress()
  accounts.note({ event: 'creating', email })
  const customer = { email, firstname: 'Jane', lastname: 'Doe' }
  const { response } = await target.client.ask(post('/V1/customers', { customer, password: 'Password1!' }))
  const { id } = JSON.parse(response.body.toString())
  accounts.note({ event: 'created', email, id })
  return { email, id }
}

test('an account kept for a later run remains, is reported, and is removed by that run', async () => {
  const shop = await startReference({ release: '2.4.7-p6' })
  const environment = { MAGENTO_BASE_URL: shop.url, MAGENTO_ADMIN_TOKEN: shop.admin.token }
  const target = await openTarget(readSettings({}, environment, 'no-such.env'))
  const path = join(newFolder(), 'ledger.jsonl')
  const ledger = fileLedger(path, target.baseUrl)
  const stored = () => [...shop.shop.store.customers.values()].map(({ email }) => email)
  const open = () => accountsOf(readLedger(path)).filter(({ removed }) => !removed)

  const first = new OwnAccounts(target, ledger)
  const kept = await register(target, first)
  const also = await register(target, first)
  await register(target, first)
  for (const { email } of [kept, also]) first.keep(email, 'kept for later')
  const left = [kept, also].map(({ email }) => ({ email, why: 'kept for later' }))
  expect(await first.remove()).toEqual({ created: 3, removed: 1, left })
  expect(stored()).toEqual([kept.email, also.email])
  expect(open().map(({ email }) => email)).toEqual([kept.email, also.email])

  const second = new OwnAccounts(target, ledger)
  await register(target, second)
  second.adopt(kept.email, kept.id)
  expect(await second.remove()).toEqual({ created: 2, removed: 2, left: [] })
  expect(stored()).toEqual([also.email])
  expect(open().map(({ email }) => email)).toEqual([also.email])
  ledger.close()
  await target.close()
  await shop.close()
})
