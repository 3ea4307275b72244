import { afterEach, expect, test } from 'vitest'
import { operation } from '../../faults/change.ts'
import { type Reference, Refusal, startReference } from '../../reference/index.ts'
import { newFolder } from '../support/command.ts'
import { contractHere } from '../support/here.ts'

let shop: Reference
afterEach(() => shop.close())

const run = (environment: Record<string, string>) =>
  contractHere(['--out', newFolder()], { MAGENTO_BASE_URL: shop.url, MAGENTO_RELEASE: shop.release, ...environment })

test('an e-mail domain that the shop refuses ends with 2, instead of a hundred failures', async () => {
  shop = await startReference()
  const { code, stderr } = await run({ MAGENTO_EMAIL_DOMAIN: 'shop.local' })
  expect(stderr).toMatch(/MAGENTO_EMAIL_DOMAIN is "shop\.local": the shop takes no address there/)
  expect(code).toBe(2)
})

test('a store view of another website with an unknown id ends with 2: registrations land on the default one', async () => {
  shop = await startReference()
  shop.shop.store.websites.push({ id: 2, code: 'other', name: 'Other', groupName: 'Other Store', defaultStoreId: 2 })
  shop.shop.store.stores.push({ id: 2, code: 'other', name: 'Other View', websiteId: 2 })
  const { handle } = shop.shop
  shop.shop.handle = async (request) =>
    request.url.startsWith('/graphql') ? { status: 404, headers: [], body: '' } : handle(request)
  const { code, stderr } = await run({ MAGENTO_STORE_CODE: 'other', MAGENTO_ADMIN_TOKEN: shop.admin.token })
  expect(shop.shop.store.customers.size).toBe(0)
  expect(stderr).toMatch(/MAGENTO_STORE_CODE is "other": its website is not the default one/)
  expect(code).toBe(2)
})

test('a shop that refuses only the first login of each account is tested, and fails', async () => {
  const known = new Set<unknown>()
  const refusesOnce = operation('token.create', (call, login) => {
    const { username } = call.arguments
    if (known.has(username)) return login(call)
    known.add(username)
    throw new Refusal(401, 'The account sign-in was incorrect.')
  })
  shop = await startReference({ changes: [refusesOnce] })
  const { code, stdout, stderr } = await run({ MAGENTO_ADMIN_TOKEN: shop.admin.token })
  expect(stderr).not.toMatch(/MAGENTO_STORE_CODE/)
  expect(stdout).toMatch(/conformant: no/)
  expect(code).toBe(1)
})

test('basic authentication in MAGENTO_HEADERS is refused: the customers’ tokens need the header', async () => {
  shop = await startReference()
  const { code, stderr } = await run({ MAGENTO_HEADERS: '{"authorization": "Basic c3RhZ2luZzpzZWNyZXQ="}' })
  expect(stderr).toMatch(/MAGENTO_HEADERS sets Authorization.*MAGENTO_BASIC_AUTH/)
  expect(stderr).not.toMatch(/c3RhZ2luZzpzZWNyZXQ/)
  expect(code).toBe(2)
})
