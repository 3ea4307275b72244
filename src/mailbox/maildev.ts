import type { Mail } from '../recording/mail.ts'
import { linksOf } from './links.ts'
import { type Mailbox, MailboxError } from './mailbox.ts'

interface MaildevMail {
  readonly id: string
  readonly subject?: string
  readonly time?: string
  readonly html?: string | false
  readonly text?: string
  readonly to?: readonly { address: string }[]
}

/**
 * MailDev's HTTP API (`GET /email`).
 * @param url `maildev+http://[user:password@]host:port[/path]`
 */
export function maildev(url: URL): Mailbox {
  const base = new URL(url.href.replace(/^maildev\+/, ''))
  const authorization = base.username
    ? `Basic ${Buffer.from(`${decodeURIComponent(base.username)}:${decodeURIComponent(base.password)}`).toString('base64')}`
    : undefined
  base.username = ''
  base.password = ''
  const root = base.href.replace(/\/$/, '')

  return {
    description: `MailDev at ${root}`,
    async mailsTo(address) {
      const wanted = address.toLowerCase()
      const mails = (await ask(`${root}/email`, authorization)) as MaildevMail[]
      return mails.filter(({ to }) => to?.some((one) => one.address.toLowerCase() === wanted)).map(asMail)
    },
  }
}

async function ask(url: string, authorization: string | undefined): Promise<unknown[]> {
  let response: Response
  try {
    response = await fetch(url, {
      headers: { accept: 'application/json', ...(authorization ? { authorization } : {}) },
      signal: AbortSignal.timeout(10_000),
    })
  } catch (error) {
    throw new MailboxError(`GET ${url}: ${causeOf(error)}`)
  }
  if (response.status === 401) throw new MailboxError(`GET ${url}: the user name or password is refused (401)`)
  const body: unknown = await response.json().catch(() => undefined)
  if (response.status !== 200 || !Array.isArray(body))
    throw new MailboxError(`GET ${url}: this is no MailDev (${response.status})`)
  return body
}

function causeOf(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error ? cause.message : message
}

function asMail({ subject, time, html, text, to }: MaildevMail): Mail {
  return {
    to: (to ?? []).map(({ address }) => address),
    subject: subject ?? '',
    receivedAt: time ?? '',
    links: linksOf(html || undefined, text),
  }
}
