import { afterEach, expect, test } from 'vitest'
import { type Reference, startReference } from '../../../reference/index.ts'
import { del, get, type Token } from '../../../src/target/client/request.ts'
import type { Target } from '../../../src/target/target.ts'
import { open } from '../../support/open.ts'

let shop: Reference
let target: Target
afterEach(async () => {
  await target.close()
  await shop.close()
})

async function start(release = '2.4.8-p1') {
  const logins: number[] = []
  shop = await startReference({
    release,
    changes: [
      ({ onAnswer }) =>
        onAnswer((call, answer) => {
          if (call.route?.operation === 'token.createAdmin') logins.push(answer.status)
          return undefined
        }),
    ],
  })
  const opened = await open({
    MAGENTO_BASE_URL: shop.url,
    MAGENTO_RELEASE: release,
    MAGENTO_ADMIN_USERNAME: 'admin',
    MAGENTO_ADMIN_PASSWORD: 'Admin123',
  })
  target = opened.target
  const token = target.adminToken as Token
  const status = async (path: string) => (await target.client.ask(get(path, { token }))).response.status
  return { logins, said: opened.said, status, token }
}

test.each(['2.4.3-p2', '2.4.8-p1'])(
  '%s: a token that has run out is made anew, once for all who wait',
  async (release) => {
    const { logins, status, said } = await start(release)
    shop.clock.advance(5 * 3600)
    const statuses = await Promise.all(Array.from({ length: 12 }, () => status('/V1/customers/1')))
    expect(new Set(statuses)).toEqual(new Set([404]))
    expect(logins).toEqual([200, 200])
    shop.clock.advance(5 * 3600)
    expect(await status('/V1/customers/1')).toBe(404)
    expect(logins).toEqual([200, 200, 200])
    expect(said).toEqual([])
  },
)

test('a missing permission causes no new login, and the response is kept', async () => {
  const { logins, token, status } = await start()
  const admin = shop.shop.store.admins[0]
  if (admin) admin.resources = ['Magento_Customer::customer']
  const refused = await target.client.ask(del('/V1/customers/1', { token }))
  expect(refused.response.status).toBe(401)
  expect(refused.response.body.toString()).toContain('Magento_Customer::delete')
  expect(await status('/V1/customers/1')).toBe(404)
  expect(logins).toEqual([200])
})

test('after a failed new login there is no further one, so that the administrator is not locked', async () => {
  const { logins, status, said } = await start()
  const admin = shop.shop.store.admins[0]
  if (admin) admin.password = 'Changed123'
  shop.clock.advance(5 * 3600)
  const statuses = await Promise.all(Array.from({ length: 12 }, () => status('/V1/customers/1')))
  expect(new Set(statuses)).toEqual(new Set([401]))
  expect(await status('/V1/customers/1')).toBe(401)
  expect(logins).toEqual([200, 401])
  expect(said).toEqual([expect.stringMatching(/token ran out, and there is no other: .*the password is wrong/)])
})

test('a request that may have changed data is repeated only after a 401', async () => {
  const { token } = await start()
  const customers = shop.shop.store.customers
  const create = await target.client.ask({
    method: 'POST',
    path: '/V1/customers',
    json: { customer: { email: 'a@example.com', firstname: 'A', lastname: 'B' } },
  })
  const { id } = JSON.parse(create.response.body.toString()) as { id: number }
  shop.clock.advance(5 * 3600)
  expect((await target.client.ask(del(`/V1/customers/${id}`, { token }))).response.status).toBe(200)
  expect(customers.size).toBe(0)
  const before = target.client.asked
  expect((await target.client.ask(del(`/V1/customers/${id}`, { token }))).response.status).toBe(404)
  expect(target.client.asked).toBe(before + 1)
})
