import { expect, test } from 'vitest'
import { consoleReport } from '../../src/report/console.ts'
import { annotations } from '../../src/report/github.ts'
import { visible } from '../../src/shared/text.ts'
import { everyReport, hostile, reportAbout } from './every.ts'

/** Returns commands that the GitHub runner would execute: `::name` at the start of a line, `##[name` anywhere. */
const commandsIn = (text: string) =>
  text.split(/[\r\n]/).filter((line) => line.trimStart().startsWith('::') || line.includes('##['))

test('failures are errors, unmet SHOULDs are warnings, advice is neither', () => {
  expect(
    annotations(reportAbout(['A-01', 'A-04', 'A-06', 'B-02', 'C-02', 'C-03', 'C-04', 'C-05'])),
  ).toMatchInlineSnapshot(`
    [
      "::error title=Does not hold%3A says C-03 (POST /V1/x%3A expected 200 with false%2C got 200 true)::expected: 200 with false%0Agot: 200 true%0Awhy: Clients break.%0Arequirements: C-03, A-04%0Anext: npm run contract -- explain C-03",
      "::error title=C-02 says C-02::it passes, and contract-expected.jsonc expects it to fail (mended): remove it there, or let --update-expected do so",
    ]
  `)
})

test('a hostile text cannot end a command, begin one, or add a property', () => {
  const lines = [...annotations(everyReport), ...annotations({ ...everyReport, findings: [] })]
  expect(lines).toHaveLength(commandsIn(lines.join('\n')).length)
  for (const line of lines) {
    const [, properties] = line.match(/^::(?:error|warning) title=([^:,\r\n]*)::[^\r\n]*$/) ?? []
    expect(properties).toBeTruthy()
  }
  // The runner decodes the title to the original text.
  const title = lines.find((line) => line.includes('title=A-02'))?.match(/title=([^:]*)::/)?.[1] ?? ''
  const decoded = title.replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%0A', '\n').replaceAll('%25', '%')
  expect(decoded).toBe(visible(`A-02 fails ${hostile}`))
})

test('there are at most ten of each kind, and the last says how many are missing', () => {
  const [red] = reportAbout(['A-02']).requirements
  const many = {
    ...everyReport,
    findings: [],
    requirements: Array.from({ length: 12 }, (_, index) => ({ ...red!, id: `A-${index + 10}` })),
  }
  const lines = annotations(many)
  expect(lines).toHaveLength(10)
  expect(lines[9]).toBe('::error title=3 more::A-19, A-20, A-21: the summary of the job has them')
})

test('no text of a server is a command for the CI in the console output', () => {
  const report = { ...everyReport, notes: [hostile], target: { ...everyReport.target, magentoVersion: hostile } }
  expect(commandsIn(hostile)).toHaveLength(3)
  expect(commandsIn(consoleReport(report))).toEqual([])
  expect(commandsIn(consoleReport(report, true))).toEqual([])
  expect(visible('a\n \t::set-output::b ##[error]c ###[d] ##vso[e] ##teamcity[f]')).toBe(
    'a\n \t\\u003a:set-output::b #\\u0023[error]c ##\\u0023[d] #\\u0023vso[e] #\\u0023teamcity[f]',
  )
  expect(visible('std::string, ## title')).toBe('std::string, ## title')
})
