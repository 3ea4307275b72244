import http, { type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

const timeHeader = 'x-reference-time'

/** Returns the time that a front server sends, milliseconds since 1970; undefined for a direct request. */
export function timeOfFront({ headers }: IncomingMessage): number | undefined {
  const time = Number(headers[timeHeader])
  return headers[timeHeader] !== undefined && Number.isFinite(time) ? time : undefined
}

/**
 * Starts a second web server for a running reference: the same accounts, with the clock of the process it runs in, like
 * a second PHP pool under libfaketime with the same database.
 * @param options `of`: URL of the reference, which was started with `fronts`; where to listen as for `startReference`
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
