import { expect, test } from 'vitest'
import { createOutbox } from '../../../reference/outbox.ts'
import { inTheMeantime } from '../../../src/perform/meanwhile.ts'
import { type Waiting, waitForMails } from '../../../src/perform/wait-for-mails.ts'
import { Redactor } from '../../../src/recording/redact.ts'
import type { Arrival, Mailbox } from '../../../src/target/mailbox/mailbox.ts'
import { outboxMailbox } from '../../../src/target/mailbox/outbox.ts'

const token = 'q0u66k8h42yaevtchv09uyy3y9gaj2ap'
const to = 'contract-0123456789-1@example.com'
const look = { scenario: 'literal', name: 'mails', to, expected: 1 }

/** An outbox with a delay of five seconds, and the number of queries. */
function late(timeout: number, changes: Partial<Waiting> = {}) {
  const outbox = createOutbox()
  outbox.delay = 5
  const pauses: number[] = []
  const patience = {
    now: () => outbox.clock.now(),
    pause: async (milliseconds: number) => {
      pauses.push(milliseconds)
      outbox.clock.advance(milliseconds / 1000)
    },
  }
  const waiting: Waiting = {
    mailbox: outboxMailbox(outbox),
    timeout,
    patience,
    redactor: new Redactor(),
    pattern: '',
    missing: new Map(),
    ...changes,
  }
  const send = (html: string, address = to) =>
    outbox.mails.push({ from: 'shop@example.com', to: address, subject: 'Welcome', html, sentAt: 0 })
  return { waiting, pauses, send }
}

test('a late mail is awaited with growing pauses of at most a second', async () => {
  const { waiting, pauses, send } = late(30_000)
  send(`<a href="https://shop.test/?token=${token}">x</a>`)
  const { live } = await waitForMails(waiting, look)
  expect(live.mails).toHaveLength(1)
  expect(live.meanwhile).toBeUndefined()
  expect(pauses.slice(0, 6)).toEqual([20, 40, 80, 160, 320, 640])
  expect(Math.max(...pauses)).toBe(1000)
  expect(live.waitedMs).toBeLessThan(7000)
})

test('the timeout is not exceeded, and mails that came meanwhile are described', async () => {
  const { waiting, send } = late(3000)
  send('late')
  const { live } = await waitForMails(waiting, look)
  expect(live.mails).toHaveLength(0)
  expect(live.waitedMs).toBe(3000)
  expect(live.meanwhile).toBe(
    'no mail at all has arrived since the run began: does the shop send what goes to MAGENTO_EMAIL_DOMAIN to this mailbox?',
  )
})

test('the same mail is not awaited twice', async () => {
  const { waiting, pauses } = late(3000)
  await waitForMails(waiting, look)
  const once = pauses.length
  const { live } = await waitForMails(waiting, look)
  expect(pauses).toHaveLength(once)
  expect(live.meanwhile).toBeDefined()
  expect(live.waitedMs).toBeGreaterThanOrEqual(3000)
  await waitForMails(waiting, { ...look, expected: 2 })
  expect(pauses.length).toBeGreaterThan(once)
})

test('other mails are described by number and kind, without address and text of other people’s', () => {
  const own = (subject: string, n = 2): Arrival => ({ to: [`Contract-0123456789-${n}@example.com`], subject })
  const others: Arrival[] = [
    { to: ['contract-9876543210-1@example.com'], subject: 'of another run' },
    { to: ['boss@example.com'], subject: 'a secret' },
  ]
  const words = inTheMeantime(
    [own('Welcome'), own('Welcome', 3), own('Reset'), ...others, { to: [to], subject: 'x' }],
    to,
  )
  expect(words).toBe(
    '3 mail(s) to other addresses of the run have arrived (2 × “Welcome”, 1 × “Reset”), and 2 mail(s) to others have',
  )
  expect(inTheMeantime([{ to: [to], subject: 'x' }], to)).toBe('no other mail has arrived since the run began')
  expect(inTheMeantime(others, to)).toMatch(
    /^2 mail\(s\) to others have arrived, none to any address of the run: does the shop send/,
  )
  expect(inTheMeantime([{ to: [to], subject: 'x' }, ...others], to)).toBe(
    '2 mail(s) to others have arrived, none to another address of the run',
  )
})

test('a mail without a token link is recorded with its text, shortened and redacted', async () => {
  const { waiting, send } = late(30_000)
  const code = 'a1b2c3d4e5f6a7b8c9d0'
  const counted = `https://count.test/c/${encodeURIComponent(`https://shop.test/?t=${token}`)}/Zm9vYmFyMTIzNDU2Nzg5MA`
  send(`<p>Your code for ${to} is ${code}.</p><a href="${counted}">x</a><p>${'and so on '.repeat(100)}</p>`)
  const { live, kept } = await waitForMails(waiting, look)
  const [mail] = kept.mails
  expect(mail?.text).toMatch(/^Your code for contract-0123456789-1@example\.com is [a-z0-9]{20}\. x and so on/)
  expect(mail?.text?.length).toBeLessThanOrEqual(401)
  expect(mail?.links[0]).toMatch(/^https:\/\/count\.test\/c\/https%3A%2F%2Fshop\.test%2F%3Ft%3D[a-z0-9]{32}\/\w+$/)
  for (const secret of [code, token, 'Zm9vYmFyMTIzNDU2Nzg5MA']) expect(JSON.stringify(kept)).not.toContain(secret)
  expect(live.mails[0]?.text).toContain(code)
})

test('a mail with a token link is recorded without its text', async () => {
  const { waiting, send } = late(30_000)
  send(`<p>Hello</p><a href="https://shop.test/?token=${token}">x</a>`)
  const { kept } = await waitForMails(waiting, look)
  expect(kept.mails[0]).not.toHaveProperty('text')
  expect(kept.mails[0]?.links[0]).not.toContain(token)
})

test('a mailbox that cannot be accessed ends the wait', async () => {
  const broken: Mailbox = { ...late(0).waiting.mailbox, mailsTo: () => Promise.reject(new Error('gone')) }
  await expect(waitForMails(late(1000, { mailbox: broken }).waiting, look)).rejects.toThrow('gone')
})
