import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { openTarget } from '../../src/target/open.ts'
import { readSettings } from '../../src/target/read-settings.ts'
import { inWords, record, red } from '../support/run.ts'
import { serve } from '../support/serve.ts'

interface Passed {
  readonly status: number
  readonly reason: string
  readonly headers: readonly string[]
  readonly body: Buffer
  /** True if the request accepts a compressed response. */
  readonly takesGzip: boolean
}

type Relay = (passed: Passed, response: ServerResponse) => Promise<void> | void

let shop: Reference
beforeEach(async () => {
  shop = await startReference()
})
afterEach(() => shop.close())

/** Forwards head and body, with the relay's changes. */
function writeHead(
  { status, headers }: Passed,
  response: ServerResponse,
  without: readonly string[] = [],
  reason?: string,
) {
  response.statusCode = status
  if (reason !== undefined) response.statusMessage = reason
  for (let index = 0; index < headers.length; index += 2) {
    const [name, value] = [headers[index] as string, headers[index + 1] as string]
    if (!['connection', 'keep-alive', ...without].includes(name.toLowerCase())) response.appendHeader(name, value)
  }
}

const relays: Record<string, Relay> = {
  'answers delayed at random up to 300 ms': async (passed, response) => {
    await sleep(Math.random() * 300)
    writeHead(passed, response)
    response.end(passed.body)
  },
  'answers in chunks of seven bytes': async (passed, response) => {
    writeHead(passed, response, ['content-length'])
    for (let index = 0; index < passed.body.length; index += 7) response.write(passed.body.subarray(index, index + 7))
    response.end()
  },
  'HTTP/1.0 style: the end of the connection ends the answer': (passed, response) => {
    response.shouldKeepAlive = false
    response.useChunkedEncodingByDefault = false
    writeHead(passed, response, ['content-length'])
    response.removeHeader('transfer-encoding')
    response.end(passed.body)
  },
  'a proxy that adds Via and says another reason': (passed, response) => {
    writeHead(passed, response, [], 'Whatever')
    response.setHeader('Via', '1.1 proxy')
    response.end(passed.body)
  },
  'gzip for whoever takes it': (passed, response) => {
    writeHead(passed, response, ['content-length'])
    response.setHeader('Vary', 'Accept-Encoding')
    if (!passed.takesGzip) return void response.end(passed.body)
    response.setHeader('Content-Encoding', 'gzip')
    response.end(passed.body.length ? gzipSync(passed.body) : undefined)
  },
}

/** A reverse proxy in front of the shop. */
function relaying(relay: Relay) {
  return (request: IncomingMessage, response: ServerResponse) => {
    const onwards = http.request(
      `${shop.url}${request.url}`,
      { method: request.method, headers: request.headers },
      async (answer) => {
        const chunks: Buffer[] = []
        for await (const chunk of answer) chunks.push(chunk as Buffer)
        const { statusCode = 0, statusMessage = '', rawHeaders } = answer
        const takesGzip = /gzip/.test(String(request.headers['accept-encoding'] ?? ''))
        const body = Buffer.concat(chunks)
        await relay({ status: statusCode, reason: statusMessage, headers: rawHeaders, body, takesGzip }, response)
      },
    )
    request.pipe(onwards)
  }
}

test.each(Object.entries(relays))('%s: no requirement fails', async (_, relay) => {
  const proxy = await serve(relaying(relay))
  const flags = {
    MAGENTO_BASE_URL: proxy.url,
    MAGENTO_RELEASE: shop.release,
    MAGENTO_ADMIN_TOKEN: shop.admin.token,
    MAGENTO_CONCURRENCY: '40',
  }
  const target = await openTarget(readSettings(flags, {}, '/nonexistent'))
  try {
    const recording = await record(target)
    expect(red(recording).map(inWords)).toEqual([])
    expect(recording.exchanges.length).toBeGreaterThan(300)
  } finally {
    await target.close()
    proxy.close()
  }
})
