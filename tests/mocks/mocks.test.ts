import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { type Judged, judgeAll } from './judged.ts'
import { currentPage, page, unexplained } from './page.ts'
import { needsMocks } from './programs.ts'

needsMocks('mocks, the real programs', () => {
  let judged: readonly Judged[]
  beforeAll(async () => {
    judged = await judgeAll()
  }, 600_000)

  test('docs/mocks.md is current: npm run mocks', () => {
    expect(readFileSync(page, 'utf8')).toBe(currentPage(judged))
  })

  test('each requirement of profile shape that a mock does not meet has a reason, and no other has', () => {
    expect(unexplained(judged)).toEqual({ without: [], stale: [] })
  })

  test('the reference meets every requirement of every profile', () => {
    const reports = judged.at(-1)?.reports
    expect(reports?.full.earned).toEqual(['shape', 'behaviour', 'full'])
    expect(reports?.shape.earned).toEqual(['shape'])
  })
})
