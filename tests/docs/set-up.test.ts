import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { setUpSentence, setUpSentences } from '../../src/recording/set-up-sentences.ts'

const page = readFileSync(new URL('../../docs/shops.md', import.meta.url), 'utf8')
const rows = page.match(/^\| [^|]+ \|/gm)?.map((row) => row.slice(2, -2)) ?? []

test.each(Object.entries(setUpSentences))('%s has a row that begins with the sentence', (_, sentence) => {
  const beginning = sentence.split(/: | ?["(]?%/)[0] as string
  expect(beginning.length).toBeGreaterThan(15)
  expect(rows.filter((row) => row.startsWith(beginning.replace(/[:.]$/, '')))).toHaveLength(1)
})

test('a placeholder without a value is removed, and a value is inserted unchanged', () => {
  const found = { status: 405, who: 'an HTML page ($& nginx)' }
  expect(setUpSentence('front', found)).toBe(
    'Something in front of the shop answers with 405 instead of the shop: an HTML page ($& nginx).',
  )
  expect(setUpSentence('front', { ...found, method: 'PUT' })).toContain('answers PUT with 405')
})
