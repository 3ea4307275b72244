import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, expect, test } from 'vitest'
import { Exchange } from '../../../src/recording/exchange.ts'
import { createClient, NoAnswer } from '../../../src/target/client/client.ts'
import { get, post } from '../../../src/target/client/request.ts'

let server: Server | undefined
afterEach(() => server?.close())

async function ask(listener: RequestListener, request = get('/V1/x')): Promise<Exchange> {
  server = createServer(listener)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const client = createClient({ baseUrl, store: 'default', headers: {}, concurrency: 2, timeout: 500 })
  try {
    return new Exchange({ scenario: 's', name: 'x', ...(await client.ask(request)) })
  } finally {
    client.close()
  }
}

test('HTML is no JSON and keeps its bytes', async () => {
  const exchange = await ask((_, response) => response.setHeader('Content-Type', 'text/html').end('<b>no</b>'))
  expect(exchange.body).toMatchObject({ text: '<b>no</b>', json: undefined })
  expect(exchange.at('').exists).toBe(false)
})

test('an empty body with a JSON type is no empty string', async () => {
  const exchange = await ask((_, response) => response.setHeader('Content-Type', 'application/json').end())
  expect(exchange.body).toMatchObject({ json: undefined, problem: 'empty' })
})

test('bad UTF-8 is not repaired', async () => {
  const bytes = Buffer.from([0x22, 0xff, 0xfe, 0x22])
  const exchange = await ask((_, response) => response.setHeader('Content-Type', 'application/json').end(bytes))
  expect(exchange.body).toMatchObject({ text: undefined, json: undefined, problem: 'not UTF-8' })
  expect(exchange.data.response.body).toEqual(bytes)
})

test('JSON null is JSON', async () => {
  const exchange = await ask((_, response) => response.end('null'))
  expect(exchange.body.json).toEqual({ value: null })
})

test('headers keep their order, spelling and repetition; the reason phrase is kept', async () => {
  const exchange = await ask((_, response) => {
    response.statusMessage = 'Fine'
    response.setHeader('Set-Cookie', ['a=1', 'b=2']).setHeader('X-Odd', 'yes').end()
  })
  expect(exchange.headers('set-cookie')).toEqual(['a=1', 'b=2'])
  expect(exchange.data.response.headers.slice(0, 3)).toEqual([
    ['Set-Cookie', 'a=1'],
    ['Set-Cookie', 'b=2'],
    ['X-Odd', 'yes'],
  ])
  expect(exchange.data.response.statusText).toBe('Fine')
})

test('a packed body is unpacked, a redirect is not followed', async () => {
  const packed = await ask((_, response) => response.setHeader('Content-Encoding', 'gzip').end(gzipSync('{"a":1}')))
  expect(packed.json).toEqual({ a: 1 })
  const moved = await ask((_, response) => response.writeHead(302, { location: '/elsewhere' }).end())
  expect(moved.status).toBe(302)
})

test('the request is sent unchanged', async () => {
  const seen: string[] = []
  await ask(
    (request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers['content-type']} ${request.headers.authorization}`)
      request.on('data', (chunk) => seen.push(String(chunk))).on('end', () => response.end())
    },
    post('/V1/x', 'text', { token: 't', store: null }),
  )
  expect(seen).toEqual(['POST /rest/V1/x application/json Bearer t', '"text"'])
})

test.each<[string, RequestListener]>([
  [
    'cut off',
    (_, response) => response.writeHead(200, { 'content-length': '100' }).write('abc', () => response.destroy()),
  ],
  ['never answered', () => {}],
  ['reset', (request) => request.socket.resetAndDestroy()],
])('an answer that is %s is no answer', async (_, listener) => {
  await expect(ask(listener)).rejects.toBeInstanceOf(NoAnswer)
})

test('a refused connection is no answer, and says so', async () => {
  const client = createClient({
    baseUrl: 'http://127.0.0.1:1',
    store: 'default',
    headers: {},
    concurrency: 1,
    timeout: 500,
  })
  await expect(client.ask(get('/V1/x'))).rejects.toThrow(/GET \/rest\/default\/V1\/x: ECONNREFUSED/)
})

test('a request that changes nothing is repeated after a broken connection, and the recording says so', async () => {
  const seen: string[] = []
  const listener: RequestListener = (request, response) => {
    seen.push(request.method as string)
    if (seen.length === 1) request.socket.resetAndDestroy()
    else response.end('true')
  }
  const exchange = await ask(listener)
  expect(seen).toEqual(['GET', 'GET'])
  expect(exchange.data.retries).toBe(1)
  seen.length = 0
  await expect(ask(listener, post('/V1/x', {}))).rejects.toBeInstanceOf(NoAnswer)
  expect(seen).toEqual(['POST'])
})
