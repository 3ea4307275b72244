import { describe, expect, test } from 'vitest'
import { Exchange } from '../../../src/recording/exchange.ts'
import { compareLatencies } from '../../../src/report/diff/latency.ts'
import { exchange } from '../../support/literal.ts'

describe('a clear change of latency is reported', () => {
  const timed = (times: readonly number[], path = 'x') =>
    times.map((time, index) => {
      const { data } = exchange(`${index}`, 200, 'true')
      return new Exchange({ ...data, time, request: { ...data.request, url: `http://shop.test/rest/V1/${path}` } })
    })
  const around = (middle: number, count = 30) => timed(Array.from({ length: count }, (_, index) => middle + index))
  const rest = (middle: number) =>
    ['a', 'b', 'c'].flatMap((path) =>
      timed(
        Array.from({ length: 30 }, (_, index) => middle + index),
        path,
      ),
    )
  test.each<[string, Exchange[], Exchange[], string[]]>([
    ['four times as long', around(100), around(500), ['slower']],
    ['a quarter', around(500), around(100), ['faster']],
    ['a little longer', around(100), around(180), []],
    ['much longer of little', around(1), around(60), []],
    ['of too few answers', around(100, 12), around(500, 12), []],
    ['one slow answer', around(100), [...around(100), ...timed([60_000])], []],
    ['scattered', timed(Array.from({ length: 40 }, (_, i) => (i % 2 ? 50 : 900))), around(700), []],
  ])('%s', (_, before, after, kinds) => {
    const all = [compareLatencies([...before, ...rest(100)], [...after, ...rest(100)])]
    expect(all.flat().map(({ kind }) => kind)).toEqual(kinds)
  })

  test('if all operations are slower, or only one was measured, none is reported', () => {
    expect(compareLatencies([...around(100), ...rest(100)], [...around(500), ...rest(500)])).toEqual([])
    expect(compareLatencies(around(100), around(500))).toEqual([])
  })
})
