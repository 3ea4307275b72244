import { expect, test } from 'vitest'
import '../../specs/index.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { Exchange } from '../../src/recording/exchange.ts'
import { exchange, recording } from '../support/literal.ts'

const refusal = '{"message":"The account sign-in was incorrect."}'

interface Given {
  /** Seconds after the beginning. */
  readonly at: number
  readonly headers?: readonly [string, string][]
  readonly text?: string
}

function asked(method: string, path: string, status: number, sent: object, { at, headers, text = refusal }: Given) {
  const { data } = exchange(`${path} at ${at}`, status, text, [
    ['Content-Type', 'application/json'],
    ...(headers ?? []),
  ])
  const url = `http://shop.test/rest/default/V1/${path}`
  const startedAt = new Date(Date.parse(data.startedAt) + at * 1000).toISOString()
  return new Exchange({
    ...data,
    startedAt,
    request: { method, url, headers: [], body: Buffer.from(JSON.stringify(sent)) },
  })
}

const registered = asked('POST', 'customers', 200, {}, { at: 0, text: '{"id":1,"email":"Jane@example.com"}' })
const failed = (username: string, given: Given) => asked('POST', 'integration/customer/token', 401, { username }, given)

/** Three failed logins of an account and three of nobody, each with what a function gives it. */
const logins = (ofAccount: (index: number) => Partial<Given>, ofNobody: (index: number) => Partial<Given>) =>
  [1, 2, 3].flatMap((index) => [
    failed('jane@example.com', { at: index, ...ofAccount(index) }),
    failed(`nobody-${index}@example.com`, { at: index, ...ofNobody(index) }),
  ])

const verdictOf = (exchanges: readonly Exchange[]) =>
  judge(
    recording([registered, ...exchanges]),
    requirements.filter(({ id }) => id === 'TOKEN-40'),
  )[0]

const header = (name: string, value: string): Partial<Given> => ({ headers: [[name, value]] })
const nothing = () => ({})

test('answers that are alike pass', () => {
  expect(verdictOf(logins(nothing, nothing))?.verdict).toBe('pass')
})

test('a header of all responses of one kind, or another body, distinguishes the kinds', () => {
  expect(verdictOf(logins(() => header('x-tries', '1'), nothing))).toMatchObject({
    verdict: 'warn',
    place: 'header x-tries',
  })
  expect(verdictOf(logins(nothing, () => header('x-tries', '1')))?.verdict).toBe('warn')
  expect(verdictOf(logins(() => ({ text: `${refusal} ` }), nothing))).toMatchObject({ verdict: 'warn', place: 'body' })
})

test('differences within one kind, and values of headers such as a cookie, a request id or the server, do not count', () => {
  const session = (start: string) => (index: number) => header('set-cookie', `PHPSESSID=${start}${index}; path=/`)
  expect(verdictOf(logins(session('a'), session('b')))?.verdict).toBe('pass')
  expect(
    verdictOf(
      logins(
        (index) => header('x-request-id', `a${index}`),
        (index) => header('x-request-id', `b${index}`),
      ),
    )?.verdict,
  ).toBe('pass')
  expect(
    verdictOf(
      logins(
        () => header('x-served-by', 'web1'),
        () => header('x-served-by', 'web2'),
      ),
    )?.verdict,
  ).toBe('pass')
  expect(verdictOf(logins((index) => (index > 1 ? header('x-cache', 'miss') : {}), nothing))?.verdict).toBe('pass')
})

test('an account that was deleted, or had another e-mail, says nothing; nor do too few answers', () => {
  const told = logins(() => header('x-tries', '1'), nothing)
  const deletion = asked('DELETE', 'customers/1', 200, {}, { at: 2, text: 'true' })
  const change = asked('PUT', 'customers/me', 200, {}, { at: 2, text: '{"id":1,"email":"new@example.com"}' })
  expect(verdictOf([...told, deletion])?.verdict).toBe('inapplicable')
  expect(verdictOf([...told, change])?.verdict).toBe('inapplicable')
  expect(verdictOf(told.slice(0, 4))?.verdict).toBe('inapplicable')
})
