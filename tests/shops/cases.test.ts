import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/report/report.ts'
import { type ShopCase, shopCases } from './cases.ts'
import { frontCases } from './front-cases.ts'
import { causes, having, red, run } from './run.ts'

/** Chapters that register, log in, write addresses and check their form. */
const usual = ['CREATE', 'OBJECT', 'TOKEN', 'VALID', 'PROFILE', 'ADMIN', 'ERROR']
const withoutAdministrator = { MAGENTO_ADMIN_TOKEN: '' }
const stocks = new Map<string, Promise<readonly string[]>>()

/** Returns the requirements that pass on a stock shop with the same access. */
function stock(access: Record<string, string>, only: string[], release: string): Promise<readonly string[]> {
  const key = JSON.stringify([access, only, release])
  const known = stocks.get(key) ?? run([], access, {}, { only, release }).then(passed)
  stocks.set(key, known)
  return known
}

const passed = (ended: { report?: Report | undefined }) =>
  ended.report?.requirements.flatMap(({ id, verdict }) => (verdict === 'pass' ? [id] : [])) ?? []

describe.each([...shopCases, ...frontCases])('a shop that $is', (shop: ShopCase) => {
  const { changes = [], settings = {}, environment = {}, guest = false, told, says, loses, warns = [], code = 0 } = shop
  const { release = '2.4.8-p1' } = shop
  const only = [...(shop.only ?? usual)]

  test('has no failure and no warning, is described in one sentence, and loses few requirements', async () => {
    const { MAGENTO_STOREFRONT = '' } = environment
    const access = { ...(guest ? withoutAdministrator : {}), ...(MAGENTO_STOREFRONT ? { MAGENTO_STOREFRONT } : {}) }
    const before = await stock(access, only, release)
    const ended = await run([...changes], { ...access, ...environment }, { ...settings }, { only, release })
    expect([...(red(ended) ?? []), ...(having(ended, 'warn') ?? [])]).toEqual(warns)
    expect(causes(ended)).toEqual(told)
    if (says) expect(ended.report?.setup?.[0]?.sentence).toMatch(says)
    expect(ended.code).toBe(code)
    const now = new Set(passed(ended))
    expect(before.filter((id) => !now.has(id)).length).toBeLessThanOrEqual(loses)
  })
})
