import { expect, test } from 'vitest'
import { createClock, createShop } from '../../../reference/index.ts'
import { Redactor } from '../../../src/recording/redact.ts'
import { factorOf, untilNextCode } from '../../../src/target/admin/second-factor.ts'
import { UsageError } from '../../../src/target/settings.ts'

const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

test('codes are those of RFC 6238, appendix B, truncated to six digits', () => {
  const factor = factorOf(secret, new Redactor())
  const codes = [59, 1111111109, 1111111111, 1234567890, 2000000000].map((at) => factor.code(at * 1000))
  expect(codes).toEqual(['287082', '081804', '050471', '005924', '279037'])
})

test('the next code comes after at most 31 seconds, and differs', () => {
  const factor = factorOf(secret, new Redactor())
  for (const at of [0, 1, 29_999, 30_000, 1_795_721_741_123]) {
    expect(untilNextCode(at)).toBeLessThanOrEqual(31_000)
    expect(factor.code(at + untilNextCode(at))).not.toBe(factor.code(at))
  }
})

test('a secret is accepted as shops show it: in groups, in lower case, padded', () => {
  const code = factorOf(secret, new Redactor()).code(59_000)
  for (const text of [
    `${secret.match(/.{4}/g)?.join(' ').toLowerCase()}`,
    `${secret}====`,
    secret.replace(/(.{8})/g, '$1-'),
  ])
    expect(factorOf(text, new Redactor()).code(59_000)).toBe(code)
})

test.each(['hunter22', '0189', 'GEZDGNBVGY3TQOJ1', 'abc'])('%s is not a secret, and is not quoted', (text) => {
  const make = () => factorOf(text, new Redactor())
  expect(make).toThrow(UsageError)
  expect(make).not.toThrow(text)
})

test('the reference accepts the suite’s codes of the adjacent time steps', () => {
  const clock = createClock()
  const shop = createShop({ clock, settings: { 'twofactorauth/general/force_providers': 'google' } })
  const admin = { id: 1, username: 'admin', password: 'x', resources: 'all' as const, otpSecret: secret }
  const factor = factorOf(secret, new Redactor())
  for (let count = 0; count < 200; count++) {
    clock.advance(30 + count * 17)
    for (const away of [-30_000, 0, 30_000]) shop.services.checkCode(admin, factor.code(clock.now() + away))
    for (const away of [-90_000, 90_000])
      expect(() => shop.services.checkCode(admin, factor.code(clock.now() + away))).toThrow('Invalid code.')
  }
})
