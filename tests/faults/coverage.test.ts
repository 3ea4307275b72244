import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { killMatrix } from '../../faults/kill-matrix.ts'
import { killMatrixPage } from '../../faults/kill-matrix-page.ts'
import { allFaults, allRemedies } from '../../specs/faults.ts'
import { requirements } from '../../src/judge/requirement.ts'
import '../../specs/index.ts'

const ids = requirements.map(({ id }) => id)
const killers = (requirement: string) => allFaults.filter(({ breaks }) => breaks.includes(requirement))

test('every requirement has a fault that makes it fail', () => {
  const advice = requirements.filter(({ advice }) => advice).map(({ id }) => id)
  expect(ids.filter((id) => !advice.includes(id) && killers(id).length === 0)).toEqual([])
  const remedied = allRemedies.flatMap(({ breaks }) => breaks)
  expect(advice.filter((id) => !remedied.includes(id))).toEqual([])
})

test('every fault breaks requirements that exist, and has a unique kebab-case id', () => {
  const all = [...allFaults, ...allRemedies]
  expect(all.filter(({ breaks }) => breaks.length === 0).map(({ id }) => id)).toEqual([])
  expect(
    all.flatMap(({ id, breaks }) =>
      breaks.filter((broken) => !ids.includes(broken)).map((broken) => `${id}: ${broken}`),
    ),
  ).toEqual([])
  expect(
    all
      .map(({ id }) => id)
      .filter((id, index, list) => list.indexOf(id) !== index || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)),
  ).toEqual([])
})

test('there are at least 170 faults, at least 20 of which really occurred', () => {
  expect(allFaults.length).toBeGreaterThanOrEqual(170)
  expect(allFaults.filter(({ origin }) => origin).length).toBeGreaterThanOrEqual(20)
})

test('the published matrix is current: npm run kill-matrix', () => {
  const read = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
  const matrix = killMatrix(allFaults, allRemedies)
  expect(JSON.parse(read('kill-matrix.json'))).toEqual(JSON.parse(JSON.stringify(matrix)))
  expect(read('kill-matrix.html')).toBe(killMatrixPage(matrix))
})

test('requirements that protect accounts have two faults or more', () => {
  const guarding = /^(Access|The token expires|Revoke tokens|Reset the password|Change the password|Lockout)$/
  const guards = requirements.filter(({ chapter, level }) => level === 'must' && guarding.test(chapter))
  expect(guards.length).toBeGreaterThan(100)
  expect(guards.filter(({ id }) => killers(id).length < 2).map(({ id }) => id)).toEqual([])
})
