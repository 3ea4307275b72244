import { expect, test } from 'vitest'
import { committed, generatedFiles } from './generate.ts'

test('the documents and the table of their differences are current: npm run openapi', async () => {
  const files = await generatedFiles()
  expect(files.size).toBe(7)
  // Not `toBe`: the difference of two such texts would take minutes to print.
  const stale = [...files].filter(([path, text]) => committed(path) !== text).map(([path]) => path)
  expect(stale).toEqual([])
})
