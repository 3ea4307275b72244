import { afterEach, describe, expect, test } from 'vitest'
import { type Reference, startReference } from '../../../reference/index.ts'
import { Redactor } from '../../../src/recording/redact.ts'
import { logIn } from '../../../src/target/admin/login.ts'
import { factorOf } from '../../../src/target/admin/second-factor.ts'
import { createClient } from '../../../src/target/client/client.ts'
import { get } from '../../../src/target/client/request.ts'
import { UsageError } from '../../../src/target/settings.ts'
import { TargetError } from '../../../src/target/target.ts'
import { open, refusalToOpen } from '../../support/open.ts'

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const releases = ['2.3.7-p4', '2.4.1', '2.4.5-p13', '2.4.8-p1']

let shop: Reference
afterEach(() => shop.close())

async function start(release = '2.4.8-p1', settings: Record<string, string> = {}) {
  shop = await startReference({ release, settings })
  return { MAGENTO_BASE_URL: shop.url, MAGENTO_RELEASE: release }
}

const twoFactor = { 'twofactorauth/general/force_providers': 'google' }
const login = { MAGENTO_ADMIN_USERNAME: 'admin', MAGENTO_ADMIN_PASSWORD: 'Admin123' }
const administrator = () => shop.shop.store.admins[0] as (typeof shop.shop.store.admins)[number]

function integration(resources?: string[]): Record<string, string> {
  const added = shop.shop.services.addIntegration(resources)
  return {
    MAGENTO_INTEGRATION_CONSUMER_KEY: added.consumerKey,
    MAGENTO_INTEGRATION_CONSUMER_SECRET: added.consumerSecret,
    MAGENTO_INTEGRATION_ACCESS_TOKEN: added.accessToken,
    MAGENTO_INTEGRATION_ACCESS_TOKEN_SECRET: added.accessTokenSecret,
  }
}

async function worksWith(settings: Record<string, string>): Promise<void> {
  const { target } = await open(settings)
  const token = target.adminToken
  expect(token).toBeDefined()
  const { response } = await target.client.ask(get('/V1/customers/1', token ? { token } : {}))
  expect(response.status).toBe(404)
  await target.close()
}

async function refused(settings: Record<string, string>, message: RegExp, kind = TargetError): Promise<string> {
  const error = await refusalToOpen(settings)
  expect(error.message).toMatch(message)
  expect(error).toBeInstanceOf(kind)
  for (const [name, value] of Object.entries(settings))
    if (/PASSWORD|SECRET|TOKEN|KEY/.test(name)) expect(error.message).not.toContain(value)
  return error.message
}

const failures = () => [...shop.shop.store.loginFailures.values()].reduce((sum, { count }) => sum + count, 0)

describe.each(releases)('%s', (release) => {
  test('a token, a login, and an integration that signs give administrator access', async () => {
    const target = await start(release)
    await worksWith({ ...target, MAGENTO_ADMIN_TOKEN: shop.admin.token })
    await worksWith({ ...target, ...login })
    await worksWith({ ...target, ...integration() })
    expect(failures()).toBe(0)
  })

  test('a login with a second-factor secret works whether or not the shop requires one', async () => {
    const target = await start(release)
    administrator().otpSecret = secret
    await worksWith({ ...target, ...login, MAGENTO_ADMIN_OTP_SECRET: secret })
    shop.shop.settings.set('twofactorauth/general/force_providers', 'google')
    await worksWith({ ...target, ...login, MAGENTO_ADMIN_OTP_SECRET: secret })
    expect(failures()).toBe(0)
  })
})

describe('a refused login', () => {
  test.each([{}, twoFactor])('with a wrong password costs one failure, with %j', async (settings) => {
    const target = await start('2.4.8-p1', settings)
    administrator().otpSecret = secret
    const wrong = { ...target, ...login, MAGENTO_ADMIN_PASSWORD: 'Wrong1password' }
    await refused(wrong, /refuses the administrator "admin" \(401 .*the name or the password is wrong/)
    expect(failures()).toBe(1)
    await refused({ ...wrong, MAGENTO_ADMIN_OTP_SECRET: secret }, /the name or the password is wrong/)
    expect(failures()).toBe(2)
  })

  test('without a required second factor names the setting', async () => {
    const target = { ...(await start('2.4.1', twoFactor)), ...login }
    await refused(target, /the account has none yet\. Log in once in the browser/)
    administrator().otpSecret = secret
    await refused(target, /demands a second factor\. Set MAGENTO_ADMIN_OTP_SECRET/)
    shop.shop.settings.set('twofactorauth/general/force_providers', 'duo_security')
    await refused(target, /another kind \(duo_security\) than Google Authenticator/)
    await refused({ ...target, MAGENTO_ADMIN_OTP_SECRET: secret }, /not among the second factors that the shop allows/)
    expect(failures()).toBe(0)
  })

  test('of an account without a configured second factor says so', async () => {
    const target = { ...(await start('2.4.8-p1', twoFactor)), ...login, MAGENTO_ADMIN_OTP_SECRET: secret }
    await refused(target, /has not set Google Authenticator up yet/)
  })

  test('of an account that may not read customers names the missing permission', async () => {
    const target = { ...(await start()), ...login }
    administrator().resources = ['Magento_Sales::sales']
    await refused(target, /could log in, but may not read customers \(401 .*Magento_Customer::customer/)
  })
})

describe('a refused code', () => {
  const fixed = (codes: string[]) => ({ code: () => codes.shift() as string, next: async () => {} })
  const client = () => createClient({ baseUrl: shop.url, store: 'default', headers: {}, concurrency: 1, timeout: 5000 })
  const credentials = { username: 'admin', password: 'Admin123' }

  test('is followed by one with the next code, once', async () => {
    await start('2.4.8-p1', twoFactor)
    administrator().otpSecret = secret
    const good = factorOf(secret, new Redactor()).code(Date.now())
    const token = await logIn({ ...credentials, factor: fixed(['000000', good]) }, client(), new Redactor())
    expect(token).toMatch(/^eyJ/)
    const wrong = logIn({ ...credentials, factor: fixed(['000000', '000000', good]) }, client(), new Redactor())
    await expect(wrong).rejects.toThrow(/"Invalid code\.".*its clock and this machine’s agree.*not this account’s/)
  })

  test('because of different clocks is followed by one for the shop’s clock', async () => {
    await start('2.4.8-p1', twoFactor)
    administrator().otpSecret = secret
    shop.clock.advance(600)
    const real = factorOf(secret, new Redactor())
    const factor = { ...real, next: async () => {} }
    await expect(logIn({ ...credentials, factor }, client(), new Redactor())).resolves.toMatch(/^eyJ/)
    const other = factorOf('MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK', new Redactor())
    const wrong = logIn({ ...credentials, factor: { ...other, next: async () => {} } }, client(), new Redactor())
    await expect(wrong).rejects.toThrow(/its clock is (599|600|601) s ahead of this machine’s/)
  })
})

describe('a refused token', () => {
  test('that has expired says when it did', async () => {
    const target = await start()
    const token = shop.shop.services.signToken({ uid: 1, utypid: 2, iat: 1, exp: 1_700_000_000 })
    await refused({ ...target, MAGENTO_ADMIN_TOKEN: token }, /expired at 2023-11-14T22:13:20\.000Z/)
  })

  test('of a customer is reported as such', async () => {
    const target = await start()
    const token = shop.shop.services.signToken({ uid: 1, utypid: 3, iat: 1, exp: 4_000_000_000 })
    await refused({ ...target, MAGENTO_ADMIN_TOKEN: token }, /it is a customer’s token/)
  })

  test('of an integration names the setting that allows it from 2.4.4', async () => {
    const target = await start('2.4.4')
    const { MAGENTO_INTEGRATION_ACCESS_TOKEN: token = '' } = integration()
    await refused({ ...target, MAGENTO_ADMIN_TOKEN: token }, /enable_integration_as_bearer; otherwise set the four/)
    shop.shop.settings.set('oauth/consumer/enable_integration_as_bearer', '1')
    await worksWith({ ...target, MAGENTO_ADMIN_TOKEN: token })
  })

  test('of an integration is accepted before 2.4.4', async () => {
    const target = await start('2.4.3-p2')
    await worksWith({ ...target, MAGENTO_ADMIN_TOKEN: integration().MAGENTO_INTEGRATION_ACCESS_TOKEN as string })
  })
})

describe('a refused integration', () => {
  test.each([
    [
      'CONSUMER_KEY',
      /"A consumer having the specified key does not exist"\S* .*check MAGENTO_INTEGRATION_CONSUMER_KEY/,
    ],
    ['CONSUMER_SECRET', /the signature does not fit\. Check MAGENTO_INTEGRATION_CONSUMER_SECRET/],
    ['ACCESS_TOKEN', /check MAGENTO_INTEGRATION_ACCESS_TOKEN/],
    ['ACCESS_TOKEN_SECRET', /the signature does not fit/],
  ])('with a wrong %s', async (name, message) => {
    const target = await start('2.3.7-p4')
    await refused({ ...target, ...integration(), [`MAGENTO_INTEGRATION_${name}`]: 'x'.repeat(32) }, message)
  })

  test('with a token of the wrong length', async () => {
    const target = await start()
    const short = { ...integration(), MAGENTO_INTEGRATION_ACCESS_TOKEN: 'too-short' }
    await refused({ ...target, ...short }, /"The token length is invalid.*check MAGENTO_INTEGRATION_ACCESS_TOKEN/)
  })

  test('because this machine’s clock is ahead', async () => {
    const target = await start()
    shop.clock.advance(-3600)
    await refused({ ...target, ...integration() }, /its clock is (3599|3600|3601) s behind this machine’s/)
  })

  test('without the permission', async () => {
    const target = await start()
    await refused(
      { ...target, ...integration(['Magento_Sales::sales']) },
      /lacks the resource Magento_Customer::customer/,
    )
  })

  test('with a value missing', async () => {
    const target = await start()
    const { MAGENTO_INTEGRATION_ACCESS_TOKEN_SECRET: _, ...three } = integration()
    await refused(
      { ...target, ...three },
      /an integration is set without MAGENTO_INTEGRATION_ACCESS_TOKEN_SECRET/,
      UsageError as never,
    )
  })
})

test('an incomplete login, or a second factor without a login, is an error', async () => {
  const target = await start()
  const wrong = (settings: Record<string, string>, message: RegExp) =>
    refused({ ...target, ...settings }, message, UsageError as never)
  await wrong({ MAGENTO_ADMIN_USERNAME: 'admin' }, /without MAGENTO_ADMIN_PASSWORD/)
  await wrong({ MAGENTO_ADMIN_PASSWORD: 'Admin123' }, /without MAGENTO_ADMIN_USERNAME/)
  await wrong({ MAGENTO_ADMIN_OTP_SECRET: secret }, /without MAGENTO_ADMIN_USERNAME/)
})
