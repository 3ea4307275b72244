import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { definitions } from '../../src/target/settings.ts'
import { currentReadme } from './figures.ts'

const root = new URL('../../', import.meta.url)
const readme = readFileSync(new URL('README.md', root), 'utf8')

test('the figures are current: npm run figures', async () => {
  expect(readme).toBe(await currentReadme())
})

test('every script, file and setting that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as {
    scripts: Record<string, string>
  }
  const named = (pattern: RegExp) => [...new Set([...readme.matchAll(pattern)].map(([, name]) => name as string))]
  expect(named(/npm run ([a-z:-]+)/g).filter((name) => !scripts[name])).toEqual([])
  expect(named(/\b(MAGENTO_[A-Z_]+[A-Z])\b/g).filter((name) => !Object.hasOwn(definitions, name))).toEqual([])
  for (const link of named(/\]\((?!https?:|#)([^)#]+)/g))
    expect(() => readFileSync(new URL(link, root))).not.toThrow(/ENOENT/)
})
