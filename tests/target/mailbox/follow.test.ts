import { afterAll, beforeAll, expect, test } from 'vitest'
import { followTo } from '../../../src/target/mailbox/follow.ts'
import { serve } from '../../support/serve.ts'

const token = 'q0u66k8h42yaevtchv09uyy3y9gaj2ap'

let counter: Awaited<ReturnType<typeof serve>>
let asked: string[]

/** A click counter, and the shop behind it, which must get no request for the page with the token. */
beforeAll(async () => {
  counter = await serve((request, response) => {
    asked.push(
      `${request.method} ${request.url}${request.headers.authorization || request.headers.cookie ? ' with credentials' : ''}`,
    )
    const to = (location: string) => response.writeHead(302, { location, 'set-cookie': 'seen=1' }).end()
    const { url = '' } = request
    if (url === '/once') return to(`/shop/createPassword/?id=1&token=${token}`)
    if (url === '/twice') return to('/once')
    if (url === '/own') return to(`/reset/${token}`)
    if (url === '/get-only') return request.method === 'HEAD' ? response.writeHead(405).end() : to(`/x?token=${token}`)
    if (url === '/loop') return to('/loop')
    if (url === '/mailto') return to('mailto:jane@example.com')
    return response.writeHead(200).end('a page')
  })
})
afterAll(() => counter.close())

const follow = (path: string, pattern = '') => {
  asked = []
  return followTo(pattern)([`${counter.url}${path}`])
}

test.each([
  ['/once', `/shop/createPassword/?id=1&token=${token}`, ['HEAD /once']],
  ['/twice', `/shop/createPassword/?id=1&token=${token}`, ['HEAD /twice', 'HEAD /once']],
  ['/get-only', `/x?token=${token}`, ['HEAD /get-only', 'GET /get-only']],
  ['/page', '/page', ['HEAD /page']],
  ['/mailto', '/mailto', ['HEAD /mailto']],
])('%s leads to %s', async (path, destination, requests) => {
  expect(await follow(path)).toEqual([`${counter.url}${destination}`])
  expect(asked).toEqual(requests)
})

test('it stops at a link that matches the shop’s own pattern', async () => {
  expect(await follow('/own', '/reset/(?<token>[^/?]+)')).toEqual([`${counter.url}/reset/${token}`])
  expect(asked).toEqual(['HEAD /own'])
})

test('it stops after a few redirects', async () => {
  expect(await follow('/loop')).toEqual([`${counter.url}/loop`])
  expect(asked).toHaveLength(5)
})

test('no request is sent if a link already has a token; without an answer the link stays', async () => {
  asked = []
  const links = [`${counter.url}/once`, `${counter.url}/?token=${token}`]
  expect(await followTo('')(links)).toEqual(links)
  expect(asked).toEqual([])
  expect(await followTo('')(['http://127.0.0.1:1/x'])).toEqual(['http://127.0.0.1:1/x'])
})
