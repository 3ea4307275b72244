import { afterEach, describe, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { toHar } from '../../src/recording/har.ts'
import { open } from '../support/open.ts'
import { inWords, record, red } from '../support/run.ts'

const forms = [
  'customer_login',
  'customer_create',
  'customer_forgot_password',
  'customer_edit',
  'resend_confirmation_email',
]
const solved = 'a-solved-recaptcha'

let shop: Reference
afterEach(() => shop.close())

async function run(guarded: string[], value?: string, release = '2.4.8-p1') {
  const settings = Object.fromEntries(guarded.map((form) => [`recaptcha_frontend/type_for/${form}`, 'invisible']))
  shop = await startReference({ release, settings })
  const { target } = await open({
    MAGENTO_BASE_URL: shop.url,
    MAGENTO_RELEASE: release,
    MAGENTO_ADMIN_TOKEN: shop.admin.token,
    ...(value === undefined ? {} : { MAGENTO_RECAPTCHA: value }),
  })
  const recording = await record(target)
  await target.close()
  const results = judge(recording, requirements, release)
  const untestable = results.filter(({ why }) => /requires a reCAPTCHA/.test(why ?? ''))
  return { recording, results, untestable }
}

describe.each(forms)('a shop that demands a reCAPTCHA on %s', (form) => {
  test('nothing fails: requirements that need it are untestable and name the setting', async () => {
    const { recording, untestable } = await run([form])
    expect(red(recording).map(inWords)).toEqual([])
    expect(untestable.length).toBeGreaterThan(form === 'resend_confirmation_email' ? 1 : 5)
    for (const { verdict, setting } of untestable)
      expect([verdict, setting]).toEqual(['untestable', expect.stringMatching(/type_for off .* set MAGENTO_RECAPTCHA/)])
    expect(shop.shop.store.customers.size).toBe(0)
  })
})

test('the facts are found before any registration, and are in the recording', async () => {
  const { recording } = await run(forms)
  expect(Object.keys(recording.meta.probes).filter((name) => name.startsWith('captcha'))).toEqual([
    'captcha on login',
    'captcha on create',
    'captcha on forgotten password',
  ])
  expect(shop.shop.store.lastCustomerId).toBe(0)
})

test('with a value that the shop accepts everything is tested as without reCAPTCHA', async () => {
  const with_ = await run(forms, solved)
  expect(red(with_.recording).map(inWords)).toEqual([])
  expect(with_.untestable).toEqual([])
  expect(JSON.stringify(toHar(with_.recording))).not.toContain(solved)
  await shop.close()
  const without = await run([])
  const passed = (results: typeof without.results) => results.filter(({ verdict }) => verdict === 'pass').length
  expect(passed(with_.results)).toBe(passed(without.results))
})

test('a value that the shop refuses has the same effect as no value', async () => {
  const { recording, untestable } = await run(['customer_login'], 'another-value')
  expect(red(recording).map(inWords)).toEqual([])
  expect(untestable.length).toBeGreaterThan(100)
})

test('before 2.4.3 no shop checks it', async () => {
  const { recording, untestable } = await run(forms, undefined, '2.4.1')
  expect(red(recording).map(inWords)).toEqual([])
  expect(untestable).toEqual([])
})
