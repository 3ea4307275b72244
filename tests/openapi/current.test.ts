import { expect, test } from 'vitest'
import { committed, generatedFiles } from './generate.ts'

test('the documents and the table of their differences are current: npm run openapi', async () => {
  const files = await generatedFiles()
  expect(files.size).toBe(7)
  // Not `toBe`, which would need minutes to print the difference of two such texts.
  const stale = [...files].filter(([path, text]) => committed(path) !== text).map(([path]) => path)
  expect(stale).toEqual([])
})
