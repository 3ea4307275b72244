import type { RequestListener } from 'node:http'
import { describe, expect, test } from 'vitest'
import { NoAnswer } from '../../../src/target/client/client.ts'
import { get, post, put } from '../../../src/target/client/request.ts'
import { OverBudget } from '../../../src/target/guard/budget.ts'
import { Stopped } from '../../../src/target/guard/guard.ts'
import { retryAfter } from '../../../src/target/guard/retry-after.ts'
import { guarded } from './guarded.ts'

const login = (username: string, options = {}) =>
  post('/V1/integration/customer/token', { username, password: 'wrong' }, options)
const always = (status: number, headers: Record<string, string> = {}): RequestListener => {
  return (_, response) => response.writeHead(status, headers).end('"x"')
}
const statusOf = async (answer: Promise<{ response: { status: number } }>) => (await answer).response.status

describe('budgets', () => {
  test('a request beyond the ceiling is not sent; cleaning up still is', async () => {
    let asked = 0
    const { client, cleaner, budget } = await guarded(
      (_, response) => {
        asked++
        response.end('"x"')
      },
      { requests: 3 },
    )
    for (let count = 0; count < 3; count++) await client.ask(get('/V1/x'))
    await expect(client.ask(get('/V1/x'))).rejects.toThrow('the run has used up its 3 requests')
    await expect(client.ask(get('/V1/x'))).rejects.toMatchObject({ setting: 'raise MAGENTO_MAX_REQUESTS' })
    expect(await statusOf(cleaner.ask(get('/V1/x')))).toBe(200)
    expect([asked, budget.used.requests]).toEqual([4, 3])
  })

  test('a name is never failed six times, in whatever form and however many at once', async () => {
    const { client, budget } = await guarded(always(401))
    const body = '<login><username>JANE@example.com</username><password>wrong</password></login>'
    const logins = [
      ...Array.from({ length: 6 }, () => login('jane@example.com')),
      login('Jane@Example.com', { store: 'all' }),
      post('/V1/integration/customer/token', undefined, { body }),
    ]
    const ended = await Promise.allSettled(logins.map((one) => client.ask(one)))
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    for (const one of ended) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(OverBudget)
    expect(await statusOf(client.ask(login('john@example.com')))).toBe(401)
    expect(budget.used).toMatchObject({ failedLogins: 6, failedLoginsOfOneName: 5 })
  })

  test('a login that works clears the name’s failures, as it does in the shop', async () => {
    let status = 401
    const { client } = await guarded((_, response) => response.writeHead(status).end('"x"'))
    for (let count = 0; count < 4; count++) await client.ask(login('jane@example.com'))
    status = 200
    await client.ask(login('jane@example.com'))
    status = 401
    for (let count = 0; count < 5; count++) await client.ask(login('jane@example.com'))
    await expect(client.ask(login('jane@example.com'))).rejects.toBeInstanceOf(OverBudget)
  })

  test('failed logins and reset requests of the whole run have ceilings of their own', async () => {
    const { client } = await guarded(always(401), { failedLogins: 2, resetRequests: 1 })
    await client.ask(login('a@example.com'))
    await client.ask(post('/V1/integration/admin/token', { username: 'admin', password: 'wrong' }))
    await expect(client.ask(login('b@example.com'))).rejects.toThrow('2 failed logins')
    await client.ask(put('/V1/customers/password', { email: 'a@example.com' }))
    await expect(client.ask(put('/V1/customers/password', {}))).rejects.toThrow('1 reset requests')
    expect(await statusOf(client.ask(put('/V1/customers/me/password', {})))).toBe(401)
  })
})

describe('429 and Retry-After', () => {
  test.each(['0', 'date'])('all requests pause, and the refused is sent again: Retry-After %s', async (kind) => {
    const seen: string[] = []
    let refused = false
    const { client, pauses } = await guarded((request, response) => {
      seen.push(request.method as string)
      if (refused) return response.end('"x"')
      refused = true
      const header = kind === 'date' ? new Date(Date.now() + 1000).toUTCString() : kind
      return response.writeHead(429, { 'retry-after': header }).end('<h1>slow down</h1>')
    })
    const answer = await client.ask(post('/V1/x', {}))
    expect(answer.response.status).toBe(200)
    expect(answer.retries).toBe(1)
    expect(seen).toEqual(['POST', 'POST'])
    expect(pauses.spent).toBeLessThanOrEqual(2)
  })

  test('no request is sent while the target throttles', async () => {
    let refusedAt = 0
    const early: string[] = []
    const { client } = await guarded((request, response) => {
      if (!refusedAt) {
        refusedAt = performance.now()
        return response.writeHead(429, { 'retry-after': '1' }).end()
      }
      // No duration is tested: a request that arrives within the second was sent despite the pause.
      if (performance.now() - refusedAt < 990) early.push(request.url as string)
      return response.end('"x"')
    })
    const first = client.ask(get('/V1/first'))
    await new Promise((resolve) => setTimeout(resolve, 200))
    const others = Array.from({ length: 12 }, (_, index) => client.ask(get(`/V1/${index}`)))
    expect(await Promise.all([first, ...others].map(statusOf))).toEqual(Array.from({ length: 13 }, () => 200))
    expect(early).toEqual([])
  })

  test('a target that continues to throttle counts as no response: an error, not a failure', async () => {
    let asked = 0
    const { client } = await guarded((_, response) => {
      asked++
      response.writeHead(429, { 'retry-after': '0' }).end()
    })
    await expect(client.ask(get('/V1/x'))).rejects.toBeInstanceOf(NoAnswer)
    expect(asked).toBe(4)
  })

  test('a pause longer than allowed is not waited for, and no request is sent before it is over', async () => {
    let asked = 0
    const { client, cleaner } = await guarded((_, response) => {
      asked++
      response.writeHead(429, { 'retry-after': '3600' }).end()
    })
    await expect(client.ask(get('/V1/x'))).rejects.toThrow(/wants no requests for another 3600 s .*MAGENTO_MAX_PAUSE/)
    await expect(client.ask(get('/V1/x'))).rejects.toThrow(/wants no requests/)
    expect(asked).toBe(1)
    await expect(cleaner.ask(get('/V1/x'))).rejects.toThrow(/wants no requests/)
    expect(asked).toBe(2)
  })

  test('a 429 without Retry-After is waited for too', async () => {
    let asked = 0
    const { client, pauses } = await guarded((_, response) => {
      response.statusCode = asked++ ? 200 : 429
      response.end('{"message":"Too Many Requests"}')
    })
    expect(await statusOf(client.ask(get('/V1/x')))).toBe(200)
    expect([asked, pauses.spent]).toEqual([2, 1])
  })

  test('a login that gets 429 after many failures is repeated once, and 429 is the response; others continue', async () => {
    let asked = 0
    const { client, pauses } = await guarded((request, response) => {
      if (request.method === 'GET') return response.end('"x"')
      return response.writeHead(asked++ < 3 ? 401 : 429).end('{"message":"The account is locked."}')
    })
    for (let count = 0; count < 3; count++) await client.ask(login('jane@example.com'))
    await expect(client.ask(login('jane@example.com'))).rejects.toMatchObject({ answered: { retries: 1 } })
    expect(await statusOf(client.ask(get('/V1/x')))).toBe(200)
    expect([asked, pauses.spent]).toEqual([5, 1])
  })

  test('a mock’s own refusal of a reset request too many is its answer', async () => {
    const { client } = await guarded((_, response) =>
      response.writeHead(429).end('{"message":"We received too many requests, contact %1.","parameters":["x"]}'),
    )
    expect(await statusOf(client.ask(put('/V1/customers/password', {})))).toBe(429)
  })

  test('503 with Retry-After: only requests that change nothing are repeated', async () => {
    const seen: string[] = []
    const { client } = await guarded((request, response) => {
      seen.push(request.method as string)
      response.writeHead(seen.length % 2 ? 503 : 200, { 'retry-after': '0' }).end('"x"')
    })
    expect(await statusOf(client.ask(get('/V1/x')))).toBe(200)
    await expect(client.ask(post('/V1/x', {}))).rejects.toThrow(/not be sent twice/)
    expect(seen).toEqual(['GET', 'GET', 'POST'])
    const plain = await guarded(always(503))
    expect(await statusOf(plain.client.ask(get('/V1/x')))).toBe(503)
  })

  test.each<[string | undefined, number | undefined]>([
    ['120', 120],
    [' 0 ', 0],
    ['Thu, 01 Jan 1970 00:01:30 GMT', 90],
    ['Thursday, 01-Jan-70 00:01:30 GMT', 90],
    ['Thu Jan  1 00:01:30 1970 GMT', 90],
    ['Wed, 31 Dec 1969 00:00:00 GMT', 0],
    ['-5', undefined],
    ['1.5', undefined],
    ['soon', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('Retry-After: %s', (header, seconds) => expect(retryAfter(header, 0)).toBe(seconds))
})

test('after a stop only clean-up requests are sent; requests in progress are completed', async () => {
  let asked = 0
  const { client, cleaner, stop, settled } = await guarded((_, response) => {
    asked++
    setTimeout(() => response.end('"x"'), 50)
  })
  const underWay = Array.from({ length: 10 }, () => client.ask(get('/V1/x')).then(() => 'answered', String))
  await new Promise((resolve) => setTimeout(resolve, 20))
  stop()
  await settled()
  expect(asked).toBe(3)
  const ended = await Promise.all(underWay)
  expect(ended.filter((one) => one === 'answered')).toHaveLength(3)
  await expect(client.ask(get('/V1/x'))).rejects.toBeInstanceOf(Stopped)
  expect(await statusOf(cleaner.ask(get('/V1/x')))).toBe(200)
})

test('a stop ends a pause', async () => {
  const { client, stop, settled } = await guarded(always(429, { 'retry-after': '5' }))
  const paused = client.ask(get('/V1/x'))
  paused.catch(() => {})
  await new Promise((resolve) => setTimeout(resolve, 100))
  stop()
  await settled()
  await expect(paused).rejects.toBeInstanceOf(Stopped)
})
