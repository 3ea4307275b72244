import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { definitions } from '../../src/target/settings.ts'
import { currentReadme } from './figures.ts'
import { currentProfilesPage, profilesPage } from './profiles.ts'

const root = new URL('../../', import.meta.url)
const readme = readFileSync(new URL('README.md', root), 'utf8')

test('the figures are current: npm run figures', async () => {
  expect(readme).toBe(await currentReadme())
})

test('the profiles are counted as they are: npm run figures', () => {
  expect(readFileSync(profilesPage, 'utf8')).toBe(currentProfilesPage())
})

/** What people read, each with the text of its own. */
const pages = [
  'README.md',
  ...readdirSync(new URL('docs', root))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
]
/** What a command of the user's finds in its environment. */
const given = ['MAGENTO_CLOCK_SECONDS', 'MAGENTO_CONFIG_PATH', 'MAGENTO_CONFIG_VALUE']

test.each(pages)('every script, file, section and setting that %s names exists', (page) => {
  const place = new URL(page, root)
  const text = readFileSync(place, 'utf8')
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = (pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name as string))]
  expect(named(/npm run ([a-z:-]+)/g).filter((name) => !scripts[name])).toEqual([])
  expect(
    named(/\b(MAGENTO_[A-Z_]+[A-Z])\b/g).filter((name) => !Object.hasOwn(definitions, name) && !given.includes(name)),
  ).toEqual([])
  for (const link of named(/\]\((?!https?:)([^)]+)\)/g)) {
    const { href, hash } = new URL(link, place)
    const target = readFileSync(new URL(href.replace(/#.*/, '')), 'utf8')
    if (hash)
      expect([...target.matchAll(/^#+ (.*)$/gm)].map(([, title]) => `#${anchor(title as string)}`)).toContain(hash)
  }
})

/** As GitHub makes it of a title. */
const anchor = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-')

test('.env.example has every setting, in the order of --help', () => {
  const example = readFileSync(new URL('.env.example', root), 'utf8')
  expect([...example.matchAll(/^#?(MAGENTO_\w+)=/gm)].map(([, name]) => name)).toEqual(Object.keys(definitions))
})
