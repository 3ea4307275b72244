import type { ServerResponse } from 'node:http'
import { bodyOf, serve } from './serve.ts'

/** A mail in a catcher. */
export interface CaughtMail {
  readonly id: string
  readonly to: readonly string[]
  /** Recipients of the envelope only. */
  readonly blind?: readonly string[]
  readonly subject: string
  readonly source: string
}

export interface RunningCatcher {
  /** The URL without the kind: `http://127.0.0.1:port`. */
  readonly url: string
  readonly mails: CaughtMail[]
  /** All received request lines. */
  readonly asked: string[]
  close(): void
}

type Answer = { readonly json: unknown } | { readonly text: string } | undefined
type Api = (
  request: { method: string; path: string; query: URLSearchParams; body: string },
  mails: CaughtMail[],
) => Answer

/**
 * A stand-in for a catcher that cannot be installed here: it responds as in the catcher's documentation and source.
 * @param credentials `user:password` that it requires
 */
export async function serveCatcher(api: Api, credentials?: string): Promise<RunningCatcher> {
  const mails: CaughtMail[] = []
  const asked: string[] = []
  const { url, close } = await serve(async (request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const wanted = credentials && `Basic ${Buffer.from(credentials).toString('base64')}`
    if (wanted && request.headers.authorization !== wanted) return void response.writeHead(401).end('Unauthorised.\n')
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://catcher')
    const body = (await bodyOf(request)).toString()
    send(response, api({ method: request.method ?? '', path: pathname, query: searchParams, body }, mails))
  })
  return { url, mails, asked, close }
}

function send(response: ServerResponse, answer: Answer): void {
  if (!answer) response.writeHead(404, { 'content-type': 'text/plain' }).end('404 page not found\n')
  else if ('json' in answer)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer.json))
  else response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(answer.text)
}

/** The time at which the n-th mail arrived. */
const created = (mails: readonly CaughtMail[], mail: CaughtMail) =>
  new Date(Date.UTC(2026, 0, 1) + mails.indexOf(mail) * 1000).toISOString()

const page = <T>(list: readonly T[], query: URLSearchParams, most: number): T[] => {
  const start = Number(query.get('start') ?? 0)
  return list.slice(start, start + Math.min(Number(query.get('limit') ?? 50), most))
}

/** Mailpit 1.27: `to:"…"` matches a part of the header’s recipients, newest first; deleting without ids deletes all. */
export const mailpitApi: Api = ({ method, path, query, body }, mails) => {
  const summary = (mail: CaughtMail) => ({
    ID: mail.id,
    Created: created(mails, mail),
    Subject: mail.subject,
    From: { Name: '', Address: 'shop@example.com' },
    To: mail.to.map((Address) => ({ Name: '', Address })),
    Cc: [],
    Bcc: (mail.blind ?? []).map((Address) => ({ Name: '', Address })),
    Tags: [],
    Snippet: '',
  })
  const list = (found: readonly CaughtMail[]) => ({
    json: {
      total: mails.length,
      unread: mails.length,
      count: found.length,
      messages_count: found.length,
      start: Number(query.get('start') ?? 0),
      tags: [],
      messages: page(found.toReversed(), query, 1000).map(summary),
    },
  })
  if (path === '/api/v1/info')
    return { json: { Version: 'v1.27.11', Database: '/data/mailpit.db', Messages: mails.length } }
  if (path === '/api/v1/search' && method === 'GET') {
    const wanted = /^to:"(.*)"$/.exec(query.get('query') ?? '')?.[1]?.toLowerCase() ?? ''
    return list(mails.filter(({ to }) => JSON.stringify(to).toLowerCase().includes(wanted)))
  }
  if (path === '/api/v1/messages' && method === 'GET') return list(mails)
  if (path === '/api/v1/messages' && method === 'DELETE') {
    const { IDs = [] } = JSON.parse(body || '{}') as { IDs?: string[] }
    remove(mails, ({ id }) => IDs.length === 0 || IDs.includes(id))
    return { text: 'ok' }
  }
  const raw = mails.find(({ id }) => path === `/api/v1/message/${id}/raw`)
  return raw && { text: raw.source }
}

/** MailHog 1.0.1: `kind=to` matches a part of any recipient, newest first, 250 a page at most; without mails null. */
export const mailhogApi: Api = ({ method, path, query }, mails) => {
  const item = (mail: CaughtMail) => ({
    ID: mail.id,
    From: { Relays: null, Mailbox: 'shop', Domain: 'example.com', Params: '' },
    To: [...mail.to, ...(mail.blind ?? [])].map((address) => ({
      Relays: null,
      Mailbox: address.slice(0, address.lastIndexOf('@')),
      Domain: address.slice(address.lastIndexOf('@') + 1),
      Params: '',
    })),
    Content: { Headers: { Subject: [mail.subject], To: [mail.to.join(', ')] }, Body: '', Size: 0, MIME: null },
    Created: created(mails, mail),
    MIME: null,
    Raw: { From: 'shop@example.com', To: mail.to, Data: mail.source, Helo: 'shop' },
  })
  const list = (found: readonly CaughtMail[]) => {
    const items = page(found.toReversed(), query, 250).map(item)
    return {
      json: {
        total: found.length,
        count: items.length,
        start: Number(query.get('start') ?? 0),
        items: items.length ? items : null,
      },
    }
  }
  if (path === '/api/v2/messages') return list(mails)
  if (path === '/api/v2/search') {
    const wanted = (query.get('query') ?? '').toLowerCase()
    const names = ({ to, blind = [] }: CaughtMail) => [...to, ...blind].map((address) => address.toLowerCase())
    return list(mails.filter((mail) => names(mail).some((address) => address.includes(wanted))))
  }
  const [, id, download] = /^\/api\/v1\/messages\/([^/]+)(\/download)?$/.exec(path) ?? []
  const mail = mails.find((one) => one.id === id)
  if (method === 'DELETE') {
    remove(mails, (one) => one.id === id)
    return { text: '' }
  }
  return mail && download ? { text: mail.source } : undefined
}

function remove(mails: CaughtMail[], isGone: (mail: CaughtMail) => boolean): void {
  for (const mail of mails.filter(isGone)) mails.splice(mails.indexOf(mail), 1)
}
