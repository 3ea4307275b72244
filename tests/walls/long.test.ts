import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../build/root.ts'
import { longTests } from '../long.ts'

test('every long test in the list is a file of this project', () => {
  expect(Object.keys(longTests).filter((path) => !existsSync(join(root, path)))).toEqual([])
})
