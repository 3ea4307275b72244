import { expect, test } from 'vitest'
import { isTo, readMail } from '../../../src/target/mailbox/read-mail.ts'

const link = 'https://shop.test/customer/account/createPassword/?id=3&token=q0u66k8h42yaevtchv09uyy3y9gaj2ap'
const html = (words: string) =>
  `<html><body><p>${words}</p><a href="${link.replace('&', '&amp;')}">${words}</a></body></html>`
const stored = { id: '1', receivedAt: '2026-11-26T12:00:00.000Z' }

/** Returns the source of a mail: the head, then the body with the exact bytes. */
function source(head: string, body: Buffer | string, to = 'To: Jane <jane@example.com>'): Buffer {
  const lines = ['From: shop@example.com', to, 'Subject: =?UTF-8?B?UGFzc3dvcnQg8J+UkQ==?=', 'MIME-Version: 1.0', head]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), Buffer.from(body)])
}

const wrapped = (base64: string) => (base64.match(/.{1,76}/g) ?? []).join('\r\n')
const quoted = html('Gr=C3=BC=C3=9Fe').replaceAll(/="|&amp;token=/g, (text) => text.replaceAll('=', '=3D'))

test.each<[string, Buffer]>([
  ['HTML alone', source('Content-Type: text/html; charset=utf-8', html('Grüße'))],
  ['text alone', source('Content-Type: text/plain; charset=utf-8', `Grüße\r\n${link}\r\n`)],
  ['ISO-8859-1', source('Content-Type: text/html; charset=ISO-8859-1', Buffer.from(html('Grüße'), 'latin1'))],
  [
    'UTF-16',
    source(
      'Content-Type: text/html; charset=utf-16le\r\nContent-Transfer-Encoding: base64',
      wrapped(Buffer.from(html('Grüße'), 'utf16le').toString('base64')),
    ),
  ],
  [
    'base64',
    source(
      'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64',
      wrapped(Buffer.from(html('Grüße')).toString('base64')),
    ),
  ],
  [
    'quoted-printable with soft line breaks in the link',
    source(
      'Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable',
      quoted.replace('createPassword', 'create=\r\nPassword').replace('q0u66k8h', 'q0u66=\r\nk8h'),
    ),
  ],
  [
    'format=flowed',
    source(
      'Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes',
      `Grüße\r\n${link.slice(0, 50)} \r\n${link.slice(50)}\r\n`,
    ),
  ],
  [
    'both, in a multipart with a picture',
    source(
      'Content-Type: multipart/related; boundary=R',
      [
        '--R\r\nContent-Type: multipart/alternative; boundary=A\r\n',
        '--A\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nGrüße\r\n',
        `--A\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html('Grüße')}\r\n--A--`,
        '--R\r\nContent-Type: image/png\r\nContent-ID: <logo>\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--R--\r\n',
      ].join('\r\n'),
    ),
  ],
])('a mail with %s', async (_, bytes) => {
  const { mail } = await readMail(bytes, stored)
  expect(mail).toMatchObject({ to: ['jane@example.com'], subject: 'Passwort 🔑', receivedAt: stored.receivedAt })
  expect(mail.links).toEqual([link])
  expect(mail.text).toMatch(/^Grüße/)
})

test('a mail in ISO-2022-JP', async () => {
  const greeting = Buffer.from([
    0x1b, 0x24, 0x42, 0x24, 0x33, 0x24, 0x73, 0x24, 0x4b, 0x24, 0x41, 0x24, 0x4f, 0x1b, 0x28, 0x42,
  ])
  const body = Buffer.concat([greeting, Buffer.from(`\r\n${link}\r\n`)])
  const { mail } = await readMail(source('Content-Type: text/plain; charset=ISO-2022-JP', body), stored)
  expect(mail.text).toMatch(/^こんにちは/)
  expect(mail.links).toEqual([link])
})

test('each recipient is listed once, including blind copies in the envelope', async () => {
  const to = 'To: "Doe, Jane" <Jane+Tag@Example.com>, Friends: a@example.com, b@example.com;\r\nCc: c@example.com'
  const envelope = ['jane+tag@example.com', 'spy@example.com']
  const read = await readMail(source('Content-Type: text/plain', 'x', to), { ...stored, envelope })
  expect(read.mail.to).toEqual([
    'Jane+Tag@Example.com',
    'a@example.com',
    'b@example.com',
    'c@example.com',
    'spy@example.com',
  ])
  expect(isTo('JANE+TAG@example.com', read)).toBe(true)
  for (const other of ['jane@example.com', 'tag@example.com', 'ane+tag@example.com', 'jane+tag@example.co'])
    expect(isTo(other, read)).toBe(false)
})

test('delivery headers identify the recipient, and add none to the mail', async () => {
  const to = 'Delivered-To: catchall@example.com\r\nX-Original-To: <jane@example.com>\r\nTo: customers@example.com'
  const read = await readMail(source('Content-Type: text/plain', 'x', to), stored)
  expect(read.mail.to).toEqual(['customers@example.com'])
  expect(isTo('jane@example.com', read)).toBe(true)
})

test('an invalid mail is parsed as far as possible', async () => {
  const { mail } = await readMail(Buffer.from('\u0000\u0001 no head at all'), stored)
  expect(mail).toMatchObject({ to: [], subject: '', links: [] })
})
