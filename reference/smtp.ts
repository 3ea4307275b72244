import nodemailer from 'nodemailer'
import type { Outbox } from './outbox.ts'

/**
 * Also sends the outbox's mails over SMTP.
 * @param url `smtp://[user:password@]host:port`
 * @returns a function whose promise resolves when all mails so far have been handed over
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
