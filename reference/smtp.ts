import nodemailer from 'nodemailer'
import type { Outbox } from './outbox.ts'

/**
 * Sends what the outbox gets over SMTP too, as a shop does.
 * @param url `smtp://[user:password@]host:port`
 * @returns a promise of all mails handed over so far
 */
export function sendOverSmtp(outbox: Outbox, url: string): () => Promise<void> {
  const transport = nodemailer.createTransport({ url, pool: true } as nodemailer.TransportOptions)
  const underWay = new Set<Promise<unknown>>()
  const push = outbox.mails.push.bind(outbox.mails)
  outbox.mails.push = (...mails) => {
    for (const { from, to, subject, html } of mails) {
      const sent = transport.sendMail({ from, to, subject, html }).catch((error: Error) => {
        console.error(`mail to ${to} was not sent: ${error.message}`)
      })
      underWay.add(sent)
      void sent.finally(() => underWay.delete(sent))
    }
    return push(...mails)
  }
  return async () => {
    await Promise.all(underWay)
    transport.close()
  }
}
