import { expect, test } from 'vitest'
import { finderOf } from '../../src/recording/finder.ts'

test('finds any of many texts, plain or JSON-escaped, and nothing else', () => {
  const holdsOne = finderOf(['s3cret-one', 'two "quoted" words', 'short'])
  expect(holdsOne('x s3cret-one y')).toBe(true)
  expect(holdsOne('{"a":"two \\"quoted\\" words"}')).toBe(true)
  expect(holdsOne('two "quoted" words')).toBe(true)
  expect(holdsOne('s3cret-on short s3cre')).toBe(false)
  expect(holdsOne('')).toBe(false)
})
