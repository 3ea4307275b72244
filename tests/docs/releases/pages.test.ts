import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { brokenNames } from '../names.ts'
import { releasePages } from './pages.ts'

const folder = new URL('../../../docs/releases/', import.meta.url)

test('the pages of the releases are current: npm run releases', () => {
  const pages = releasePages()
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort())
  const stale = [...pages].filter(([name, text]) => readFileSync(new URL(name, folder), 'utf8') !== text)
  expect(stale.map(([name]) => name)).toEqual([])
})

test('every file, section and script that the pages of the releases name exists', () => {
  expect(readdirSync(folder).flatMap((name) => brokenNames(`docs/releases/${name}`))).toEqual([])
})
