import { expect, test } from 'vitest'
import { objectionOf } from '../../../src/report/findings/objection.ts'

const ofMail = (expected: string, actual: string) => objectionOf({ verdict: 'fail', place: 'mail', expected, actual })
const carries = 'a mail to a@example.com with a link that carries "token"'
const page = 'a link to …/customer/account/createPassword with id, token'

test.each([
  ['1 mail(s) to a@example.com', '2 after 1 ms', 'mail 1>2'],
  ['a mail to a@example.com alone', 'a mail to a@example.com, b@example.com', 'mail addressee'],
  [carries, 'the mail “Welcome” with no link', 'mail no-link'],
  [carries, 'the mail “Welcome” with the link(s) http://shop.test/', 'mail other-link'],
  [page, '/reset-password with token', 'mail page'],
  [page, '/customer/account/createPassword with token', 'mail parameters:token'],
  ['a link with id=21', 'no id', 'mail without:id'],
  ['a link with token=/^x$/', 'token=304280', 'mail token:number'],
  ['a link with token=/^x$/', 'token=abc', 'mail token:short'],
])('expected %s, got %s: %s', (expected, actual, objection) => {
  expect(ofMail(expected, actual)).toBe(objection)
})
