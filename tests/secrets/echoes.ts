import type { ServerResponse } from 'node:http'
import type { Echo, Heard } from './listening.ts'

/** Returns everything in a request, as text. */
function told({ request, body }: Heard): string {
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`)
  const bearer = /^Bearer [^.]*\.[^.]*\.(.+)$/.exec(request.headers.authorization ?? '')?.[1]
  return [`${request.method} ${request.url}`, ...headers, bearer, '', body].join('\n')
}

const html = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#039;')
const php = (value: unknown) =>
  JSON.stringify(value)
    .replaceAll('/', '\\/')
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
const base64 = (text: string) => Buffer.from(text).toString('base64')
const inLine = (text: string) => text.replace(/[^\x20-\x7e]/g, ' ')
const json = (response: ServerResponse, status: number, text: string) =>
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(text)

/** All ways to repeat a request in a response. */
export const echoes: readonly ((text: string, response: ServerResponse) => void)[] = [
  (text, response) => json(response, 400, php({ message: text, parameters: { resources: text } })),
  (text, response) => response.writeHead(500, { 'Content-Type': 'text/html' }).end(`<h1>${html(text)}</h1>`),
  (text, response) =>
    json(response, 200, JSON.stringify({ id: 1, email: text, ...JSON.parse(JSON.stringify({ text })) })),
  (text, response) => json(response, 401, JSON.stringify({ message: base64(text), trace: base64(`1${text}`) })),
  (text, response) =>
    json(
      response,
      404,
      JSON.stringify({
        message: Buffer.from(`12${text}`).toString('base64url'),
        parameters: [encodeURIComponent(text)],
      }),
    ),
  (text, response) => {
    response.statusMessage = inLine(text).slice(0, 4000)
    response.setHeader('X-Echo', inLine(text).slice(-4000))
    response.setHeader('Set-Cookie', [`echo=${encodeURIComponent(text).slice(0, 3000)}`])
    response.writeHead(302, { Location: `/?q=${new URLSearchParams({ text })}`.slice(0, 4000) }).end(inLine(text))
  },
  (text, response) => {
    response.writeHead(503, { 'Content-Type': 'text/plain' }).end(text)
  },
  (text, response) => {
    response.writeHead(200, { 'Content-Length': text.length + 100_000 }).write(text)
    setTimeout(() => response.destroy(), 5)
  },
]

/** From the given request on, every third response repeats its request, each time in another way. */
export function echoing(from: number): Echo {
  let times = 0
  return (heard, response) => {
    if (heard.count < from || heard.count % 3 !== 0) return false
    echoes[times++ % echoes.length]?.(told(heard), response)
    return true
  }
}

/** Every response repeats its request in this way. */
export const always =
  (index: number): Echo =>
  (heard, response) => {
    echoes[index]?.(told(heard), response)
    return true
  }

/** Breaks the connection of requests with a token or password in the URL. */
export const breaking: Echo = ({ request }, response) => {
  const holds = /resetLinkToken|password=/.test(request.url ?? '')
  if (holds) response.destroy()
  return holds
}

/** Refuses every registration because of its e-mail address, and repeats the request. */
export const complaining: Echo = (heard, response) => {
  const registers = heard.request.method === 'POST' && heard.request.url?.endsWith('/V1/customers') === true
  if (registers) json(response, 400, php({ message: `no such hostname: ${told(heard)}` }))
  return registers
}
