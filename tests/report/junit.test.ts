import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'junit2json'
import { parse as parseResults } from 'test-results-parser'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { junit } from '../../src/report/junit.ts'
import { newFolder } from '../support/command.ts'
import { everyReport } from './every.ts'

const xml = junit(everyReport)

/** The expected state of each case, in every consumer. */
const kinds = {
  'A-01': 'passed',
  'A-02': 'failure',
  'A-03': 'passed',
  'A-04': 'error',
  'A-05': 'skipped',
  'A-06': 'passed',
  'B-01': 'skipped',
  'B-02': 'skipped',
  'B-03': 'error',
  'C-01': 'skipped',
  'C-02': 'failure',
  'C-03': 'failure',
  'C-04': 'skipped',
  'C-05': 'skipped',
}
const idOf = (name: string) => name.slice(0, 4)

async function readByJunit2json(text: string) {
  const read = (await parse(text)) as NonNullable<Awaited<ReturnType<typeof parse>>>
  if (!('testsuite' in read)) throw new Error('it is no testsuites')
  return read
}

describe('the schema of the strictest reader, Jenkins’ xUnit plugin', () => {
  const schema = readFileSync(new URL('junit-as-xunit-reads-it.xsd', import.meta.url), 'utf8')
  const errorsOf = async (contents: string) =>
    (await validateXML({ xml: [{ fileName: 'junit.xml', contents }], schema: [schema] })).errors.map(
      ({ message }) => message,
    )

  test('it is valid', async () => {
    expect(await errorsOf(xml)).toEqual([])
  })

  test.each([
    ['properties in a case', '<system-out>', '<properties/><system-out>', /properties/],
    ['a file of a case', '<testcase ', '<testcase file="x" ', /attribute 'file'/],
    ['the skipped of all', '<testsuites ', '<testsuites skipped="1" ', /attribute 'skipped'/],
    ['a time in words', 'time="1.200"', 'time="1.2 s"', /pattern/],
  ])('which can fail: %s', async (_, from, to, problem) => {
    expect(xml).toContain(from)
    expect((await errorsOf(xml.replace(from, to))).join()).toMatch(problem)
  })
})

describe('two consumers', () => {
  test('one on xml2js reads every outcome, each with a complete message and text', async () => {
    const { testsuite, tests, failures, errors } = await readByJunit2json(xml)
    const cases = testsuite?.flatMap((suite) => suite.testcase ?? []) ?? []
    const found = cases.map((one) => [
      idOf(one.name ?? ''),
      one.failure ? 'failure' : one.error ? 'error' : one.skipped ? 'skipped' : 'passed',
    ])
    expect(Object.fromEntries(found)).toEqual(kinds)
    expect([tests, failures, errors]).toEqual([14, 3, 2])
    expect(testsuite?.map((suite) => [suite.name, suite.tests, suite.failures, suite.errors, suite.skipped])).toEqual([
      ['Literal', 6, 1, 1, 1],
      ['Other', 3, 0, 1, 2],
      ['Expected', 5, 2, 0, 3],
    ])
    for (const one of cases)
      for (const outcome of [...(one.failure ?? []), ...(one.error ?? []), ...(one.skipped ?? [])])
        expect((outcome as { inner?: string }).inner).toContain(outcome.message)
  })

  test('one on fast-xml-parser reads the same, and finds no attachment or property in texts of a server', () => {
    const file = join(newFolder(), 'junit.xml')
    writeFileSync(file, xml)
    const result = parseResults({ type: 'junit', files: [file] })
    const cases = result.suites.flatMap((suite) => suite.cases)
    const statuses = { passed: 'PASS', failure: 'FAIL', error: 'FAIL', skipped: 'SKIP' }
    expect(Object.fromEntries(cases.map(({ name, status }) => [idOf(name), status]))).toEqual(
      Object.fromEntries(Object.entries(kinds).map(([id, kind]) => [id, statuses[kind as keyof typeof statuses]])),
    )
    expect(cases.flatMap(({ attachments }) => attachments)).toEqual([])
    expect(result.suites[0]?.metadata).toMatchObject({ release: '2.4.7 (stated)', conformant: 'no' })
    expect(cases.flatMap(({ metadata }) => Object.keys(metadata as object))).not.toContain('a')
  })
})

/** Returns the element of a requirement. */
const caseOf = (id: string) => new RegExp(`<testcase [^>]*name="${id}[\\s\\S]*?</testcase>`).exec(xml)?.[0]

test('the content of a case', () => {
  expect(caseOf('A-04')).toMatchInlineSnapshot(`
    "<testcase classname="Literal" name="A-04 says A-04" time="0.000">
          <error type="blocked" message="&quot;x&quot; answered 500 without a token">"x" answered 500 without a token
    request: curl -i -X POST 'http://shop.test/rest/default/V1/x' -H 'content-type: application/json' -H 'accept:' --data-raw '{"a":"it'\\''s"}'
    next: see C-01 first, which does not hold for "x"</error>
          <system-out>verdict: blocked
    level: must
    source: documentation: a page
    releases: every release
    scenario: literal</system-out>
        </testcase>"
  `)
  expect(caseOf('C-04')).toMatchInlineSnapshot(`
    "<testcase classname="Expected" name="C-04 says C-04" time="0.000">
          <skipped type="accepted" message="is blocked as expected (kept from being asked): &quot;x&quot; answered 500 without a token">is blocked as expected (kept from being asked): "x" answered 500 without a token</skipped>
          <system-out>verdict: blocked
    level: must
    source: documentation: a page
    releases: every release
    scenario: literal</system-out>
        </testcase>"
  `)
  expect(caseOf('C-02')).toMatchInlineSnapshot(`
    "<testcase classname="Expected" name="C-02 says C-02" time="0.000">
          <failure type="stale" message="it passes, and contract-expected.jsonc expects it to fail (mended): remove it there, or let --update-expected do so">it passes, and contract-expected.jsonc expects it to fail (mended): remove it there, or let --update-expected do so</failure>
          <system-out>verdict: pass
    level: must
    source: documentation: a page
    releases: every release
    scenario: literal</system-out>
        </testcase>"
  `)
})

test('every exchange counts once, for the first requirement that read it: the times of the cases add up', async () => {
  const { testsuite, time } = await readByJunit2json(xml)
  const times = testsuite?.flatMap((suite) => suite.testcase ?? []).map((one) => one.time ?? 0) ?? []
  expect(times.filter((one) => one > 0)).toEqual([0.001, 0.001])
  expect(testsuite?.map((suite) => suite.time)).toEqual([0.002, 0, 0])
  expect(time).toBe(1.2)
})
