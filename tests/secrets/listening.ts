import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { bodyOf, serve } from '../support/serve.ts'

/** A request with its body. */
export interface Heard {
  readonly request: IncomingMessage
  readonly body: string
  readonly count: number
}

/** Responds instead of the shop, or forwards the request. */
export type Echo = (heard: Heard, response: ServerResponse) => boolean

export interface Listening {
  readonly url: string
  /** All sent passwords, issued tokens, sessions and form keys. */
  readonly secrets: Set<string>
  readonly close: () => void
}

/** Starts a relay in front of a shop that records the secrets of a run. */
export async function listenBefore(shop: string, echo: Echo): Promise<Listening> {
  const secrets = new Set<string>()
  let count = 0
  const { url, close } = await serve(async (request, response) => {
    const bytes = await bodyOf(request)
    notePasswords(bytes.toString(), secrets)
    if (echo({ request, body: bytes.toString(), count: ++count }, response)) return
    const { method, headers, url } = request
    const onwards = http.request(
      `${shop}${url}`,
      { method: method as string, headers, agent: false },
      async (answer) => {
        const body = await bodyOf(answer)
        for (const [, key] of body.toString().matchAll(/name="form_key"[^>]*value="([^"]+)"/g))
          secrets.add(key as string)
        if (/\/token$/.test(url ?? '') && answer.statusCode === 200) secrets.add(secretOf(body.toString()))
        for (const cookie of answer.headers['set-cookie'] ?? [])
          secrets.add(/^PHPSESSID=(?!deleted)([^;]*)/.exec(cookie)?.[1] ?? '')
        response.writeHead(answer.statusCode as number, answer.rawHeaders).end(body)
      },
    )
    onwards.end(bytes)
  })
  return { url, secrets, close }
}

/** Returns the token of a login response in JSON or XML; for a JSON Web Token its signature, the only secret part. */
function secretOf(answer: string): string {
  const [token = ''] = /[\w-]+\.[\w-]+\.[\w-]+|\w{32}/.exec(answer.replace(/<[^>]*>/g, '')) ?? []
  return token.split('.')[2] ?? token
}

function notePasswords(body: string, secrets: Set<string>): void {
  for (const [, quoted] of body.matchAll(/"(?:password|newPassword|currentPassword)":\s*("(?:[^"\\]|\\.)*")/g))
    secrets.add(JSON.parse(quoted as string) as string)
  for (const [name, value] of new URLSearchParams(body.startsWith('form_key=') || body.startsWith('login') ? body : ''))
    if (/password/.test(name)) secrets.add(value)
}
