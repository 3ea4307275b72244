import { describe, expect, test } from 'vitest'
import { all, any, before, from, not, parseRelease } from '../../release/index.ts'

const has = (range: { includes: (release: ReturnType<typeof parseRelease>) => boolean }, release: string) =>
  range.includes(parseRelease(release))

describe('a range given per line', () => {
  const table: [range: ReturnType<typeof from>, inside: string[], outside: string[]][] = [
    [from('2.4.4'), ['2.4.4', '2.4.4-p13', '2.4.5', '2.4.8-p1'], ['2.4.3-p2', '2.3.7-p4', '2.3.0']],
    // 2.4.5 was released before 2.4.4-p2 and lacks the changes of that patch.
    [from('2.4.4-p2', '2.4.5-p1', '2.4.6'), ['2.4.4-p2', '2.4.5-p1', '2.4.6', '2.4.7'], ['2.4.4-p1', '2.4.5', '2.4.3']],
    [from('2.4.4-p12', '2.4.5-p11', '2.4.6-p9', '2.4.7'), ['2.4.6-p9', '2.4.7'], ['2.4.6-p8', '2.4.5-p10']],
    // Backported to 2.3.7, and forward again only in 2.4.2-p1.
    [from('2.3.7', '2.4.2-p1'), ['2.3.7', '2.3.7-p4', '2.4.2-p1', '2.4.3'], ['2.3.6-p1', '2.4.0', '2.4.2']],
    [from('2.3.3'), ['2.3.3', '2.3.7', '2.4.0', '2.4.8'], ['2.3.2']],
    [before('2.4.4'), ['2.3.0', '2.4.3-p2'], ['2.4.4']],
    [
      all(from('2.3.7-p1', '2.4.3'), before('2.3.7-p3', '2.4.3-p2')),
      ['2.3.7-p1', '2.3.7-p2', '2.4.3-p1'],
      ['2.3.7', '2.3.7-p3', '2.4.2', '2.4.3-p2', '2.4.4'],
    ],
    [
      any(before('2.3.5-p1'), all(from('2.4.0'), before('2.4.1-p1'))),
      ['2.3.4', '2.4.0-p1', '2.4.1'],
      ['2.3.5-p1', '2.3.7', '2.4.1-p1'],
    ],
    [not(from('2.4.4')), ['2.4.3-p2'], ['2.4.4']],
    [not(all(from('2.4.0'), before('2.4.2'))), ['2.3.7', '2.4.2'], ['2.4.0', '2.4.1-p1']],
    // A release newer than any known one has the changes of the newest.
    [from('2.4.8'), ['2.4.8-p9', '2.4.9', '2.5.0'], ['2.4.7-p6']],
  ]
  test.each(table)('$0.text', (range, inside, outside) => {
    expect(inside.filter((release) => !has(range, release))).toEqual([])
    expect(outside.filter((release) => has(range, release))).toEqual([])
  })
})

test('the text of a complement', () => {
  expect(not(all(from('2.4.0'), before('2.4.2'))).text).toBe('before 2.4.0, or from 2.4.2')
  expect(not(before('2.4.4')).text).toBe('from 2.4.4')
})

test.each(['2.4', '2.4.x', 'v2.4.7', '2.4.7p6', ''])('"%s" is not a release', (text) => {
  expect(() => parseRelease(text)).toThrow(`"${text}" is not a Magento release: write it as 2.4.7 or 2.4.7-p6`)
})
