import { expect, test } from 'vitest'
import { placeOf } from '../../src/shared/own.ts'

const errorAt = (...frames: string[]) =>
  Object.assign(new Error('x'), { stack: ['Error: x', ...frames].join('\n    at ') })

test('the place of an error is the first in a file of the user, not in Node or a package', () => {
  const frames = [
    'Module._resolveFilename (node:internal/modules/cjs/loader:1207:15)',
    'must (file:///shop/node_modules/magento-customer-contract/dist/lib/index.js:3:7)',
    'check (/shop/contract/own.spec.js:12:9)',
  ]
  expect(placeOf(errorAt(...frames))).toBe('/shop/contract/own.spec.js:12')
  expect(placeOf(errorAt('file:///shop/contract/own.spec.mjs:4:1'))).toBe('/shop/contract/own.spec.mjs:4')
  expect(placeOf(errorAt(...frames.slice(0, 2)))).toBeUndefined()
})
