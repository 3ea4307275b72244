import http, { type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

const timeHeader = 'x-reference-time'

/** The time that a front states, milliseconds since 1970; undefined for a request that came by none. */
export function timeOfFront({ headers }: IncomingMessage): number | undefined {
  const time = Number(headers[timeHeader])
  return headers[timeHeader] !== undefined && Number.isFinite(time) ? time : undefined
}

/**
 * A second web server of a running reference: the same accounts, answered by the clock of the process it runs in, as
 * a second PHP pool under libfaketime before a shop's one database.
 * @param options `of`: the reference's URL, which was started with `fronts`; where to listen as of `startReference`
 */
export async function startFront(options: {
  of: string
  port?: number
  host?: string
}): Promise<{ url: string; close: () => void }> {
  const { of, port = 0, host = '127.0.0.1' } = options
  const server = http.createServer((request, response) => {
    const { method, url, headers } = request
    const onwards = http.request(`${of}${url}`, { method, headers: { ...headers, [timeHeader]: String(Date.now()) } })
    onwards.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
      answer.pipe(response)
    })
    onwards.on('error', (error) => {
      response.writeHead(502, { 'Content-Type': 'text/plain' }).end(`${of} does not answer: ${error.message}\n`)
    })
    request.pipe(onwards)
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const { port: bound } = server.address() as AddressInfo
  return {
    url: `http://${host}:${bound}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
