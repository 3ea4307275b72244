import nodemailer from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openMailbox } from '../../src/mailbox/open.ts'
import { Redactor } from '../../src/recording/redact.ts'
import { UsageError } from '../../src/target/settings.ts'
import { TargetError } from '../../src/target/target.ts'
import { freePort, type RunningMaildev, startMaildev } from '../support/maildev.ts'
import { serve } from '../support/serve.ts'

let maildev: RunningMaildev
let closedPort: number
beforeAll(async () => {
  closedPort = await freePort()
  maildev = await startMaildev({ user: 'reader', pass: 'mailbox-secret' })
})
afterAll(() => maildev.close())

const open = (url: string) => openMailbox(url, new Redactor())

test('finds the mails to exactly one address, with their links', async () => {
  const transport = nodemailer.createTransport(maildev.smtpUrl)
  const link = 'https://shop.test/customer/account/createPassword/?id=3&amp;token=q0u66k8h42yaevtchv09uyy3y9gaj2ap'
  for (const to of ['jane+1@example.com', 'jane@example.com', 'notjane@example.com'])
    await transport.sendMail({
      from: 'shop@example.com',
      to,
      subject: 'Bienvenue',
      html: `<p><a href="${link}">${to}</a></p>`,
    })
  const mailbox = await open(maildev.mailboxUrl)
  const mails = await mailbox?.mailsTo('Jane@example.com')
  expect(mails).toHaveLength(1)
  expect(mails?.[0]).toMatchObject({
    to: ['jane@example.com'],
    subject: 'Bienvenue',
    links: [link.replace('&amp;', '&')],
  })
  expect(await mailbox?.mailsTo('jane+1@example.com')).toHaveLength(1)
})

test.each<[string, (url: string) => string, typeof UsageError | typeof TargetError, RegExp]>([
  ['another scheme', () => 'pop3://host', UsageError, /begins with "pop3": it must begin with maildev\+http:\/\//],
  [
    'nobody there',
    () => `maildev+http://127.0.0.1:${closedPort}`,
    TargetError,
    /MailDev at http:\/\/127\.0\.0\.1:\d+ cannot be asked: .*ECONNREFUSED/,
  ],
  [
    'wrong password',
    (url) => url.replace('mailbox-secret', 'wrong'),
    TargetError,
    /the user name or password is refused \(401\)/,
  ],
])('%s is told before any account is created', async (_, change, kind, message) => {
  const failure = await open(change(maildev.mailboxUrl)).catch((error: Error) => error)
  expect(failure).toBeInstanceOf(kind)
  expect((failure as Error).message).toMatch(message)
})

test('something else behind the address is told', async () => {
  const server = await serve((_, response) => response.end('{"total": 0}'))
  await expect(open(server.url.replace('http:', 'maildev+http:'))).rejects.toThrow(/this is no MailDev \(200\)/)
  server.close()
})
