import http, { type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '../support/serve.ts'

/** Delays of responses in milliseconds: most are short, some long. */
const [usual, longest] = [15, 250]

export interface Jittered {
  readonly url: string
  /** Number of reset connections. */
  readonly resets: () => number
  readonly close: () => void
}

/**
 * A network in front of a shop: delays every response at random, and resets some connections of reading requests before
 * the first byte of the response. It never resets the same request twice in a row, which would rightly be an error.
 * @param percent percentage of reading requests whose connection is reset
 */
export async function jittered(shop: string, percent: number): Promise<Jittered> {
  const spared = new Set<string>()
  let resets = 0
  const agent = new http.Agent({ keepAlive: true })

  const isReset = ({ method, url, headers }: IncomingMessage): boolean => {
    const question = `${method} ${url} ${headers.authorization}`
    if (method !== 'GET' || spared.delete(question) || Math.random() * 100 >= percent) return false
    spared.add(question)
    resets++
    return true
  }

  const server = await serve(async (request, response) => {
    if (isReset(request)) return request.socket.resetAndDestroy()
    const { method, headers, url } = request
    const onwards = http.request(`${shop}${url}`, { method: method as string, headers, agent }, async (answer) => {
      await sleep(Math.min(longest, -usual * Math.log(1 - Math.random())))
      response.writeHead(answer.statusCode as number, answer.statusMessage, answer.rawHeaders)
      answer.pipe(response)
    })
    await sleep(Math.random() * usual)
    request.pipe(onwards)
    return undefined
  })
  return {
    url: server.url,
    resets: () => resets,
    close: () => {
      server.close()
      agent.destroy()
    },
  }
}
