import nodemailer from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAgainst } from '../../support/mail-run.ts'
import { type RunningMaildev, startMaildev } from '../../support/maildev.ts'
import { startReferenceProcess } from '../../support/reference-process.ts'

const before = 1000

let maildev: RunningMaildev

beforeAll(async () => {
  maildev = await startMaildev({ user: 'jane', pass: 'mailbox-secret' })
  const transport = nodemailer.createTransport({ url: maildev.smtpUrl, pool: true } as nodemailer.TransportOptions)
  const old = (index: number) =>
    transport.sendMail({ from: 'shop@example.com', to: `old-${index}@example.com`, subject: 'old', text: 'old' })
  await Promise.all(Array.from({ length: before }, (_, index) => old(index)))
  transport.close()
})
afterAll(() => maildev.close())

test('with a thousand mails in a real MailDev all chapters about mails are testable', async () => {
  const shop = await startReferenceProcess(maildev.smtpUrl, '2.4.8-p1')
  const settings = { MAGENTO_MAILBOX_URL: maildev.mailboxUrl }
  const { code, report, stdout } = await runAgainst(shop, settings).finally(shop.stop)
  expect(report.surprises).toEqual([])
  expect(report.powers).toContain('mailbox')
  expect(report.withoutMailbox).toEqual([])
  expect(stdout).not.toContain('set MAGENTO_MAILBOX_URL')
  expect(code).toBe(0)
  expect(report.passed.filter((id) => /^(RESET|MAIL)-/.test(id)).length).toBeGreaterThan(40)
})
