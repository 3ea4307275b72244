import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { expect, test } from 'vitest'
import { badgeOf, badgeSvg } from '../../src/report/badge.ts'
import { everyReport, hostile, reportAbout } from './every.ts'

test.each<[string[], string, string]>([
  [['A-01'], '1 of 1', 'brightgreen'],
  [['A-01', 'A-03', 'B-02'], '1 of 2 · 1 warned', 'brightgreen'],
  [['A-01', 'A-06'], '1 of 1', 'brightgreen'],
  [['A-01', 'A-04'], '1 of 2 · 1 blocked', 'red'],
  [['A-01', 'B-01'], '1 of 2 · 1 untestable', 'green'],
  [['A-01', 'C-01'], '1 of 2 · 1 failed as expected', 'orange'],
  [['A-01', 'C-02'], '2 of 2 · 1 stale', 'brightgreen'],
  [['A-01', 'C-03'], '1 of 2 · 1 failed', 'red'],
  [['A-01', 'A-02', 'C-01', 'B-01'], '1 of 4 · 1 failed · 1 failed as expected · 1 untestable', 'red'],
  [['A-01', 'B-03'], '1 of 2 · 1 without answer', 'lightgrey'],
  [['B-01'], '0 of 1 · 1 untestable', 'lightgrey'],
])('%j: %s, %s', (ids, message, color) => {
  expect(badgeOf(reportAbout(ids))).toEqual({ schemaVersion: 1, label: 'Magento 2.4.7', message, color })
})

test('the picture has the same text, whatever the report contains', () => {
  const svg = badgeSvg({ ...everyReport, release: { name: hostile, source: 'stated' } })
  expect(XMLValidator.validate(svg)).toBe(true)
  const { svg: root } = new XMLParser({ ignoreAttributes: false }).parse(svg)
  expect(root['@_aria-label']).toContain('Magento')
  expect(svg).not.toMatch(/<script|<img/)
  expect(badgeSvg(everyReport)).toContain('<title>Magento 2.4.7: 2 of 12 · 2 failed · 2 failed as expected · 1 stale')
})
