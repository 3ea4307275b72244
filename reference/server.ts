import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { timeOfFront } from './front.ts'
import { createShop } from './shop.ts'
import type { Reference, ReferenceOptions, Shop } from './types.ts'

/**
 * Starts a shop on a socket.
 * @param options those of `createShop`, and where to listen; default `127.0.0.1` and a free port
 * @throws if the port is in use or the release is invalid
 */
export async function startReference(options: ReferenceOptions = {}): Promise<Reference> {
  const { port = 0, host = '127.0.0.1', changes = [], fronts = false, ...rest } = options
  const shop = createShop(rest)
  const server = createServer((request, response) => {
    const answer = () => void serve(shop, request, response).catch(failed(response))
    const time = fronts ? timeOfFront(request) : undefined
    if (time === undefined) answer()
    else shop.clock.at(time, answer)
  })
  // Clients reuse connections; closing idle ones early would race with their next request.
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const { port: bound } = server.address() as AddressInfo
  shop.baseUrl = `http://${host.includes(':') ? `[${host}]` : host}:${bound}`
  for (const change of changes) change(shop)
  return {
    url: shop.baseUrl,
    shop,
    release: shop.release,
    clock: shop.clock,
    outbox: shop.outbox,
    admin: permanentAdmin(shop),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function permanentAdmin(shop: Shop): Reference['admin'] {
  const [admin] = shop.store.admins
  if (!admin) return { username: '', password: '', token: '' }
  return { username: admin.username, password: admin.password, token: shop.services.issuePermanentToken(admin.id) }
}

async function serve(shop: Shop, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const { status, headers, body } = await shop.handle({
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: request.headers,
    body: Buffer.concat(chunks),
    clientAddress: request.socket.remoteAddress ?? '127.0.0.1',
  })
  response.statusCode = status
  for (const [name, value] of headers) response.appendHeader(name, value)
  response.setHeader('Date', new Date(shop.clock.now()).toUTCString())
  response.setHeader('Content-Length', Buffer.byteLength(body))
  response.end(body)
}

/** Handles an error of this program, which is no behaviour of a shop. */
function failed(response: ServerResponse): (error: unknown) => void {
  return (error) => {
    console.error(error)
    if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' })
    response.end('The reference failed; see its console.\n')
  }
}
