import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { type Reference, startReference } from '../../../reference/index.ts'
import { fileBank } from '../../../src/target/bank/file.ts'
import { UsageError } from '../../../src/target/settings.ts'
import { newFolder } from '../../support/command.ts'
import { judgeExpiry, runExpiry } from '../../support/expiry.ts'

const key = 'a key of more than sixteen characters'
let shop: Reference
afterEach(() => shop.close())

const start = async (release: string) => {
  shop = await startReference({ release })
}
const run = (path: string, more: Record<string, string> = {}) =>
  judgeExpiry(shop.url, shop.release, { MAGENTO_TOKEN_BANK: path, MAGENTO_TOKEN_BANK_KEY: key, ...more })
const asCommand = (path: string) =>
  runExpiry(shop.url, shop.release, { MAGENTO_TOKEN_BANK: path, MAGENTO_TOKEN_BANK_KEY: key })
const newPath = () => join(newFolder(), 'bank')
const kept = (path: string) => fileBank(path, key, `${shop.url} default`).deposits
const accounts = () => [...shop.shop.store.customers.values()].map(({ email }) => email)

describe.each(['2.4.8-p1', '2.4.1'])('tokens of %s', (release) => {
  const [alive, dead] = release === '2.4.1' ? ['EXPIRY-03', 'EXPIRY-04'] : ['EXPIRY-01', 'EXPIRY-02']

  test('kept by one run are seen to be expired by the next, an hour later', async () => {
    await start(release)
    const path = newPath()
    const first = await run(path, { MAGENTO_ADMIN_TOKEN: shop.admin.token })
    expect(first.requirement(dead)).toMatchObject({ verdict: 'untestable' })
    expect(first.requirement(dead).why).toMatch(
      /^the saved token has not expired yet: it is due at 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC$/,
    )
    expect(first.requirement('EXPIRY-24').verdict).toBe('untestable')
    expect(first.report.conformant).not.toBe('yes')
    expect(kept(path).length).toBe(2)
    expect(accounts().sort()).toEqual(
      kept(path)
        .map(({ email }) => email)
        .sort(),
    )
    expect(first.report.left.map(({ email }) => email).sort()).toEqual(accounts().sort())

    shop.clock.advance(1800)
    const second = await run(path, { MAGENTO_ADMIN_TOKEN: shop.admin.token })
    expect(second.requirement('EXPIRY-24')).toMatchObject({ verdict: 'pass', evidence: 'aged' })
    expect(second.requirement('EXPIRY-23').verdict).toBe('untestable')
    expect(kept(path).length).toBe(4)

    shop.clock.advance(1620)
    const nearTheEnd = await run(path, { MAGENTO_ADMIN_TOKEN: shop.admin.token })
    expect(nearTheEnd.requirement(alive)).toMatchObject({ verdict: 'pass', evidence: 'aged' })

    shop.clock.advance(240)
    const third = await run(path, { MAGENTO_ADMIN_TOKEN: shop.admin.token })
    for (const id of [dead, 'EXPIRY-05', 'EXPIRY-07', 'EXPIRY-12', 'EXPIRY-13', 'EXPIRY-23', 'EXPIRY-24'])
      expect(third.requirement(id)).toMatchObject({ verdict: 'pass', evidence: 'aged' })
    expect([...third.ids('fail'), ...third.ids('blocked'), ...third.ids('error')]).toEqual([])
    // Used deposits are removed; the others stay for later runs.
    expect(kept(path).length).toBe(3)
    expect(accounts().sort()).toEqual(
      kept(path)
        .map(({ email }) => email)
        .sort(),
    )
  })

  test('that never expire are detected', async () => {
    await start(release)
    const path = newPath()
    await run(path)
    shop.clock.advance(3700)
    shop.shop.services.isTokenExpired = () => false
    shop.shop.services.isOpaqueTokenExpired = () => false
    const { requirement, report } = await run(path)
    for (const id of [dead, 'EXPIRY-23']) expect(requirement(id)).toMatchObject({ verdict: 'fail', evidence: 'aged' })
    expect(report.exitCode).toBe(1)
  })

  test('that expire early are detected', async () => {
    await start(release)
    const path = newPath()
    await run(path)
    shop.clock.advance(2000)
    const { isTokenExpired } = shop.shop.services
    shop.shop.services.isTokenExpired = (claims) => isTokenExpired({ ...claims, exp: (claims.iat + claims.exp) / 2 })
    shop.shop.services.tokenLifetime = () => 1800
    const { requirement } = await run(path)
    expect(requirement('EXPIRY-24')).toMatchObject({ verdict: 'fail', evidence: 'aged' })
  })
})

test('a deleted account is no evidence', async () => {
  await start('2.4.8-p1')
  const path = newPath()
  await run(path)
  shop.clock.advance(3700)
  for (const customer of [...shop.shop.store.customers.values()]) shop.shop.store.remove(customer)
  const { requirement, ids } = await run(path)
  expect(requirement('EXPIRY-02').verdict).toBe('untestable')
  expect(requirement('EXPIRY-23').why).toMatch(/can no longer log in/)
  expect(ids('fail')).toEqual([])
})

test('tokens are sent only to the shop that issued them', async () => {
  await start('2.4.8-p1')
  const path = newPath()
  await run(path)
  const tokens = kept(path).map(({ token }) => token)
  const seen: string[] = []
  const other = await startReference({
    release: '2.4.8-p1',
    changes: [
      ({ services }) => {
        const { currentUser } = services
        services.currentUser = (call) => {
          seen.push(call.headers.authorization ?? '')
          return currentUser(call)
        }
      },
    ],
  })
  other.clock.advance(3700)
  await judgeExpiry(other.url, '2.4.8-p1', { MAGENTO_TOKEN_BANK: path, MAGENTO_TOKEN_BANK_KEY: key })
  await other.close()
  expect(seen.length).toBeGreaterThan(5)
  expect(tokens.length).toBe(2)
  for (const token of tokens) expect(seen.join('\n')).not.toContain(token)
  expect(kept(path).map(({ token }) => token)).toEqual(tokens)
})

test('no file contains a kept token or password in plain text', async () => {
  await start('2.4.1')
  const path = newPath()
  await run(path)
  const secrets = kept(path).flatMap(({ token, password }) => [token, password])
  shop.clock.advance(3700)
  const { folder, ended } = await asCommand(path)
  const files = ['report.json', 'report.html', 'recording.har', 'junit.xml', 'ledger.jsonl'].map((file) =>
    readFileSync(join(folder, file), 'utf8'),
  )
  const outputs = [...files, readFileSync(path, 'utf8'), ended.stdout, ended.stderr]
  for (const output of outputs) for (const secret of [...secrets, key]) expect(output).not.toContain(secret)
})

test.each([
  ['', /MAGENTO_TOKEN_BANK is set without MAGENTO_TOKEN_BANK_KEY/],
  ['short', /MAGENTO_TOKEN_BANK_KEY has 5 characters/],
])('the key "%s" is wrong usage', async (text, message) => {
  await start('2.4.8-p1')
  const opening = run(newPath(), { MAGENTO_TOKEN_BANK_KEY: text })
  await expect(opening).rejects.toThrow(UsageError)
  await expect(opening).rejects.toThrow(message)
})

test('a bank that cannot be used only loses its evidence', async () => {
  await start('2.4.8-p1')
  const { ended } = await asCommand('README.md')
  expect(ended.stderr).toMatch(/MAGENTO_TOKEN_BANK is not used: README.md is not a token bank: it is not changed/)
  expect(ended.code).toBe(0)
})
