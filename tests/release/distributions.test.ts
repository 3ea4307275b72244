import { expect, test } from 'vitest'
import { distributedAs, releaseBelow } from '../../release/index.ts'
import { checkRelease, shopUrl } from '../../src/target/parse.ts'

test.each([
  ['mage-os-2.3.0', '2.4.8-p5'],
  ['Mage-OS-1.0.2', '2.4.7-p1'],
  ['mage-os-1.1.1', '2.4.8'],
])('%s is built on %s', (text, release) => {
  expect(releaseBelow(text)).toBe(release)
  expect(checkRelease(text, '--release')).toBe(release)
})

test('a version page means the newest version of its number', () => {
  expect(distributedAs('Mage-OS/1.0 (Community)')).toEqual({ name: 'Mage-OS', version: '1.0.6', release: '2.4.7-p4' })
  expect(distributedAs('Magento/2.4 (Community)')).toBeUndefined()
  expect(distributedAs('Mage-OS/9.9 (Community)')).toBeUndefined()
})

test('an unknown Mage-OS version is refused, and the known ones are listed', () => {
  expect(() => checkRelease('mage-os-9.9.9', '--release')).toThrow(
    /--release is "mage-os-9\.9\.9": it must be one of mage-os-1\.0\.0, /,
  )
})

test('Adobe Commerce as a Cloud Service is refused by name', () => {
  expect(() => shopUrl('MAGENTO_BASE_URL', 'https://na1.api.commerce.adobe.com/tenant')).toThrow(
    /Adobe Commerce as a Cloud Service has none of the routes/,
  )
  expect(shopUrl('MAGENTO_BASE_URL', 'https://api.commerce.adobe.com.example.com')).toContain('example.com')
})
