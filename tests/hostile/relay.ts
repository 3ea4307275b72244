import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { passOn } from '../support/in-front.ts'
import type { Behaviour } from './raw-server.ts'

/** Returns the behaviour that replaces the shop's response to a request; undefined to forward it. */
export type Choose = (request: IncomingMessage, count: number) => Behaviour | undefined

export interface Relay {
  readonly url: string
  readonly close: () => void
  /** Refuses connections for this number of milliseconds. */
  readonly pause: (milliseconds: number) => void
}

/**
 * Starts a relay in front of a shop, which answers some of the requests badly itself.
 * @param delay milliseconds by which each other request is delayed
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

/** Gives the connection to a behaviour, and makes the server accept the next request as if it had responded. */
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
