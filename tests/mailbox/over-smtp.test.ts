import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { sendOverSmtp } from '../../reference/smtp.ts'
import type { Report } from '../../src/report/report.ts'
import { contract, newFolder } from '../support/command.ts'
import { type RunningMaildev, startMaildev } from '../support/maildev.ts'

let maildev: RunningMaildev
let shop: Reference
let allSent: () => Promise<void>

beforeAll(async () => {
  maildev = await startMaildev()
  shop = await startReference()
  allSent = sendOverSmtp(shop.outbox, maildev.smtpUrl)
})
afterAll(async () => {
  await allSent()
  await shop.close()
  await maildev.close()
})

test('a shop that sends over SMTP and a real MailDev make the reset chapter testable', async () => {
  const folder = newFolder()
  const { code, stdout } = await contract(['--url', shop.url, '--release', shop.release, '--out', folder], {
    MAGENTO_MAILBOX_URL: maildev.mailboxUrl,
  })
  const report: Report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
  expect(
    report.requirements.filter(
      ({ verdict, advice }) => ['fail', 'warn', 'blocked', 'error'].includes(verdict) && !advice,
    ),
  ).toEqual([])
  expect(report.powers).toContain('mailbox')
  expect(stdout).not.toContain('set MAGENTO_MAILBOX_URL')
  expect(code).toBe(0)
  const passed = report.requirements.filter(({ id, verdict }) => verdict === 'pass' && /^(RESET|MAIL)-/.test(id))
  expect(passed.length).toBeGreaterThan(10)
})
