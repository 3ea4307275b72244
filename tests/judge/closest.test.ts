import { expect, test } from 'vitest'
import { before, from, knownReleases } from '../../release/index.ts'
import { closestOf, fits } from '../../src/judge/closest.ts'
import { expect as must } from '../../src/judge/expect.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { betterFit, closest, closestLine, closestTo } from '../../src/report/closest.ts'
import { exchange, recording, requirement } from '../support/literal.ts'
import { isWrong, record } from '../support/run.ts'

const answers = (value: unknown, range = {}) =>
  requirement((read) => void must(read.named('x') as Exchange).toAnswer(value), range)
const recorded = recording([exchange('x', 200, 'true')])

const newestOf245 = knownReleases.findLast((release) => release.startsWith('2.4.5')) as string

test('contradictions count more than matches, and matches decide between equals', () => {
  const all = fits(recorded, [
    answers(true, { id: 'A-01', in: from('2.4.4') }),
    answers(false, { id: 'A-02', in: from('2.4.6') }),
    answers(true, { id: 'A-03', in: from('2.4.6') }),
    answers(false, { id: 'A-04', advice: true }),
  ])
  const best = closest(all)
  expect(best.releases.at(0)).toBe('2.4.4')
  expect(best.releases.at(-1)).toBe(newestOf245)
  expect(closestLine(best)).toBe(`2.4.4–${newestOf245} (identical here); next 2.3.0–2.4.3-p2 (1 fewer pass)`)
  expect(betterFit(best, '2.4.3')).toEqual([])
  expect(betterFit(best, '2.4.8')).toEqual([])
  expect([closestTo('2.4.5', all), closestTo('2.3.0', all)]).toEqual(['2.4.5', newestOf245])
})

test('another release is named only if it explains all failures, and more than one defect causes', () => {
  const wrong = ['B-01', 'B-02', 'B-03'].map((id) => answers(false, { id, in: from('2.4.6') }))
  const of = (count: number, ...more: ReturnType<typeof answers>[]) =>
    betterFit(closest(fits(recorded, [...wrong.slice(0, count), ...more])), '2.4.8')
  expect(of(3)).toEqual([
    expect.stringMatching(/better than 2\.4\.8: 3 requirements fail as 2\.4\.8, and none as one of these/),
  ])
  expect(of(2)).toEqual([])
  expect(of(3, answers(false, { id: 'B-04' }))).toEqual([])
  expect(of(3, answers(true, { id: 'B-05', in: from('2.4.6') }))).toEqual([])
})

test('without responses that differ between releases the closest cannot be determined', () => {
  const best = closest(fits(recorded, [answers(true)]))
  expect(best.releases).toEqual(knownReleases)
  expect(closestLine(best)).toMatch(/^unknown/)
})

test('a check runs once for all releases that do not differ in what it depends on', () => {
  let made = 0
  const asking = requirement(
    (_, shop) => {
      made++
      if (shop.is(from('2.4.7'))) must(recorded.exchanges[0] as Exchange).toAnswer(false)
    },
    { in: from('2.4.6') },
  )
  const all = fits(recorded, [asking])
  expect(made).toBe(2)
  expect(closestOf(all).map(({ release }) => release)).toEqual(
    knownReleases.filter((release) => release.startsWith('2.4.6')),
  )
  made = 0
  const deaf = requirement(() => void made++, { in: before('2.4.0') })
  fits(recorded, [deaf])
  expect(made).toBe(1)
  made = 0
  const named = requirement((_, shop) => void (shop.release.patch > 0 && made++))
  fits(recorded, [named])
  expect(made).toBe(knownReleases.filter((release) => release.includes('-p')).length)
})

test('the counts are the same as those of judging as each release', async () => {
  const real = await record({ release: '2.4.5-p9' })
  const own = requirements.filter(({ advice }) => !advice)
  for (const { release, fails, holds } of fits(real, requirements).filter((_, index) => index % 8 === 0)) {
    const results = judge(real, own, release)
    const failed = results.filter(isWrong)
    expect([release, fails, holds]).toEqual([
      release,
      failed.length,
      results.filter(({ verdict }) => verdict === 'pass').length,
    ])
  }
})
