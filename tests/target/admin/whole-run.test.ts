import { expect, test } from 'vitest'
import { startReference } from '../../../reference/index.ts'
import { judge } from '../../../src/judge/judge.ts'
import { requirements } from '../../../src/judge/requirement.ts'
import { open } from '../../support/open.ts'
import { inWords, record, red } from '../../support/run.ts'

test.each(['2.3.7-p4', '2.4.7-p1', '2.4.8-p1'])(
  '%s: a run whose integration signs is conformant; what wants a token is untestable and says so',
  async (release) => {
    const shop = await startReference({ release })
    const integration = shop.shop.services.addIntegration()
    const { target } = await open({
      MAGENTO_BASE_URL: shop.url,
      MAGENTO_RELEASE: release,
      MAGENTO_INTEGRATION_CONSUMER_KEY: integration.consumerKey,
      MAGENTO_INTEGRATION_CONSUMER_SECRET: integration.consumerSecret,
      MAGENTO_INTEGRATION_ACCESS_TOKEN: integration.accessToken,
      MAGENTO_INTEGRATION_ACCESS_TOKEN_SECRET: integration.accessTokenSecret,
    })
    const recording = await record(target)
    await target.close()
    expect(red(recording).map(inWords)).toEqual([])
    const results = judge(recording, requirements, release)
    const signed = results.filter(({ why }) => /integration signs/.test(why ?? ''))
    expect(signed.length).toBeGreaterThan(0)
    expect(signed.length).toBeLessThan(10)
    expect(new Set(signed.map(({ verdict, setting }) => [verdict, setting].join()))).toEqual(
      new Set([
        'untestable,set MAGENTO_ADMIN_USERNAME and MAGENTO_ADMIN_PASSWORD, or MAGENTO_ADMIN_TOKEN, in its place',
      ]),
    )
    const administered = results.filter(({ id, verdict }) => id.startsWith('ADMIN') && verdict === 'pass')
    expect(administered.length).toBeGreaterThan(20)
    expect([...shop.shop.store.customers.values()]).toEqual([])
    await shop.close()
  },
)

test('a run whose administrator’s token expires repeatedly is conformant, and leaves no accounts', async () => {
  // A token allows more uses than there are concurrent requests; all of them are repeated with the next token.
  const longest = 50
  const uses = new Map<string, number>()
  let logins = 0
  const shop = await startReference({
    release: '2.4.3-p2',
    changes: [
      (changed) => {
        const { readToken, issueToken } = changed.services
        changed.services.readToken = (text) => {
          const user = readToken(text)
          if (user?.type !== 'admin') return user
          uses.set(text, (uses.get(text) ?? 0) + 1)
          return (uses.get(text) ?? 0) > longest ? undefined : user
        }
        changed.services.issueToken = (user) => {
          if (user.type === 'admin') logins++
          return issueToken(user)
        }
      },
    ],
  })
  const { target, said } = await open({
    MAGENTO_BASE_URL: shop.url,
    MAGENTO_RELEASE: '2.4.3-p2',
    MAGENTO_ADMIN_USERNAME: 'admin',
    MAGENTO_ADMIN_PASSWORD: 'Admin123',
  })
  const recording = await record(target)
  await target.close()
  expect(red(recording).map(inWords)).toEqual([])
  expect(logins).toBeGreaterThan(2)
  expect(said).toEqual([])
  expect(shop.shop.store.customers.size).toBe(0)
  await shop.close()
})
