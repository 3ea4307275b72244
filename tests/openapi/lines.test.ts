import { expect, test } from 'vitest'
import { before, everyRelease, from, knownReleases } from '../../release/index.ts'
import { documentLines, lineOfRelease, whereIn } from './contract/lines.ts'

const newestOf244 = knownReleases.findLast((release) => release.startsWith('2.4.4')) as string

test.each([
  ['2.4.8-p1', 'openapi.json'],
  ['2.4.9', 'openapi.json'],
  ['2.4.7-p99', 'openapi-2.4.7.json'],
  ['2.4.5', 'openapi-2.4.4.json'],
  ['2.4.3-p2', 'openapi-2.4.0.json'],
  ['2.3.0', 'openapi-2.3.json'],
  ['2.2.5', 'openapi-2.3.json'],
])('%s is described by %s', (release, file) => {
  expect(lineOfRelease(release).file).toBe(file)
})

test.each([
  [everyRelease, 'openapi.json', ''],
  [from('2.4.7'), 'openapi-2.4.6.json', undefined],
  [from('2.4.6-p9'), 'openapi-2.4.6.json', 'from 2.4.6-p9 on'],
  [before('2.4.6-p9'), 'openapi-2.4.6.json', 'up to 2.4.6-p8'],
  [from('2.4.4-p4', '2.4.5-p3'), 'openapi-2.4.4.json', `from 2.4.4-p4 to ${newestOf244} and from 2.4.5-p3 on`],
] as const)('$0.text of %s is distinguished in %s', (range, file, words) => {
  const line = documentLines.find((candidate) => candidate.file === file)
  expect(line && whereIn(range, line)).toBe(words)
})
