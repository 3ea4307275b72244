import { describe, expect, test } from 'vitest'
import { diffOf } from '../../src/report/diff/diff-of.ts'
import { diffFormats } from '../../src/report/diff/formats.ts'
import { formats } from '../../src/report/formats.ts'
import { safeJson } from '../../src/shared/text.ts'
import { everyReport } from './every.ts'
import { hostileReport } from './hostile-report.ts'

const diff = diffOf(
  { given: 'a ##vso[task.complete]\u202e', report: everyReport },
  { given: 'b', report: hostileReport },
  [],
)

// `report --format` and `diff --format` print them into the log of a CI, or on a terminal.
test.each([
  ...Object.entries(formats).flatMap(([name, { render }]) => [
    [name, () => render(everyReport)] as const,
    [`${name} of a hostile shop`, () => render(hostileReport)] as const,
  ]),
  ...Object.entries(diffFormats).map(([name, { render }]) => [`diff as ${name}`, () => render(diff)] as const),
])('no format contains control sequences: %s', (_, render) => {
  const text = [...render()].join('')
  expect(text).not.toMatch(/##(vso|teamcity)?\[/)
  expect(text).not.toMatch(/^\s*::[\w-]+.*::/m)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the test searches for them
  expect(text.replaceAll('\u200d', '')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Cf}/u)
})

describe('JSON that is safe to print', () => {
  test.each(['\u202e', '\u009b31m', '\\##[a]', '##vso[a]', '\u{e0041}tag', 'plain ä €', '"\\"'])(
    'says the same: %j',
    (text) => {
      expect(JSON.parse(safeJson(JSON.stringify({ [text]: text })))).toEqual({ [text]: text })
    },
  )
})
