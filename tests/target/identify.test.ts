import { afterAll, beforeAll, test } from 'vitest'
import { type Reference, startReference } from '../../reference/index.ts'
import { front } from '../support/front.ts'
import { passOn } from '../support/in-front.ts'
import { open } from '../support/open.ts'

const release = '2.4.8-p1'

let shop: Reference
beforeAll(async () => {
  shop = await startReference({ release })
})
afterAll(() => shop.close())

test('a shop that returns a customer without a token is judged as a Magento', async () => {
  const onward = passOn(shop.url)
  const { url } = await front((request, response) => {
    if (request.url?.endsWith('/V1/customers/me') && !request.headers.authorization)
      return response.end('{"id":1,"email":"somebody@example.com"}')
    if (request.url?.endsWith('/integration/customer/token')) return response.writeHead(500).end('{}')
    return onward(request, response)
  })
  const { target } = await open({ MAGENTO_BASE_URL: url, MAGENTO_RELEASE: release })
  await target.close()
})

test.each([
  [200, '{"ok":true}'],
  [401, '{"message":"The consumer isn\'t authorized to access %resources."}'],
])('a shop whose login refuses like Magento is judged, whatever its profile answers (%s)', async (status, body) => {
  const onward = passOn(shop.url)
  const { url } = await front((request, response) =>
    request.url?.endsWith('/V1/customers/me') ? response.writeHead(status).end(body) : onward(request, response),
  )
  const { target } = await open({ MAGENTO_BASE_URL: url, MAGENTO_RELEASE: release })
  await target.close()
})
