import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { definitions } from '../../src/target/settings.ts'
import { currentReadme } from './figures.ts'
import { brokenNames } from './names.ts'
import { currentProfilesPage, profilesPage } from './profiles.ts'

const root = new URL('../../', import.meta.url)
const readme = readFileSync(new URL('README.md', root), 'utf8')

test('the figures are current: npm run figures', async () => {
  expect(readme).toBe(await currentReadme())
})

test('the numbers of the profiles are current: npm run figures', () => {
  expect(readFileSync(profilesPage, 'utf8')).toBe(currentProfilesPage())
})

test('README.md has fewer than 120 lines; everything else belongs in docs/', () => {
  expect(readme.split('\n').length).toBeLessThan(120)
})

test('docs/README.md names every guide', () => {
  const index = readFileSync(new URL('docs/README.md', root), 'utf8')
  const guides = readdirSync(new URL('docs', root)).filter((name) => /\.(md|html)$/.test(name) && name !== 'README.md')
  expect(guides.filter((name) => !index.includes(`](${name})`))).toEqual([])
})

/** The pages for readers, with their texts. */
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
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
