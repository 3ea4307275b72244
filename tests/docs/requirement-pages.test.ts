import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import '../../specs/index.ts'
import { pageOf, requirements } from '../../src/judge/requirement.ts'
import { contract, newFolder, run } from '../support/command.ts'
import { brokenNames } from './names.ts'

const folder = new URL('../../docs/requirements/', import.meta.url)
const names = readdirSync(folder)

test('the reason of a requirement is short, and not a copy of its sentence', () => {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\d]{4,}/gu))
  const copies = requirements.filter(({ why, sentence }) => {
    const told = words(sentence)
    return [...words(why)].filter((word) => !told.has(word)).length < 3
  })
  expect(copies.map(({ id }) => id)).toEqual([])
  const odd = requirements.filter(({ why }) => !/^[A-Z].{25,330}[.]$/.test(why))
  expect(odd.map(({ id, why }) => `${id}: ${why}`)).toEqual([])
})

test('explain prints the reason, and names a page that exists', async () => {
  const { stdout } = await contract(['explain', 'token-04'])
  expect(stdout).toContain(`why       ${requirements.find(({ id }) => id === 'TOKEN-04')?.why}`)
  expect(stdout).toContain('page      docs/requirements/TOKEN-04.md')
  const missing = requirements.filter(({ id }) => !existsSync(new URL(`../../${pageOf(id)}`, import.meta.url)))
  expect(missing.map(({ id }) => id)).toEqual([])
})

test('every script, file, section and setting that the pages name exists', () => {
  expect(names.flatMap((name) => brokenNames(`docs/requirements/${name}`))).toEqual([])
  const nameless = names.filter((name) => /^undefined: /m.test(readFileSync(new URL(name, folder), 'utf8')))
  expect(nameless).toEqual([])
})

// Repeats all runs that the pages show, in a process whose clock stands still.
test('the pages are current: npm run requirement-pages', async () => {
  const written = newFolder()
  const { code, stderr } = await run('tests/docs/pages/write.ts', [written])
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(names.sort()).toEqual(readdirSync(written).sort())
  const stale = names.filter(
    (name) => readFileSync(new URL(name, folder), 'utf8') !== readFileSync(join(written, name), 'utf8'),
  )
  expect(stale).toEqual([])
})
