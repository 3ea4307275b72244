import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'

/** Handles a connection after the head of a request has arrived. */
export type Behaviour = (socket: Socket, count: number) => void

export interface RawServer {
  readonly port: number
  /** Number of requests. */
  readonly asked: () => number
  readonly close: () => void
}

/** Starts a server with any behaviour on a free port of this machine. */
export async function serveRaw(behaviour: Behaviour): Promise<RawServer> {
  const sockets = new Set<Socket>()
  let asked = 0
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    socket.on('data', (bytes) => {
      // Every request of the tests is one packet, and no body looks like a request.
      if (/^[A-Z]+ \S+ HTTP\/1\.1\r\n/.test(bytes.toString('latin1'))) behaviour(socket, ++asked)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    asked: () => asked,
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** Returns an HTTP/1.1 response in JSON with the right length. */
export function json(body: string, headers = '', status = '200 OK'): string {
  return `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`
}

/** Writes a chunk repeatedly, as fast as it is read, until the connection ends. */
export function pour(socket: Socket, chunk: Buffer, times = Number.POSITIVE_INFINITY): void {
  let left = times
  const more = () => {
    while (!socket.destroyed && left-- > 0) if (!socket.write(chunk)) return socket.once('drain', more)
    return undefined
  }
  more()
}
