import { setTimeout as sleep } from 'node:timers/promises'
import { type Reference, startReference } from '../../reference/index.ts'
import { bodyOf, serve } from './serve.ts'

export interface SlowShop {
  /** Maximum delay of a request, and of its response, in milliseconds. */
  pause: number
  readonly url: string
  readonly reference: Reference
  /** Returns the e-mails of all customers, from an administrator's search. */
  addresses(): Promise<string[]>
  close(): Promise<void>
}

/**
 * Starts the reference with a delay before each request and each response, so that a run can be interrupted in
 * between. The shop completes a received request even if the client no longer waits.
 */
export async function startSlowShop(pause: number): Promise<SlowShop> {
  const reference = await startReference({ release: '2.4.7-p6' })
  const door = await serve(async (request, response) => {
    const body = await bodyOf(request).catch(() => undefined)
    if (!body) return
    await sleep(Math.random() * shop.pause)
    const { method = 'GET', url = '/', headers } = request
    const answer = await reference.shop.handle({ method, url, headers, body })
    await sleep(Math.random() * shop.pause)
    response.statusCode = answer.status
    for (const [name, value] of answer.headers) response.appendHeader(name, value)
    response.end(answer.body)
  })
  const search = `${reference.url}/rest/V1/customers/search?searchCriteria[pageSize]=10000`
  const shop: SlowShop = {
    pause,
    url: door.url,
    reference,
    async addresses() {
      const answer = await fetch(search, { headers: { authorization: `Bearer ${reference.admin.token}` } })
      const { items } = (await answer.json()) as { items: { email: string }[] }
      return items.map(({ email }) => email)
    },
    async close() {
      await door.close()
      await reference.close()
    },
  }
  return shop
}
