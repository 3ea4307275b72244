import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { listenOn, type Served } from './serve.ts'

/** Forwards a request unchanged over a new connection, and returns the response. */
export function passOn(target: string): (request: IncomingMessage, response: ServerResponse) => void {
  const { hostname, port } = new URL(target)
  return (request, response) => {
    const { method, headers, url } = request
    const onward = http.request({ hostname, port, method, path: url, headers, agent: false }, (answer) => {
      const { rawHeaders, statusCode = 500, statusMessage = '' } = answer
      for (let index = 0; index < rawHeaders.length; index += 2)
        response.appendHeader(rawHeaders[index] as string, rawHeaders[index + 1] as string)
      response.writeHead(statusCode, statusMessage)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    request.pipe(onward)
  }
}

/** Responds like a server with basic authentication. */
export function challenge(response: ServerResponse): void {
  response
    .writeHead(401, { 'WWW-Authenticate': 'Basic realm="staging"', 'Content-Type': 'text/html' })
    .end('<h1>401</h1>')
}

export interface RunningProxy extends Served {
  /** The received requests: `CONNECT shop.test:443`. */
  readonly asked: string[]
}

/**
 * A proxy that connects every host name to this machine.
 * @param answer the status (other than 200 to refuse), and the credentials that it requires
 */
export async function startProxy(answer: { status?: number; user?: string } = {}): Promise<RunningProxy> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const wanted = answer.user && `Basic ${Buffer.from(answer.user).toString('base64')}`
  const server = http.createServer()
  server.on('connect', ({ url = '', headers }, socket: Socket) => {
    asked.push(`CONNECT ${url}`)
    const status = answer.status ?? (wanted && headers['proxy-authorization'] !== wanted ? 407 : 200)
    if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`)
    const onward = connect(Number(url.split(':').at(-1)), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n')
      onward.pipe(socket).pipe(onward)
    })
    for (const end of [socket, onward]) sockets.add(end.on('error', () => socket.destroy()))
  })
  const port = await listenOn(server)
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
