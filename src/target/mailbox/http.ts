import { decoded } from '../../shared/decoded.ts'
import { MailboxError } from './mailbox.ts'
import { isBroken, troubleOf } from './trouble.ts'

const limit = 15_000

/** The response of a mail catcher. */
export interface CatcherAnswer {
  readonly status: number
  readonly body: Buffer
  /** undefined if the body is no JSON. */
  readonly json: unknown
}

/** The HTTP API of a mail catcher, common to all kinds. */
export interface CatcherApi {
  /** Base URL without credentials and trailing slash. */
  readonly root: string
  /** Returns any response. @throws MailboxError if there is none, or the credentials are refused */
  ask(path: string, init?: RequestInit): Promise<CatcherAnswer>
  /** Returns the JSON of a response with status 200. @throws MailboxError for any other status */
  json(path: string): Promise<unknown>
  /** Returns the body of a response with status 200, undefined for 404. @throws MailboxError for any other status */
  bytes(path: string): Promise<Buffer | undefined>
  /** @throws MailboxError unless it is deleted or was absent */
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
      // A catcher may close a kept-alive connection just as it is reused. All requests here can be repeated safely.
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
