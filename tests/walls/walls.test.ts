import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { importsOf, readFiles } from './imports.ts'
import { objections } from './walls.ts'

const none = { doors: [], data: {} }
const importing = (from: string, ...imports: string[]) => objections({ [from]: { imports } }, none)

test('every import is allowed, no imports are circular, and no file is too long', () => {
  const files = readFiles(fileURLToPath(new URL('../..', import.meta.url)))
  expect(Object.keys(files).length).toBeGreaterThan(900)
  expect(objections(files)).toEqual([])
})

test.each([
  ['src/judge/a.ts', 'src/report/b.ts', 'src/judge imports no layer above src/judge'],
  ['src/shared/a.ts', 'src/recording/b.ts', 'src/shared imports no layer above src/shared'],
  ['src/cli/a.ts', 'src/library/b.ts', 'src/cli imports no layer above src/cli'],
  ['src/attic/a.ts', 'src/shared/b.ts', 'src has the layers'],
  ['src/a.ts', 'src/shared/b.ts', 'src has the layers'],
  ['src/judge/a.ts', 'reference/index.ts', 'src imports release, fixtures, schemas, not reference'],
  ['src/judge/a.ts', 'specs/index.ts', 'not specs'],
  ['src/judge/a.ts', 'specs/token/a.faults.ts', 'not chapter faults'],
  ['release/a.ts', 'src/shared/b.ts', 'release imports nothing of ours'],
  ['reference/a.ts', 'src/shared/b.ts', 'not src'],
  ['faults/a.ts', 'specs/token/b.faults.ts', 'not chapter faults'],
  ['faults/a.ts', 'specs/token/b.spec.ts', 'not specs'],
  ['specs/token/a.spec.ts', 'faults/fault.ts', 'not faults'],
  ['specs/token/a.scenario.ts', 'reference/index.ts', 'not reference'],
  ['specs/token/a.spec.ts', 'specs/token/a.faults.ts', 'not chapter faults'],
  ['specs/token/a.spec.ts', 'src/cli/b.ts', 'specs imports no layer above src/report'],
  ['specs/token/a.spec.ts', 'specs/index.ts', 'does not import the lists of chapters'],
  ['specs/token/a.spec.ts', 'specs/reset/b.ts', 'a chapter imports itself and specs/shared'],
  ['specs/token/a.faults.ts', 'specs/reset/b.faults.ts', 'a chapter imports itself and specs/shared'],
  ['specs/shared/a.ts', 'specs/reset/b.ts', 'a chapter imports itself and specs/shared'],
  ['src/judge/a.ts', 'tests/support/b.ts', 'not tests'],
  ['build/a.ts', 'tests/support/b.ts', 'not tests'],
])('%s must not import %s', (from, to, wall) => {
  expect(importing(from, to)).toEqual([expect.stringContaining(`${from} imports ${to}: `)])
  expect(importing(from, to)[0]).toContain(wall)
})

test.each([
  ['src/report/a.ts', 'src/report/b.ts'],
  ['src/vitest/a.ts', 'src/shared/b.ts'],
  ['specs/token/a.spec.ts', 'specs/shared/b.ts'],
  ['specs/token/a.spec.ts', 'src/report/documents/b.ts'],
  ['specs/token/a.faults.ts', 'faults/changes/b.ts'],
  ['specs/token/a-changes.faults.ts', 'reference/index.ts'],
  ['specs/index.ts', 'specs/token/a.spec.ts'],
  ['specs/faults.ts', 'specs/token/a.faults.ts'],
  ['reference/a.ts', 'release/index.ts'],
  ['tests/faults/a.test.ts', 'specs/faults.ts'],
])('%s may import %s', (from, to) => {
  expect(importing(from, to)).toEqual([])
})

describe('circles', () => {
  test('of files are named with every file in them', () => {
    const circle = {
      'reference/a.ts': { imports: ['reference/b.ts'] },
      'reference/b.ts': { imports: ['reference/c.ts', 'reference/d.ts'] },
      'reference/c.ts': { imports: ['reference/a.ts'] },
      'reference/d.ts': { imports: [] },
    }
    expect(objections(circle, none)).toEqual([
      expect.stringMatching(/^reference\/a\.ts, reference\/b\.ts, reference\/c\.ts import each other in a circle/),
    ])
    expect(importing('reference/a.ts', 'reference/a.ts')).toHaveLength(1)
  })

  test('of chapters are found, also where the plan allows each import', () => {
    const circle = {
      'specs/token/a.ts': { imports: ['specs/reset/a.ts'] },
      'specs/reset/b.ts': { imports: ['specs/token/b.ts'] },
    }
    const doors = Object.entries(circle).map(([from, { imports }]) => ({ from, to: imports[0] ?? '', why: 'a test' }))
    expect(objections(circle, { doors, data: {} })).toEqual([
      expect.stringContaining('the chapters reset, token import each other in a circle'),
    ])
  })
})

test('a file over 250 lines is too long unless the plan lists it as data', () => {
  const file = 'src/judge/a.ts'
  expect(objections({ [file]: { imports: [], lines: 250 } }, none)).toEqual([])
  const long = { [file]: { imports: [], lines: 251 } }
  expect(objections(long, none)).toEqual([`${file} has 251 lines, the most are 250: split it by subject`])
  expect(objections(long, { doors: [], data: { [file]: 'a table' } })).toEqual([])
})

test('a folder that is not in the plan is reported', () => {
  expect(importing('attic/a.ts')).toEqual([expect.stringContaining('attic/a.ts is in an unknown folder')])
})

test('an unused entry of the plan is reported', () => {
  const doors = [{ from: 'src/judge/a.ts', to: 'reference/index.ts', why: 'a test' }]
  expect(objections({}, { doors, data: { 'src/b.ts': 'a table' } })).toEqual([
    expect.stringContaining('lets src/judge/a.ts import reference/index.ts, which it does not'),
    expect.stringContaining('lets src/b.ts be longer than 250 lines, which it is not'),
  ])
})

test('every way to import a file of this project is read, also for types only', () => {
  const text = `import type { A } from './a.ts'
    import '../b.ts'
    import { join } from 'node:path'
    export * from './c.ts'
    export type { D } from './d.ts'
    const e = () => import('./e.ts')
    type F = import('./f.ts').F
    const g = "import('./text.ts')"`
  const names = ['src/x/a.ts', 'src/b.ts', 'src/x/c.ts', 'src/x/d.ts', 'src/x/e.ts', 'src/x/f.ts']
  expect(importsOf(text, 'src/x/file.ts')).toEqual(names)
  const plain = `export { A } from './a.ts'\nimport { type B } from './b.ts'`
  expect(importsOf(plain, 'src/x/file.ts')).toEqual(['src/x/a.ts', 'src/x/b.ts'])
})
