import { expect, test } from 'vitest'
import { Redactor } from '../../src/recording/redact.ts'

const secret = 'Tr0ub4dor/&3 "ü"'

test('a secret is replaced by the same stand-in of the same form, however it is written', () => {
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

test('keys of 32 letters and digits are recognised by their form, and no stand-in is replaced again', () => {
  const redactor = new Redactor()
  const key = 'q0u66k8h42yaevtchv09uyy3y9gaj2ap'
  redactor.learnFrom(`?id=3&token=${key}`)
  const once = redactor.apply(key)
  redactor.learnFrom(once)
  expect(once).toMatch(/^[a-z0-9]{32}$/)
  expect(once).not.toBe(key)
  expect(redactor.apply(once)).toBe(once)
})

test('bytes that are no text pass through', () => {
  const redactor = new Redactor()
  redactor.learn('secret-value')
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('secret-value'), Buffer.from([0x80])])
  const replaced = redactor.applyToBytes(bytes)
  expect(replaced).toHaveLength(bytes.length)
  expect([replaced[0], replaced[1], replaced.at(-1)]).toEqual([0xff, 0xfe, 0x80])
  expect(replaced.includes('secret-value')).toBe(false)
})
