import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import nodemailer from 'nodemailer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Redactor } from '../../../src/recording/redact.ts'
import type { Mailbox } from '../../../src/target/mailbox/mailbox.ts'
import { openMailbox } from '../../../src/target/mailbox/open.ts'
import { runAgainst } from '../../support/mail-run.ts'
import { imapPassword, type RunningMailServer, startMailServer, withMailServer } from '../../support/mail-server.ts'
import { type RunningReference, startReferenceProcess } from '../../support/reference-process.ts'

const thousands = 4000

withMailServer('a mail server with Exim, a Maildir and Dovecot', () => {
  let server: RunningMailServer
  let before: readonly string[]

  beforeAll(async () => {
    server = await startMailServer()
    before = Array.from({ length: thousands }, (_, index) => `17000000${index}.V1.old:2,S`)
    for (const [index, name] of before.entries())
      writeFileSync(
        join(server.folder, 'cur', name),
        `From: shop@example.com\nTo: old-${index % 7}@example.com\nSubject: old\n\nhttps://shop.test/?token=old\n`,
      )
  })
  afterAll(() => server?.stop())

  const kinds = [
    ['Maildir', () => server.maildirUrl],
    ['IMAP over TLS', () => server.imapsUrl],
  ] as const

  test.each(kinds)('%s: every chapter that reads mails is testable', async (_, url) => {
    const shop = await startReferenceProcess(server.smtpUrl, '2.4.7-p6')
    const { code, report, stdout } = await runAgainst(shop, {
      MAGENTO_MAILBOX_URL: url(),
      NODE_EXTRA_CA_CERTS: server.certificate,
      MAGENTO_MAIL_DELETE: 'on',
    }).finally(shop.stop)
    expect(report.surprises).toEqual([])
    expect(report.powers).toContain('mailbox')
    expect(report.withoutMailbox).toEqual([])
    expect(stdout).not.toContain('set MAGENTO_MAILBOX_URL')
    expect(stdout).not.toContain('could not all be deleted')
    expect(code).toBe(0)
    // Earlier mails are still there, and the mails of the run are deleted.
    const kept = readdirSync(join(server.folder, 'cur')).filter((name) => name.startsWith('17000000'))
    expect(kept).toHaveLength(thousands)
    expect(contentOf(server.folder).filter((mail) => /^To: contract-/im.test(mail))).toEqual([])
  })

  test('if the shop requires it, an account is confirmed with the key in its mail', async () => {
    const shop: RunningReference = await startReferenceProcess(server.smtpUrl, '2.4.8-p1', [
      '--set',
      'customer/create_account/confirm=1',
    ])
    const { report } = await runAgainst(
      shop,
      {
        MAGENTO_MAILBOX_URL: server.imapsUrl,
        NODE_EXTRA_CA_CERTS: server.certificate,
        MAGENTO_ADMIN_TOKEN: shop.adminToken,
      },
      ['--only', 'CONFIRM', '--only', 'MAIL'],
    ).finally(shop.stop)
    expect(report.surprises).toEqual([])
    expect(report.passed).toEqual(expect.arrayContaining(['CONFIRM-18', 'CONFIRM-22', 'CONFIRM-23', 'MAIL-05']))
  })

  test.each([
    ['maildir', () => server.maildirUrl],
    ['imap', () => server.imapUrl],
  ] as const)('%s: the exact address, whatever its case, and only later mails', async (kind, url) => {
    const mailbox = (await openMailbox(url(), new Redactor())) as Mailbox
    const [name, other] = [`${kind}+Tag@example.com`, `not-${kind}+tag@example.com`]
    await send(server.smtpUrl, [name, other, `${kind}@example.com`, `${other}, ${name}`])
    expect(await settled(() => mailbox.mailsTo(name.toLowerCase()), 2)).toMatchObject([
      { to: [name], links: [`https://shop.test/?id=1&token=${kind}`] },
      { to: [other, name] },
    ])
    expect(await mailbox.mailsTo(`${kind}@example.com`)).toHaveLength(1)
    expect(await mailbox.mailsTo('old-3@example.com')).toEqual([])
    expect(await mailbox.mailsTo('tag@example.com')).toEqual([])
    expect(await mailbox.arrivals()).toHaveLength(4)
    expect(await mailbox.deleteMailsTo([name])).toBe(1)
    expect(await mailbox.mailsTo(name)).toMatchObject([{ to: [other, name] }])
    await mailbox.close()
  })

  test('a broken IMAP connection is reopened, and no mail is missed', async () => {
    const { port, hostname } = new URL(server.imapUrl)
    const sockets: Socket[] = []
    const gate = createServer((socket) => {
      const onward = connect(Number(port), hostname)
      sockets.push(socket, onward)
      for (const end of [socket, onward]) end.on('error', () => {})
      socket.pipe(onward).pipe(socket)
    })
    await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve))
    const { port: open } = gate.address() as AddressInfo
    const mailbox = (await openMailbox(
      server.imapUrl.replace(`${hostname}:${port}`, `127.0.0.1:${open}`),
      new Redactor(),
    )) as Mailbox
    for (const socket of sockets.splice(0)) socket.destroy()
    await send(server.smtpUrl, ['broken@example.com'])
    expect(await settled(() => mailbox.mailsTo('broken@example.com'), 1)).toHaveLength(1)
    for (const socket of sockets.splice(0)) socket.destroy()
    expect(await mailbox.mailsTo('broken@example.com')).toHaveLength(1)
    await mailbox.close()
    gate.close()
  })

  test.each<[string, () => string, RegExp]>([
    ['a wrong password', () => server.imapUrl.replace(/:[^/:@]*@/, ':wrong@'), /the user name or password is refused/],
    ['a mailbox that does not exist', () => `${server.imapUrl}/Shop`, /there is no mailbox "Shop", but INBOX/],
    ['a port of another protocol', () => server.imapUrl.replace('imap:', 'imaps:'), /does not speak TLS at that port/],
    ['SMTP behind the address', () => server.smtpUrl.replace('smtp:', 'mailhog+http:'), /is it the SMTP port\?/],
    ['a folder that is none', () => 'maildir:/nowhere/at/all', /there is no folder \/nowhere\/at\/all\n/],
    [
      'a folder that is no Maildir',
      () => `maildir:${server.folder}/cur`,
      /is no Maildir, which has folders "new" and "cur"/,
    ],
  ])('%s is reported', async (_, url, message) => {
    const failure = await openMailbox(url(), new Redactor()).catch((error: Error) => error)
    expect((failure as Error).message).toMatch(message)
    expect((failure as Error).message).not.toContain(imapPassword)
  })

  test('an untrusted certificate is reported with the setting, before any account is created', async () => {
    const shop = await startReferenceProcess(server.smtpUrl, '2.4.8-p1')
    const { code, stderr } = await runAgainst(shop, { MAGENTO_MAILBOX_URL: server.imapsUrl }).finally(shop.stop)
    expect(stderr).toMatch(/its certificate is not trusted .*: set NODE_EXTRA_CA_CERTS to the file/)
    expect(stderr).not.toContain(imapPassword)
    expect(code).toBe(3)
  })
})

function contentOf(folder: string): string[] {
  return ['new', 'cur'].flatMap((name) =>
    readdirSync(join(folder, name)).map((file) => readFileSync(join(folder, name, file), 'utf8')),
  )
}

async function send(smtpUrl: string, recipients: readonly string[]): Promise<void> {
  const transport = nodemailer.createTransport(smtpUrl)
  for (const to of recipients) {
    const kind = to.split(/[+@]/)[0]?.replace('not-', '')
    const text = `Choose a password: https://shop.test/?id=1&token=${kind}`
    await transport.sendMail({ from: 'shop@example.com', to, subject: 'Bienvenue', text })
  }
  transport.close()
}

/** Waits for a mail, which a mail server delivers some time after it accepted it. */
async function settled<T>(look: () => Promise<readonly T[]>, count: number): Promise<readonly T[]> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const found = await look()
    if (found.length >= count) return found
    await sleep(50)
  }
  return look()
}
