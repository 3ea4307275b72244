import { validateStrict } from 'ctrf'
import { expect, test } from 'vitest'
import { ctrf } from '../../src/report/ctrf.ts'
import { everyReport } from './every.ts'

const document = JSON.parse(ctrf(everyReport))

test('it is valid under the official schema', () => {
  expect(() => validateStrict(document)).not.toThrow()
  expect(() =>
    validateStrict({
      ...document,
      results: { ...document.results, tests: [{ name: 'x', status: 'red', duration: 0 }] },
    }),
  ).toThrow()
})

test('each outcome has a status, and its own name as raw status', () => {
  const tests = document.results.tests.map((one: Record<string, string>) =>
    [one.testId, one.status, one.rawStatus].join(' '),
  )
  expect(tests).toMatchInlineSnapshot(`
    [
      "A-01 passed pass",
      "A-02 failed fail",
      "A-03 other warn",
      "A-04 pending blocked",
      "A-05 pending blocked",
      "A-06 other advice",
      "B-01 pending untestable",
      "B-02 skipped inapplicable",
      "B-03 other error",
      "C-01 other accepted",
      "C-02 failed stale",
      "C-03 failed overdue",
      "C-04 other accepted",
      "C-05 pending untestable",
    ]
  `)
  expect(document.results.summary).toMatchInlineSnapshot(`
    {
      "duration": 1200,
      "extra": {
        "conformant": "no",
        "counts": {
          "advice": 1,
          "blocked": 3,
          "error": 1,
          "fail": 3,
          "inapplicable": 1,
          "pass": 2,
          "untestable": 2,
          "warn": 1,
        },
        "exitCode": 1,
        "expected": {
          "accepted": [
            "C-01",
            "C-04",
          ],
          "file": "contract-expected.jsonc",
          "notJudged": [
            "C-05",
          ],
          "overdue": [
            "C-03",
          ],
          "stale": [
            "C-02",
          ],
        },
        "findings": [
          {
            "fault": "status-confirmed-always",
            "kind": "place",
            "next": "npm run contract -- explain C-03",
            "requirements": [
              "C-03",
              "A-02",
              "A-03",
              "A-04",
              "A-05",
            ],
            "sentence": "POST /V1/x: expected 200 with false, got 200 true",
          },
        ],
      },
      "failed": 3,
      "other": 5,
      "passed": 1,
      "pending": 4,
      "skipped": 1,
      "start": 1795435200000,
      "stop": 1795435201200,
      "suites": 3,
      "tests": 14,
    }
  `)
})

test('fields that CTRF lacks are under extra', () => {
  const one = document.results.tests.find(({ testId }: { testId: string }) => testId === 'C-03')
  expect(one).toMatchInlineSnapshot(`
    {
      "duration": 0,
      "extra": {
        "actual": "200 true",
        "exchange": {
          "name": "x",
          "scenario": "literal",
        },
        "expected": "200 with false",
        "known": {
          "reason": "late",
          "state": "overdue",
          "until": "2026-11-22",
        },
        "next": "read \`npm run contract -- explain C-03\`; if the shop is right and this requirement is not, say so in an issue, with the recording (recording.har)",
        "releases": "every release",
        "scenario": "literal",
        "source": [
          "documentation: a page",
        ],
        "verdict": "fail",
      },
      "message": "its failure was accepted until 2026-11-22 (late): expected 200 with false, got 200 true",
      "name": "C-03 says C-03",
      "rawStatus": "overdue",
      "snippet": "curl -i -X POST 'http://shop.test/rest/default/V1/x' -H 'content-type: application/json' -H 'accept:' --data-raw '{"a":"it'\\''s"}'",
      "status": "failed",
      "suite": [
        "Expected",
      ],
      "tags": [
        "must",
        "expected failure",
      ],
      "testId": "C-03",
      "type": "contract",
    }
  `)
})
