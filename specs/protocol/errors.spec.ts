import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOfRun } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { inapplicable, Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { each, inDeveloperMode, jsonAnswers, keysOf, refusals } from './every-answer.ts'

const developerMode = 'every error has a trace: the shop runs in developer mode (ERROR-10)'
const { must, should } = requirementsOfRun('Errors')

must(
  'ERROR-01',
  'Every error is JSON with a message, and parameters and errors of the documented shape',
  {
    why: 'A client has one piece of code that shows errors. An error of another form shows the customer an empty box.',
    profile: 'shape',
    source: [
      code('framework/Webapi/Rest/Response.php:83', '2.4.7-p6'),
      recorded('bearer/none#none'),
      thread('magento/magento2#8283'),
    ],
  },
  (exchanges) => {
    each(refusals(exchanges), 'refusal', (refusal) => expect(refusal).toBeJson().toMatchSchema('error'))
  },
)

must(
  'ERROR-02',
  'No response contains a stack trace',
  {
    why: 'A trace shows names, versions, paths and sometimes values, which help an attacker. In developer mode every error has one (ERROR-10).',
    profile: 'shape',
    source: [code('framework/Webapi/Rest/Response.php:83', '2.4.7-p6'), verified('objects')],
  },
  (exchanges) => {
    if (inDeveloperMode(exchanges)) inapplicable(developerMode)
    each(jsonAnswers(exchanges), 'answer', (answer) => {
      if (keysOf(answer.json).includes('trace')) throw new Unmet('no key "trace" at any depth', 'a "trace"', answer)
    })
  },
)

should(
  'ERROR-10',
  'The shop does not run in developer mode, in which every error contains a stack trace (`trace`)',
  {
    why: 'On the machine of a developer the trace is meant to be there. In a shop that customers use it shows paths and values of the server to everybody.',
    source: [code('framework/Webapi/Rest/Response.php:83', '2.4.7-p6'), verified('objects')],
    next: 'on a developer’s shop nothing: record it as an expected failure (docs/ci.md); elsewhere put the shop into production mode (bin/magento deploy:mode:set)',
  },
  (exchanges) => {
    each(refusals(exchanges).slice(0, 1), 'refusal', (refusal) => {
      if (inDeveloperMode(exchanges))
        throw new Unmet('an error without the key "trace"', 'a "trace" in every error', refusal)
    })
  },
)

/** @throws Unmet if a response contains this in its body or a header */
function expectNone(exchanges: readonly Exchange[], pattern: RegExp, wanted: string): void {
  each(jsonAnswers(exchanges), 'answer', (answer) => {
    // PHP writes slashes in JSON as \/.
    const found = pattern.exec((answer.body.text ?? '').replaceAll('\\/', '/'))?.[0]
    if (found) throw new Unmet(wanted, `"${found}" in the body`, answer)
    for (const [name, value] of answer.data.response.headers) {
      const inHeader = pattern.exec(value)?.[0]
      if (inHeader) throw new Unmet(wanted, `"${inHeader}" in the header ${name}`, answer)
    }
  })
}

must(
  'ERROR-03',
  'No response contains a file path or a PHP message of the server',
  {
    leak: true,
    why: 'A path of the server helps an attacker and is useless to the customer.',
    profile: 'shape',
    source: [code('framework/Webapi/ErrorProcessor.php:112', '2.4.7-p6'), thread('magento/magento2#31546')],
  },
  (exchanges) => {
    if (inDeveloperMode(exchanges)) inapplicable(developerMode)
    const inside =
      /#0 \/|\/vendor\/magento\/|\/\w[\w./-]*\/[\w-]+\.php:\d+|Stack trace:|<b>(Warning|Notice|Fatal error|Deprecated)<\/b>|PHP (Warning|Fatal error):/
    expectNone(exchanges, inside, 'no file path or PHP message of the server')
  },
)

must(
  'ERROR-09',
  'No response contains an SQL error or an SQL statement',
  {
    leak: true,
    why: 'A query shows the names of tables and columns, and where input reaches the database: the start of an SQL injection.',
    profile: 'shape',
    source: [code('framework/Webapi/ErrorProcessor.php:112', '2.4.7-p6'), thread('magento/magento2#31546')],
  },
  (exchanges) => {
    const statement =
      /SQLSTATE\[|You have an error in your SQL syntax|\bSELECT [^"]{1,300}? FROM [`\w]|\bINSERT INTO `|\bUPDATE `\w+` SET/
    expectNone(exchanges, statement, 'no SQL')
  },
)

must(
  'ERROR-04',
  'A request that accepts JSON never gets an HTML response',
  {
    why: 'A client that parses JSON fails on a page, and shows "unexpected token <" instead of a reason.',
    profile: 'shape',
    source: [recorded('protocol/accept-none#call'), recorded('protocol/method GET /nope#call')],
  },
  (exchanges) => {
    each(jsonAnswers(exchanges), 'answer', (answer) => {
      if (/^\s*<(!doctype|html|\?xml|head|body)/i.test(answer.body.text ?? '')) expect(answer).toBeJson()
    })
  },
)

should(
  'ERROR-05',
  'An internal error contains no details, only where to find them in the log',
  {
    why: 'Details of an internal error reveal how the shop works. The customer needs only its number, for support.',
    source: [recorded('create/unknown-field#call'), code('framework/Webapi/ErrorProcessor.php:160', '2.4.7-p6')],
  },
  (exchanges) => {
    if (inDeveloperMode(exchanges)) inapplicable(developerMode)
    const failures = jsonAnswers(exchanges).filter(({ status, body }) => status >= 500 && body.json)
    each(failures, 'internal error', (failure) => {
      expect(failure.at('/message')).toMatch(/webapi-[0-9a-f]+$/)
      expect(failure.at('')).toBe('no key beside message', (value) => Object.keys(value as object).length === 1)
    })
  },
)

should(
  'ERROR-08',
  'From 2.4.9, an internal error returned with 400 contains only its message',
  {
    why: 'Such a response looks like the customer’s mistake but is an internal error: only its number may be shown.',
    in: has('masked-failure-may-be-400'),
    source: [code('dev/tests/integration ApiErrorProcessorTest', '2.4.9')],
  },
  (exchanges) => {
    const masked = jsonAnswers(exchanges).filter(
      (answer) => answer.status === 400 && /webapi-[0-9a-f]+$/.test(String(answer.at('/message').value)),
    )
    each(masked, 'masked error with 400', (failure) => {
      expect(failure.at('')).toBe('no key beside message', (value) => Object.keys(value as object).length === 1)
    })
  },
)

should(
  'ERROR-06',
  'Every placeholder in a message has a parameter',
  {
    why: 'Clients insert the parameters into the text. Without one, the customer reads "%fieldName is required".',
    profile: 'shape',
    source: [recorded('create/missing-customer#call'), verified('objects')],
  },
  (exchanges) => {
    each(refusals(exchanges), 'refusal', (refusal) => {
      const { message, parameters } = (refusal.json ?? {}) as { message?: string; parameters?: object }
      const names = [...String(message ?? '').matchAll(/%([a-zA-Z]\w*)/g)].map(([, name]) => name as string)
      const lost = names.find((name) => !Object.hasOwn(parameters ?? {}, name))
      if (lost) throw new Unmet(`a parameter "${lost}"`, JSON.stringify(parameters ?? 'none'), refusal)
    })
  },
)

should(
  'ERROR-07',
  'Every status is one of 200, 202, 400, 401, 404, 405 and 500',
  {
    why: 'Clients branch by status. An unexpected status is shown as a failure, or retried for ever.',
    profile: 'shape',
    source: [verified('refusals'), code('framework/Webapi/ErrorProcessor.php:112', '2.4.7-p6')],
  },
  (exchanges) => {
    each(jsonAnswers(exchanges), 'answer', (answer) => expect(answer).toHaveStatus(200, 202, 400, 401, 404, 405, 500))
  },
)
