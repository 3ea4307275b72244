import { expect, test } from 'vitest'
import { redactedMail } from '../../src/perform/redact-mail.ts'
import { Redactor } from '../../src/recording/redact.ts'

const read = (text: string, subject = 'Welcome') => {
  const mail = { to: ['a@example.com'], subject, receivedAt: '2026-11-23T12:00:00.000Z', links: [], text }
  const { directive, garbled } = redactedMail(mail, new Redactor(), '')
  return { directive, garbled }
}

test('an unreplaced directive in subject or text is recorded', () => {
  expect(read('Hello', 'Welcome to {{var store.frontend_name}}').directive).toBe('{{var store.frontend_name}}')
  expect(read('{{trans "%name," name=$customer.name}}').directive).toBe('{{trans "%name," name=$customer.name}}')
  expect(read('Braces {{ are }} no directive').directive).toBeUndefined()
})

test.each([
  ['Dear ZoÃ« Müller,', 'ZoÃ«'],
  ['Dear Å\u0081ucja,', 'Å\u0081ucja,'],
  ['Dear ðŸ˜€,', 'ðŸ˜€,'],
  ['Dear Zo\ufffd,', 'Zo\ufffd,'],
  ['Dear Mr O&#039;Brien,', 'O&#039;Brien,'],
])('%s is garbled', (text, word) => {
  expect(read(text).garbled).toBe(word)
})

test.each(['Åse Ångström, São Paulo, ÇÃO, Łucja', 'http://shop.test/?a=1&amp;b=2', '"A" &amp; B', 'Größe: 5 £'])(
  '%s is readable',
  (text) => {
    expect(read(text).garbled).toBeUndefined()
  },
)
