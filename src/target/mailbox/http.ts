import { decoded } from '../../shared/decoded.ts'
import { MailboxError } from './mailbox.ts'
import { isBroken, troubleOf } from './trouble.ts'

const limit = 15_000

/** What a catcher answered. */
export interface CatcherAnswer {
  readonly status: number
  readonly body: Buffer
  /** undefined when it is none. */
  readonly json: unknown
}

/** A catcher's HTTP API: one way of asking for all of them. */
export interface CatcherApi {
  /** Without credentials and without a slash at its end. */
  readonly root: string
  /** Whatever is answered. @throws MailboxError when nothing is, or the credentials are refused */
  ask(path: string, init?: RequestInit): Promise<CatcherAnswer>
  /** The JSON of an answer with status 200. @throws MailboxError for any other */
  json(path: string): Promise<unknown>
  /** The bytes of an answer with status 200, none for 404. @throws MailboxError for any other */
  bytes(path: string): Promise<Buffer | undefined>
  /** @throws MailboxError unless it is done, or was done already */
  delete(path: string, body?: object): Promise<void>
}

/** @param url `KIND+http(s)://[user:password@]host:port[/path]` */
export function catcherApi(url: URL): CatcherApi {
  const base = new URL(url.href.replace(/^\w+\+/, ''))
  const { username, password } = base
  const credentials = `${decoded(username)}:${decoded(password)}`
  const authorization = username ? `Basic ${Buffer.from(credentials).toString('base64')}` : undefined
  base.username = ''
  base.password = ''
  base.search = ''
  base.hash = ''
  const root = base.href.replace(/\/+$/, '')

  const ask = async (path: string, init: RequestInit = {}): Promise<CatcherAnswer> => {
    const headers = { ...(init.headers as Record<string, string>), ...(authorization ? { authorization } : {}) }
    const what = `${init.method ?? 'GET'} ${root}${path}`
    const once = async () => {
      const response = await fetch(root + path, { ...init, headers, signal: AbortSignal.timeout(limit) })
      return { status: response.status, body: Buffer.from(await response.arrayBuffer()) }
    }
    const { status, body } = await once()
      // A catcher may close a connection in the moment in which it is used again; whatever is asked may be asked twice.
      .catch((error) => (isBroken(error) ? once() : Promise.reject(error)))
      .catch((error) => {
        throw new MailboxError(`${what}: ${troubleOf(error)}`)
      })
    if (status === 401 || status === 403)
      throw new MailboxError(
        authorization
          ? `${what}: the user name or password is refused (${status})`
          : `${what}: it asks for a user name and a password (${status}): write them into the URL, as …//user:password@host`,
      )
    return { status, body, json: parsed(body) }
  }
  const refused = (method: string, path: string, { status }: CatcherAnswer) =>
    new MailboxError(`${method} ${root}${path} is answered with ${status}`)

  return {
    root,
    ask,
    async json(path) {
      const answer = await ask(path)
      if (answer.status !== 200 || answer.json === undefined) throw refused('GET', path, answer)
      return answer.json
    },
    async bytes(path) {
      const answer = await ask(path)
      if (answer.status === 404) return undefined
      if (answer.status !== 200) throw refused('GET', path, answer)
      return answer.body
    },
    async delete(path, body) {
      const sent = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}
      const answer = await ask(path, { method: 'DELETE', ...sent })
      if (answer.status !== 200 && answer.status !== 404) throw refused('DELETE', path, answer)
    },
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return undefined
  }
}
