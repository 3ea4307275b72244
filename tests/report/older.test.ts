import { describe, expect, test } from 'vitest'
import { formats } from '../../src/report/formats.ts'
import { fromJson } from '../../src/report/json.ts'
import { everyReport, olderThan } from './every.ts'

describe.each(Object.entries(formats))('%s', (_, { render }) => {
  test('shows a report of the first version, which held no recording and told less', () => {
    const older = fromJson(JSON.parse(JSON.stringify(olderThan(everyReport))))
    const text = [...render(older)].join('')
    expect(text.length).toBeGreaterThan(80)
    // The page's own script may name them.
    const shown = text.replace(/<script>[\s\S]*?<\/script>/g, '')
    expect(shown).not.toMatch(/undefined[^ ']|\[object|NaN/)
  })

  test('ends with a line break, as a text file does', () => {
    expect([...render(everyReport)].join('')).toMatch(/\S\n$/)
  })
})
