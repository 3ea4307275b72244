import http, { type IncomingMessage, type RequestListener } from 'node:http'
import https from 'node:https'
import type { AddressInfo, Server } from 'node:net'

export interface Served {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** Starts a server on a free port; with TLS if options for it are given. */
export async function serve(listener: RequestListener, tls?: https.ServerOptions): Promise<Served> {
  const server = tls ? https.createServer(tls, listener) : http.createServer(listener)
  server.keepAliveTimeout = 65_000
  const port = await listenOn(server)
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Makes a server listen on a free port, and returns the port. */
export async function listenOn(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

/** Returns the complete body of a request or response. */
export async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of message) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
