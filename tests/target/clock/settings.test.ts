import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Reference, startReference } from '../../../reference/index.ts'
import { runExpiry } from '../../support/expiry.ts'
import { serve } from '../../support/serve.ts'

let shop: Reference
let control: { url: string; close: () => void }
const set: string[] = []

beforeAll(async () => {
  shop = await startReference({
    release: '2.4.7-p6',
    settings: { 'oauth/access_token_lifetime/customer': '3', 'webapi/jwtauth/customer_expiration': '90' },
  })
  control = await serve((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://control')
    const seconds = searchParams.get('seconds')
    if (seconds) shop.clock.advance(Number(seconds))
    const [path, value] = [searchParams.get('path'), searchParams.get('value')]
    if (path) {
      shop.shop.settings.set(path, value ?? '')
      set.push(`${path}=${value}`)
    }
    response.end()
  })
})
afterAll(async () => {
  control.close()
  await shop.close()
})

const fetching = (query: string) =>
  `node -e 'const e = process.env; fetch("${control.url}/?" + new URLSearchParams(${query}))'`

describe('a command that changes settings', () => {
  test('shows how tokens follow a changed lifetime, and resets the lifetime', async () => {
    const { requirement, report, ended } = await runExpiry(shop.url, '2.4.7-p6', {
      MAGENTO_CONFIG_COMMAND: fetching('{ path: e.MAGENTO_CONFIG_PATH, value: e.MAGENTO_CONFIG_VALUE }'),
      MAGENTO_CLOCK: `command:${fetching('{ seconds: e.MAGENTO_CLOCK_SECONDS }')}`,
      MAGENTO_TOKEN_LIFETIME: '5400',
    })
    for (const id of ['EXPIRY-25', 'EXPIRY-26', 'EXPIRY-27', 'EXPIRY-30', 'EXPIRY-31'])
      expect(requirement(id).verdict).toBe('pass')
    expect(requirement('EXPIRY-26').evidence).toBe('clocked')
    expect(report.powers).toContain('settings')
    expect(ended.code).toBe(0)
    expect(set).toContain('webapi/jwtauth/customer_expiration=0')
    expect(shop.shop.settings.get('webapi/jwtauth/customer_expiration')).toBe('90')
    expect(shop.shop.settings.get('oauth/access_token_lifetime/customer')).toBe('3')
    expect(report.notes.join('\n')).toMatch(/customer_access_token_lifetime 3 h, but a token states 5400 s/)
    expect(ended.stdout).toMatch(/^Notes$/m)
  })

  test('and cannot reset the lifetime is reported, although everything else was tested', async () => {
    const setting = fetching('{ path: e.MAGENTO_CONFIG_PATH, value: e.MAGENTO_CONFIG_VALUE }')
    const { report, ended } = await runExpiry(shop.url, '2.4.7-p6', {
      MAGENTO_CONFIG_COMMAND: `[ "$MAGENTO_CONFIG_VALUE" != 90 ] || { echo refused; exit 5; }; ${setting}`,
      MAGENTO_CLOCK: `command:${fetching('{ seconds: e.MAGENTO_CLOCK_SECONDS }')}`,
      MAGENTO_TOKEN_LIFETIME: '5400',
    })
    expect(report.notes.join('\n')).toMatch(
      /Scenario "token-lifetime" broke off: MAGENTO_CONFIG_COMMAND, asked to set webapi\/jwtauth\/customer_expiration to "90", ended with 5; it printed: refused/,
    )
    expect(ended.code).toBe(3)
    shop.shop.settings.set('webapi/jwtauth/customer_expiration', '90')
  })

  test('and fails is an error of the run, with its output', async () => {
    const { requirement, ids } = await runExpiry(shop.url, '2.4.7-p6', {
      MAGENTO_CONFIG_COMMAND: 'echo "not allowed: $MAGENTO_CONFIG_PATH"; exit 3',
      MAGENTO_CLOCK: `command:${fetching('{ seconds: e.MAGENTO_CLOCK_SECONDS }')}`,
    })
    expect(requirement('EXPIRY-26').why).toMatch(
      /^MAGENTO_CONFIG_COMMAND, asked to set \S+ to ".*", ended with 3; it printed: not allowed: /,
    )
    expect(ids('fail')).toEqual([])
  })
})

test('a stated lifetime that the token contradicts fails, and the report says how to compare', async () => {
  const { requirement } = await runExpiry(shop.url, '2.4.7-p6', { MAGENTO_TOKEN_LIFETIME: '3600' })
  expect(requirement('EXPIRY-19')).toMatchObject({ verdict: 'fail', evidence: 'claimed' })
  expect(requirement('EXPIRY-19').next).toMatch(
    /^check that MAGENTO_TOKEN_LIFETIME, in seconds, equals webapi\/jwtauth\/customer_expiration, in minutes/,
  )
})

test.each(['-1', 'an hour'])('MAGENTO_TOKEN_LIFETIME=%s is wrong usage', async (lifetime) => {
  await expect(runExpiry(shop.url, '2.4.7-p6', { MAGENTO_TOKEN_LIFETIME: lifetime })).rejects.toThrow(
    /MAGENTO_TOKEN_LIFETIME is ".*": it must be a number from 0 on/,
  )
})
