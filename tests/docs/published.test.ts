import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { publishedPage } from './published.ts'

test('the page about Adobe’s documents is current: npm run documents', async () => {
  const page = readFileSync(new URL('../../docs/published.md', import.meta.url), 'utf8')
  expect(page).toBe(await publishedPage())
})
