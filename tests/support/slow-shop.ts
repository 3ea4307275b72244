import { setTimeout as sleep } from 'node:timers/promises'
import { type Reference, startReference } from '../../reference/index.ts'
import { bodyOf, serve } from './serve.ts'

export interface SlowShop {
  /** Milliseconds at most that a request waits, and its answer again. */
  pause: number
  readonly url: string
  readonly reference: Reference
  /** The addresses of all its customers, as an administrator's search shows them. */
  addresses(): Promise<string[]>
  close(): Promise<void>
}

/**
 * The reference behind a door that lets each request in after a while and each answer out after another, so that a
 * run can be caught in the middle of one. What has come in is finished though nobody waits for it any more.
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
