import http, { type IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { serve } from '../support/serve.ts'

/** Most answers are held up a little, some of them long; milliseconds. */
const [usual, longest] = [15, 250]

export interface Jittered {
  readonly url: string
  /** How many connections it has reset. */
  readonly resets: () => number
  readonly close: () => void
}

/**
 * A network before a shop: holds every answer up at random, and resets some connections of reading requests before
 * any byte of the answer. The same question is not reset twice running: a second reset in a row is an error, rightly.
 * @param percent how many of a hundred reading requests find the connection reset
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
