import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { passOn } from '../support/in-front.ts'
import type { Behaviour } from './raw-server.ts'

/** What takes the place of the shop's answer to a request; nothing lets it through. */
export type Choose = (request: IncomingMessage, count: number) => Behaviour | undefined

export interface Relay {
  readonly url: string
  readonly close: () => void
  /** Nobody listens for this many milliseconds. */
  readonly pause: (milliseconds: number) => void
}

/**
 * Stands before a shop and answers some of the requests in its place, badly.
 * @param delay milliseconds before each of the others goes on
 */
export async function relayTo(shop: string, choose: Choose, delay = 0): Promise<Relay> {
  const forward = passOn(shop)
  let count = 0
  const server = createServer((request, response) => {
    const behaviour = choose(request, ++count)
    if (behaviour) request.resume().on('end', () => insteadOf(response, behaviour, count))
    else setTimeout(() => forward(request, response), delay)
  })
  server.on('clientError', (_, socket) => socket.destroy())
  await listen(server, 0)
  const { port } = server.address() as AddressInfo
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  return {
    url: `http://127.0.0.1:${port}`,
    close: stop,
    pause: (milliseconds) => {
      stop()
      setTimeout(() => void listen(server, port), milliseconds)
    },
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
}

/** Lets a behaviour have the connection, and the server think that it has answered: it takes the next request then. */
function insteadOf(response: ServerResponse, behaviour: Behaviour, count: number): void {
  const socket = response.socket
  if (!socket) return
  behaviour(socket, count)
  const { write } = socket
  socket.write = ((...given: unknown[]) => {
    const done = given.find((one) => typeof one === 'function') as (() => void) | undefined
    process.nextTick(() => done?.())
    return true
  }) as typeof write
  response.end()
  socket.write = write
}
