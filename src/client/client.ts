import type { IncomingMessage } from 'node:http'
import pLimit from 'p-limit'
import supertest from 'supertest'
import type { Header, RecordedRequest, RecordedResponse } from '../recording/exchange.ts'
import { type Connection, openConnection, whatBroke } from './connection.ts'
import type { Ask } from './request.ts'
import { type Destination, wireOf } from './wire.ts'

/** The target gave no complete answer: refused, reset, timed out, TLS. Never counted as its non-conformance. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

export interface Answered {
  readonly startedAt: string
  readonly time: number
  readonly retries: number
  readonly request: RecordedRequest
  readonly response: RecordedResponse
}

export interface ClientOptions extends Destination {
  /** Certificates and a proxy on the way, where the target needs them. */
  readonly connection?: Connection
  readonly concurrency: number
  /** How many requests were made of the target before, by another client. */
  readonly askedBefore?: number
  /** Milliseconds for one answer, first to last byte. */
  readonly timeout: number
}

export interface Client {
  /** How many requests it has under way at once. */
  readonly concurrency: number
  /** How many requests it has made so far. */
  readonly asked: number
  /** @throws NoAnswer when no complete answer came in time */
  ask(request: Ask): Promise<Answered>
  close(): void
}

const largestBody = 20 * 1024 * 1024
const brokenConnection = /ECONNRESET|EPIPE|aborted|socket hang up/

/**
 * The one place that speaks HTTP to the target. supertest repairs and hides what a contract is about (HTML becomes
 * `{}`, an empty body `""`), so its parser is replaced by one that keeps the bytes, and the header list is the raw one.
 */
export function createClient(options: ClientOptions): Client {
  const agent = openConnection(options.baseUrl, options.concurrency, options.connection)
  const limit = pLimit(options.concurrency)
  const target = supertest(options.baseUrl)

  let asked = options.askedBefore ?? 0

  async function once(request: Ask): Promise<Answered> {
    asked++
    const { method, path, headers, body } = wireOf(request, options)
    const test = target[method.toLowerCase() as 'get'](path)
      .agent(agent)
      .redirects(0)
      .buffer(true)
      .ok(() => true)
    test.timeout({ response: options.timeout, deadline: options.timeout }).maxResponseSize(largestBody)
    for (const [name, value] of Object.entries(headers)) test.set(name, value)
    if (body) test.serialize(() => body as unknown as string).send(body as unknown as object)
    let bytes = Buffer.alloc(0)
    test.parse(((stream: IncomingMessage, done: (error: Error | null, value: unknown) => void) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer | string) => chunks.push(Buffer.from(chunk as Buffer)))
      stream.on('end', () => {
        bytes = Buffer.concat(chunks)
        done(null, null)
      })
    }) as never)
    const startedAt = new Date().toISOString()
    const start = performance.now()
    try {
      const answer = (await test) as unknown as { res: IncomingMessage; req?: unknown }
      const { res } = answer
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
      throw new NoAnswer(`${method} ${path}: ${whatBroke(error as Error, options.connection)}`, { cause: error })
    }
  }

  /** A question that changes nothing is asked once more when the connection broke, and the recording says so. */
  async function retried(request: Ask): Promise<Answered> {
    try {
      return await once(request)
    } catch (error) {
      const again =
        (request.method === 'GET' || request.method === 'HEAD') && brokenConnection.test((error as Error).message)
      if (!again) throw error
      return { ...(await once(request)), retries: 1 }
    }
  }

  /** Whose token has run out asks once more with a new one: a 401 has changed nothing. */
  async function authorized(request: Ask): Promise<Answered> {
    const answered = await limit(() => retried(request))
    const { token } = request
    if (answered.response.status !== 401 || typeof token !== 'object') return answered
    const sent = answered.request.headers.find(([name]) => name === 'authorization')?.[1] ?? ''
    return (await token.renew(sent)) ? limit(() => retried(request)) : answered
  }

  return {
    concurrency: options.concurrency,
    get asked() {
      return asked
    },
    ask: authorized,
    close: () => agent.destroy(),
  }
}

function pairs(raw: readonly string[]): Header[] {
  return Array.from({ length: raw.length / 2 }, (_, index) => [raw[index * 2] as string, raw[index * 2 + 1] as string])
}
