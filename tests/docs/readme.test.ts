import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { definitions } from '../../src/target/settings.ts'
import { currentReadme } from './figures.ts'
import { brokenNames } from './names.ts'

const root = new URL('../../', import.meta.url)
const readme = readFileSync(new URL('README.md', root), 'utf8')

test('the figures are current: npm run figures', async () => {
  expect(readme).toBe(await currentReadme())
})

/** What people read, each with the text of its own. */
const pages = [
  'README.md',
  ...readdirSync(new URL('docs', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
test.each(pages)('every script, file, section and setting that %s names exists', (page) => {
  expect(brokenNames(page)).toEqual([])
})

test('.env.example has every setting, in the order of --help', () => {
  const example = readFileSync(new URL('.env.example', root), 'utf8')
  expect([...example.matchAll(/^#?(MAGENTO_\w+)=/gm)].map(([, name]) => name)).toEqual(Object.keys(definitions))
})
