import { expect, test } from 'vitest'
import { redacted } from '../../src/perform/record.ts'
import { Redactor } from '../../src/recording/redact.ts'
import { noLimits } from '../../src/target/guard/limits.ts'
import { exchange, recording } from '../support/literal.ts'

const secret = 'Tr0ub4dor/&3 "ü"'

test('a secret is replaced by the same placeholder of the same form in all encodings', () => {
  const redactor = new Redactor()
  redactor.learn(secret)
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
  ]
  const replaced = forms.map((form) => redactor.apply(form))
  expect(replaced[0]).toMatch(/^[A-Z][a-z]\d[a-z]{2}\d[a-z]{3}\/&\d "ü"$/)
  expect(replaced[0]).not.toBe(secret)
  expect(JSON.parse(`"${replaced[1]}"`)).toBe(replaced[0])
  expect(decodeURIComponent(replaced[2] as string)).toBe(replaced[0])
  expect(Buffer.from(replaced[3] as string, 'base64').toString()).toBe(replaced[0])
})

test('a JWT keeps header and claims and loses its signature', () => {
  const redactor = new Redactor()
  const jwt = 'eyJraWQiOiIxIiwiYWxnIjoiSFMyNTYifQ.eyJ1aWQiOjk5fQ.nDLxG19yJ-80ztjMffO2KaCTlJdr408H-9BRdUnC7k0'
  redactor.learnFrom(`"${jwt}"`)
  const [header, claims, signature] = redactor.apply(jwt).split('.')
  expect(`${header}.${claims}`).toBe('eyJraWQiOiIxIiwiYWxnIjoiSFMyNTYifQ.eyJ1aWQiOjk5fQ')
  expect(signature).toMatch(/^[\w-]{43}$/)
  expect(signature).not.toContain('nDLxG19yJ')
})

test('keys of 32 letters and digits are recognised by their form, and placeholders are not replaced again', () => {
  const redactor = new Redactor()
  const key = 'q0u66k8h42yaevtchv09uyy3y9gaj2ap'
  redactor.learnFrom(`?id=3&token=${key}`)
  const once = redactor.apply(key)
  redactor.learnFrom(once)
  expect(once).toMatch(/^[a-z0-9]{32}$/)
  expect(once).not.toBe(key)
  expect(redactor.apply(once)).toBe(once)
})

test('binary data is not changed', () => {
  const redactor = new Redactor()
  redactor.learn('secret-value')
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('secret-value'), Buffer.from([0x80])])
  const replaced = redactor.applyToBytes(bytes)
  expect(replaced).toHaveLength(bytes.length)
  expect([replaced[0], replaced[1], replaced.at(-1)]).toEqual([0xff, 0xfe, 0x80])
  expect(replaced.includes('secret-value')).toBe(false)
})

const awkward = `Pl4nt"ed&<admin>'/+\\ pässword`

test.each([
  ['as PHP writes JSON', `"Pl4nt\\"ed&<admin>'\\/+\\\\ p\\u00e4ssword"`],
  ['in a page', 'Pl4nt&quot;ed&amp;&lt;admin&gt;&#039;/+\\ pässword'],
  ['in the text of a page that was put together again', 'Pl4nt"ed&amp;&lt;admin&gt;\'/+\\ pässword'],
  ['in an attribute of one', "Pl4nt&quot;ed&amp;<admin>'/+\\ pässword"],
  ['in a page of another make', 'Pl4nt&quot;ed&amp;&lt;admin&gt;&#39;/+\\ pässword'],
  ['in a form', 'Pl4nt%22ed%26%3Cadmin%3E%27%2F%2B%5C+p%C3%A4ssword'],
  ['in base64 at its beginning', Buffer.from(`${awkward}:x`).toString('base64')],
  ['in base64 after one byte', Buffer.from(`:${awkward}:x`).toString('base64')],
  ['in base64url after two bytes', Buffer.from(`a:${awkward}:x`).toString('base64url')],
  ['in JSON in base64', Buffer.from(JSON.stringify({ key: awkward })).toString('base64')],
])('no part of a secret is left %s', (_, text) => {
  const redactor = new Redactor()
  redactor.learn(awkward)
  const replaced = redactor.apply(text)
  for (const read of [replaced, Buffer.from(replaced, 'base64').toString()])
    expect(read).not.toMatch(/Pl4nt|admin|ssword/)
  expect(replaced).toHaveLength(text.length)
})

test('a value that turns out to be secret later is replaced in earlier responses too', () => {
  const redactor = new Redactor()
  const shown = recording([exchange('x', 200, '"later-to-be-secret"')], { kind: 'error', why: 'later-to-be-secret' })
  redactor.learn('later-to-be-secret')
  const accounts = { created: 1, removed: 0, left: [{ email: 'a@b.c', why: 'later-to-be-secret' }] }
  const budget = { used: noLimits, allowed: noLimits, paused: 0 }
  const { recording: kept, accounts: stay } = redacted(redactor, { recording: shown, accounts, budget })
  expect(`${kept.exchanges[0]?.json} ${JSON.stringify([kept.outcomes, stay])}`).not.toContain('later-to-be-secret')
})

test('keys in responses are registered only up to a limit', () => {
  const redactor = new Redactor()
  const key = (index: number) => String(index).padStart(32, 'k')
  redactor.learnFrom(Array.from({ length: 12_000 }, (_, index) => key(index)).join(' '))
  expect([redactor.apply(key(1)) === key(1), redactor.apply(key(11_999)) === key(11_999)]).toEqual([false, true])
})

test('a JWT that also comes as a cookie keeps header and claims in both places', () => {
  const redactor = new Redactor()
  const jwt = 'eyJraWQiOiIxIiwiYWxnIjoiSFMyNTYifQ.eyJ1aWQiOjk5fQ.nDLxG19yJ-80ztjMffO2KaCTlJdr408H-9BRdUnC7k0'
  redactor.learnRecognised(`session-4711.${jwt}`)
  const shown = redactor.apply(jwt)
  expect(shown).toMatch(/^eyJraWQiOiIxIiwiYWxnIjoiSFMyNTYifQ\.eyJ1aWQiOjk5fQ\.[\w-]{43}$/)
  expect(shown).not.toContain('nDLxG19yJ')
  expect(redactor.apply('session-4711.')).not.toContain('session-4711')
})

test('a sentence in place of a token is shown, but a token within it is not', () => {
  const redactor = new Redactor()
  redactor.learnToken('Invalid credentials, token s3cr3t-value')
  expect(redactor.apply('Invalid credentials, token s3cr3t-value')).toMatch(/^Invalid credentials, token (?!s3cr3t)/)
})
