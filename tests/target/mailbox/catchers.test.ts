import nodemailer from 'nodemailer'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Redactor } from '../../../src/recording/redact.ts'
import type { Mailbox } from '../../../src/target/mailbox/mailbox.ts'
import { openMailbox } from '../../../src/target/mailbox/open.ts'
import { UsageError } from '../../../src/target/settings.ts'
import { TargetError } from '../../../src/target/target.ts'
import { type CaughtMail, mailhogApi, mailpitApi, type RunningCatcher, serveCatcher } from '../../support/catcher.ts'
import { freePort, type RunningMaildev, startMaildev } from '../../support/maildev.ts'
import { serve } from '../../support/serve.ts'

const credentials = { user: 'jane', pass: 'mailbox-secret/@' }
const userinfo = `${credentials.user}:${encodeURIComponent(credentials.pass)}`

/** One catcher of each kind, the first of them real, with a function that delivers a mail. */
interface Kind {
  readonly url: string
  deliver(to: readonly string[], token: string, blind?: readonly string[]): Promise<void>
  close(): Promise<void>
}

const link = (token: string) => `https://shop.test/customer/account/createPassword/?id=7&token=${token}`

async function realMaildev(): Promise<Kind> {
  const running: RunningMaildev = await startMaildev(credentials)
  const transport = nodemailer.createTransport(running.smtpUrl)
  return {
    url: running.mailboxUrl,
    async deliver(to, token, blind = []) {
      const envelope = { from: 'shop@example.com', to: [...to, ...blind] }
      const listed = running.nextMail()
      await transport.sendMail({
        envelope,
        from: 'shop@example.com',
        to: [...to],
        subject: 'Bienvenue',
        html: anchor(token),
      })
      await listed
    },
    async close() {
      transport.close()
      await running.close()
    },
  }
}

const anchor = (token: string) => `<p><a href="${link(token).replaceAll('&', '&amp;')}">Weiter</a></p>`

async function standIn(name: 'mailpit' | 'mailhog'): Promise<Kind & { readonly running: RunningCatcher }> {
  const api = name === 'mailpit' ? mailpitApi : mailhogApi
  const running = await serveCatcher(api, `${credentials.user}:${credentials.pass}`)
  return {
    running,
    url: running.url.replace('http://', `${name}+http://${userinfo}@`),
    deliver: async (to, token, blind) => void running.mails.push(caught(running.mails.length, to, token, blind)),
    close: async () => running.close(),
  }
}

function caught(index: number, to: readonly string[], token: string, blind: readonly string[] = []): CaughtMail {
  const head = `From: shop@example.com\r\nTo: ${to.join(', ')}\r\nSubject: Bienvenue\r\nContent-Type: text/html\r\n`
  return { id: `id-${index}`, to, blind, subject: 'Bienvenue', source: `${head}\r\n${anchor(token)}` }
}

const kinds: Record<string, Kind> = {}
beforeAll(async () => {
  Object.assign(kinds, {
    maildev: await realMaildev(),
    mailpit: await standIn('mailpit'),
    mailhog: await standIn('mailhog'),
  })
})
afterAll(async () => {
  for (const kind of Object.values(kinds)) await kind.close()
})

const open = async (url: string) => (await openMailbox(url, new Redactor())) as Mailbox
let count = 0
const fresh = () => `contract-abcdef0123-${++count}@example.com`

describe.each(['maildev', 'mailpit', 'mailhog'])('%s', (name) => {
  let kind: Kind
  beforeEach(() => {
    kind = kinds[name] as Kind
  })

  test('finds the mails to exactly an address, oldest first, ignoring case', async () => {
    const [address, other] = [`Jane+Tag.${fresh()}`, fresh()]
    await kind.deliver([address], 'first')
    await kind.deliver([`x${address}`], 'longer')
    await kind.deliver([other], 'other')
    await kind.deliver([other, address], 'second')
    const mailbox = await open(kind.url)
    const mails = await mailbox.mailsTo(address.toLowerCase())
    expect(mails.map(({ to, subject, links }) => ({ to, subject, links }))).toEqual([
      { to: [address], subject: 'Bienvenue', links: [link('first')] },
      { to: [other, address], subject: 'Bienvenue', links: [link('second')] },
    ])
    expect(await mailbox.mailsTo(address.replace('+Tag', ''))).toEqual([])
    expect(Date.parse(mails[0]?.receivedAt ?? '')).not.toBeNaN()
  })

  test('returns recipients that only the envelope names', async () => {
    const address = fresh()
    await kind.deliver([address], 'shared', ['spy@example.com'])
    expect((await (await open(kind.url)).mailsTo(address))[0]?.to).toEqual([address, 'spy@example.com'])
  })

  test('returns the mails since it was opened', async () => {
    await kind.deliver([fresh()], 'before')
    const mailbox = await open(kind.url)
    expect(await mailbox.arrivals()).toEqual([])
    const address = fresh()
    await kind.deliver([address], 'since')
    expect(await mailbox.arrivals()).toEqual([{ to: [address], subject: 'Bienvenue' }])
  })

  test('deletes the mails to an address, except those with other recipients', async () => {
    const [address, other] = [fresh(), fresh()]
    const mailbox = await open(kind.url)
    await kind.deliver([address], 'own')
    await kind.deliver([address, other], 'shared')
    await kind.deliver([other], 'others')
    expect(await mailbox.deleteMailsTo([address, fresh()])).toBe(1)
    expect(await mailbox.mailsTo(address)).toHaveLength(1)
    expect(await mailbox.mailsTo(other)).toHaveLength(2)
  })

  test.each<[string, (url: string) => string | Promise<string>, RegExp]>([
    ['nobody there', async () => `${name}+http://127.0.0.1:${await freePort()}`, /cannot be asked: .*ECONNREFUSED/],
    ['a wrong password', (url) => url.replace(userinfo, 'jane:wrong'), /the user name or password is refused \(401\)/],
    ['no password', (url) => url.replace(`${userinfo}@`, ''), /it asks for a user name and a password \(401\)/],
    ['TLS where there is none', (url) => url.replace('+http:', '+https:'), /does not speak TLS at that port/],
  ])('%s is reported before any account is created', async (_, change, message) => {
    const failure = await open(await change(kind.url)).catch((error: Error) => error)
    expect(failure).toBeInstanceOf(TargetError)
    expect((failure as Error).message).toMatch(message)
    expect((failure as Error).message).not.toContain('mailbox-secret')
    expect((failure as Error).message).toContain('Check MAGENTO_MAILBOX_URL')
  })
})

test.each([
  ['maildev', 'MailDev', ['mailpit', 'mailhog']],
  ['mailpit', 'Mailpit', ['maildev', 'mailhog']],
  ['mailhog', 'MailHog', ['maildev', 'mailpit']],
])('a %s behind the address of another kind is named', async (name, called, others) => {
  for (const other of others) {
    const url = (kinds[name] as Kind).url.replace(`${name}+`, `${other}+`)
    await expect(open(url)).rejects.toThrow(`this is ${called}: let the URL begin with ${name}+http://`)
  }
})

test('a broken connection is retried only once', async () => {
  const kind = await standIn('mailpit')
  let toBreak = 0
  const gate = await serve(async (request, response) => {
    if (toBreak-- > 0) return void request.socket.destroy()
    const headers = { authorization: request.headers.authorization ?? '' }
    const answer = await fetch(kind.running.url + request.url, { headers })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text())
  })
  const mailbox = await open(gate.url.replace('http://', `mailpit+http://${userinfo}@`))
  toBreak = 1
  expect(await mailbox.mailsTo(fresh())).toEqual([])
  toBreak = 2
  await expect(mailbox.mailsTo(fresh())).rejects.toThrow(/^GET http:\/\/127\.0\.0\.1:\d+\/api\/v1\/search/)
  gate.close()
  await kind.close()
})

test('another program at the address is reported', async () => {
  const server = await serve((_, response) => response.end('{"total": 0}'))
  const url = server.url.replace('http:', 'mailhog+http:')
  await expect(open(url)).rejects.toThrow('neither Mailpit nor MailHog nor MailDev answers there')
  server.close()
})

test.each([
  ['pop3://host', /begins with "pop3": it must be one of mailpit\+http:\/\/host:port, .*maildir:\/path/],
  ['localhost:1080', /begins with "localhost"/],
  ['imaps://host/INBOX', /has no user name and password \(an @ in the name is written %40\)/],
  ['imaps://:secret-of-jane@host/INBOX', /has no user name and password/],
  ['maildir:relative/path', /names no absolute path: write it as maildir:\/path/],
  ['mailpit+http:///', /names no host/],
  ['mailpit+http://jane:secret-of-jane/@host:8025', /is no URL: in a user name or password write \/ as %2F/],
])('the invalid URL %s is reported', async (url, message) => {
  const failure = await open(url).catch((error: Error) => error)
  expect(failure).toBeInstanceOf(UsageError)
  expect((failure as Error).message).toMatch(message)
  expect((failure as Error).message).not.toContain('secret-of-jane')
})

test.each(['mailpit', 'mailhog'] as const)(
  'with thousands of mails, a %s gets requests for one or two pages',
  async (name) => {
    const kind = await standIn(name)
    const { mails, asked } = kind.running
    for (let index = 0; index < 5000; index++) mails.push(caught(index, [`old-${index}@example.com`], 'old'))
    const mailbox = await open(kind.url)
    const [address, busy] = [fresh(), fresh()]
    await kind.deliver([address], 'new')
    for (let index = 0; index < 120; index++) await kind.deliver([busy], `busy${index}`)
    asked.length = 0
    expect(await mailbox.mailsTo(address)).toHaveLength(1)
    expect(asked).toHaveLength(2)
    expect(await mailbox.arrivals()).toHaveLength(121)
    expect(asked).toHaveLength(5)
    const found = await mailbox.mailsTo(busy)
    expect(found.map(({ links }) => links[0])).toEqual(Array.from({ length: 120 }, (_, index) => link(`busy${index}`)))
    asked.length = 0
    await mailbox.mailsTo(busy)
    expect(asked).toHaveLength(3)
    await kind.close()
  },
)
