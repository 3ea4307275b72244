import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Exchange } from '../../src/recording/exchange.ts'
import { createClient, NoAnswer } from '../../src/target/client/client.ts'
import { get, post } from '../../src/target/client/request.ts'
import { freePort } from '../support/maildev.ts'
import { answers, noAnswers } from './behaviours.ts'
import { type Behaviour, json, type RawServer, serveRaw } from './raw-server.ts'

let server: RawServer | undefined
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => {}))
afterEach(() => {
  server?.close()
  // Warnings of the HTTP library would appear in the middle of a report.
  expect(console.warn).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})

async function ask(url: string, request = get('/V1/x')): Promise<Exchange> {
  const client = createClient({ baseUrl: url, store: 'default', headers: {}, concurrency: 1, timeout: 1000 })
  try {
    return new Exchange({ scenario: 's', name: 'x', ...(await client.ask(request)) })
  } finally {
    client.close()
  }
}

async function askRaw(behaviour: Behaviour, request = get('/V1/x')): Promise<Exchange> {
  server = await serveRaw(behaviour)
  return ask(`http://127.0.0.1:${server.port}`, request)
}

describe('the reason for a missing response', () => {
  test.each(Object.entries(noAnswers))('%s', async (_, { behaviour, says }) => {
    const answered = askRaw(behaviour)
    await expect(answered).rejects.toThrow(says)
    await expect(answered).rejects.toBeInstanceOf(NoAnswer)
  })

  test('nobody listens', async () => {
    await expect(ask(`http://127.0.0.1:${await freePort()}`)).rejects.toThrow(/ECONNREFUSED/)
  })

  test('TLS requested from a server without TLS', async () => {
    server = await serveRaw(() => {})
    const { port } = server
    await expect(ask(`https://127.0.0.1:${port}`)).rejects.toThrow(/TLS failed|no complete answer|connection broke/)
  })
})

describe('a response, judged unchanged', () => {
  test.each(Object.entries(answers))('%s', async (_, { behaviour, status, json: value, problem }) => {
    const { body, json, ...exchange } = await askRaw(behaviour)
    expect([exchange.data.response.status, json]).toEqual([status, value])
    if (problem) expect(body.problem).toMatch(problem)
  })

  test('one that is sent before the request is read', async () => {
    const answered = await askRaw(
      (socket) => {
        socket.pause()
        socket.write(json('{"a":1}'))
      },
      post('/V1/x', 'a'.repeat(1000)),
    )
    expect(answered.json).toEqual({ a: 1 })
  })

  test('a redirect to another host is not followed', async () => {
    const other = await serveRaw((socket) => socket.write(json('true')))
    const answered = await askRaw((socket) =>
      socket.write(`HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:${other.port}/\r\nContent-Length: 0\r\n\r\n`),
    )
    other.close()
    expect([answered.status, other.asked()]).toEqual([302, 0])
  })
})

test('the timeout is a tenth after many timeouts, and full again after a response', async () => {
  let awake = false
  server = await serveRaw((socket) => void (awake && socket.write(json('true'))))
  const baseUrl = `http://127.0.0.1:${server.port}`
  const client = createClient({ baseUrl, store: 'default', headers: {}, concurrency: 10, timeout: 1000 })
  const ask = () =>
    client.ask(get('/V1/x')).then(
      ({ response }) => response.status,
      ({ message }: Error) => message,
    )
  expect(new Set(await Promise.all(Array.from({ length: 10 }, ask)))).toEqual(
    new Set(['GET /rest/default/V1/x: no complete answer within 1 s']),
  )
  expect(await ask()).toBe('GET /rest/default/V1/x: no complete answer within 0.1 s')
  awake = true
  expect(await ask()).toBe(200)
  awake = false
  expect(await ask()).toBe('GET /rest/default/V1/x: no complete answer within 1 s')
  client.close()
})
