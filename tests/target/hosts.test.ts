import { describe, expect, test } from 'vitest'
import { checkHost, isAskedFreely, isLoopback } from '../../src/target/hosts.ts'
import { UsageError } from '../../src/target/settings.ts'

const hostOf = (host: string) => new URL(`https://${host}`).hostname

describe('tested without a setting', () => {
  test.each([
    'localhost',
    'magento.localhost',
    'shop.test',
    'SHOP.TEST.',
    'shop.local',
    'web.internal',
    'www.shop.example',
    '127.0.0.1',
    '127.8.9.1',
    '0x7f.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.178.20',
    '169.254.1.1',
    '[::1]',
    '[fd12:3456::1]',
    '[fe80::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:192.168.1.1]',
    'staging.example.com',
    'Staging.Example.com',
    'staging2.example.com',
    'mcstaging.example.com',
    'stage.example.com',
    'stg.example.com',
    'test.example.com',
    'dev1.example.com',
    'uat.example.com',
    'qa-3.example.com',
    'sandbox.example.com',
    'local.example.com',
    'preview.example.com',
    'integration-abc123.us-4.magentosite.cloud',
    'shop-staging.example.com',
    'shop.dev.example.com',
    'www.test.example.co.uk',
    'dev.abc.de',
    'staging-shop.com',
    'magento-test',
  ])('%s', (host) => expect(isAskedFreely(hostOf(host))).toBe(true))
})

describe('not tested without being named', () => {
  test.each([
    'example.com',
    'www.example.com',
    'latest.example.com',
    'devices.example.com',
    'contest.example.com',
    'stagecoach.example.com',
    'localshop.example.com',
    'shop.dev',
    'dev.to',
    'test.com',
    'test.co.uk',
    'local-bakery.com',
    'www.local-bakery.com',
    'testing-shoes.de',
    'magento',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.64.0.1',
    '192.169.0.1',
    '[2001:db8::1]',
    '[::ffff:8.8.8.8]',
    '127.0.0.1.example.com',
    'localhost.example.com',
    'shop.example.com',
  ])('%s', (host) => expect(isAskedFreely(hostOf(host))).toBe(false))
})

test('this machine differs from other local hosts', () => {
  const hosts = ['localhost', 'a.localhost', '127.0.0.9', '[::1]', '[::ffff:127.0.0.1]', '10.0.0.1', 'shop.test']
  expect(hosts.map((host) => isLoopback(hostOf(host)))).toEqual([true, true, true, true, true, false, false])
})

describe('a host is allowed only by its exact name', () => {
  const check = (allowed: string | undefined) => () =>
    checkHost('https://www.example.com/shop', allowed, 'MAGENTO_BASE_URL')

  test.each(['www.example.com', 'WWW.example.com.', 'other.example.com, www.example.com'])('%s', (allowed) => {
    expect(check(allowed)).not.toThrow()
  })

  test.each([undefined, 'example.com', '*.example.com', 'https://www.example.com', 'www.example.comx', ''])(
    'not by %s',
    (allowed) => {
      expect(check(allowed)).toThrow(UsageError)
      expect(check(allowed)).toThrow(/MAGENTO_ALLOW_HOST=www\.example\.com/)
    },
  )
})
