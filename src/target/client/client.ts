import type { ClientRequest, IncomingMessage } from 'node:http'
import pLimit from 'p-limit'
import supertest from 'supertest'
import { firstValue, type Header } from '../../recording/exchange.ts'
import type { Answered } from './answered.ts'
import { largestAnswer, limitAfter, measureOf, prepare, takeBody } from './body.ts'
import { type Connection, openConnection } from './connection.ts'
import { isBroken, isLate, NoAnswer, ofTheShop, reasonOf } from './no-answer.ts'
import type { Ask } from './request.ts'
import { type Destination, wireOf } from './wire.ts'

export { NoAnswer } from './no-answer.ts'

export interface ClientOptions extends Destination {
  /** Certificates and proxy, if the target needs them. */
  readonly connection?: Connection
  readonly concurrency: number
  /** Requests that another client sent to the target before. */
  readonly askedBefore?: number
  /** Timeout of one response in milliseconds, first to last byte. */
  readonly timeout: number
}

export interface Client {
  /** Maximum number of concurrent requests. */
  readonly concurrency: number
  /** Number of requests sent so far. */
  readonly asked: number
  /** @throws NoAnswer if no complete response arrived in time, Unavailable for a response that is not the shop's */
  ask(request: Ask): Promise<Answered>
  close(): void
}

/** After this many consecutive timeouts the timeout is a tenth, until a response arrives. */
const lateInARow = 10

/**
 * Sends all HTTP requests to the target. supertest modifies what a contract checks (HTML becomes `{}`, an empty body
 * `""`), so its parser is replaced by one that keeps the bytes, and headers are taken from the raw list.
 */
export function createClient(options: ClientOptions): Client {
  const agent = openConnection(options.baseUrl, options.concurrency, options.connection)
  const limit = pLimit(options.concurrency)
  const target = supertest(options.baseUrl)

  let asked = options.askedBefore ?? 0
  let taken = 0
  let late = 0

  async function once(request: Ask): Promise<Answered> {
    asked++
    const { method, path, headers, body } = wireOf(request, options)
    const test = target[method.toLowerCase() as 'get'](path)
      .agent(agent)
      .redirects(0)
      .buffer(true)
      .ok(() => true)
    const limit = request.page ? largestAnswer : limitAfter(taken)
    const timeout = late < lateInARow ? options.timeout : options.timeout / 10
    test.timeout({ response: timeout, deadline: timeout }).maxResponseSize(limit)
    test.on('request', ({ req }: { req: ClientRequest }) => prepare(req))
    for (const [name, value] of Object.entries(headers)) test.set(name, value)
    if (body) test.serialize(() => body as unknown as string).send(body as unknown as object)
    let bytes: Buffer = Buffer.alloc(0)
    test.parse(((stream: IncomingMessage, done: (error: Error | null, value: unknown) => void) => {
      takeBody(stream, limit).then(
        (body) => {
          bytes = body
          done(null, null)
        },
        done as (error: Error) => void,
      )
    }) as never)
    const startedAt = new Date().toISOString()
    const start = performance.now()
    try {
      const answer = (await test) as unknown as { res: IncomingMessage; req?: unknown }
      const { res } = answer
      if (!request.page) taken += measureOf(bytes)
      late = 0
      return {
        startedAt,
        time: Math.round((performance.now() - start) * 10) / 10,
        retries: 0,
        request: {
          method,
          url: options.baseUrl + path,
          headers: Object.entries(headers),
          ...(body ? { body } : {}),
        },
        response: {
          status: res.statusCode as number,
          statusText: res.statusMessage ?? '',
          httpVersion: `HTTP/${res.httpVersion}`,
          headers: pairs(res.rawHeaders),
          body: bytes,
        },
      }
    } catch (error) {
      if (isLate(error)) late++
      throw new NoAnswer(`${method} ${path}: ${reasonOf(error as Error, timeout, limit, options.connection)}`, {
        cause: error,
      })
    }
  }

  /** Retries a GET or HEAD once if the connection broke; the recording notes it. */
  async function retried(request: Ask): Promise<Answered> {
    try {
      return await once(request)
    } catch (error) {
      if (!/^(GET|HEAD)$/.test(request.method) || !isBroken(error)) throw error
      return { ...(await once(request)), retries: 1 }
    }
  }

  /** Retries once with a new token if the old one has expired; a request answered with 401 has changed nothing. */
  async function authorized(request: Ask): Promise<Answered> {
    const answered = await limit(() => retried(request))
    const { token } = request
    if (answered.response.status !== 401 || typeof token !== 'object') return answered
    const sent = firstValue(answered.request.headers, 'authorization') ?? ''
    return (await token.renew(sent)) ? limit(() => retried(request)) : answered
  }

  return {
    concurrency: options.concurrency,
    get asked() {
      return asked
    },
    ask: async (request) => ofTheShop(`${request.method} ${request.path}`, await authorized(request), request.page),
    close: () => agent.destroy(),
  }
}

function pairs(raw: readonly string[]): Header[] {
  return Array.from({ length: raw.length / 2 }, (_, index) => [raw[index * 2] as string, raw[index * 2 + 1] as string])
}
