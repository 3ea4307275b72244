import { describe, test } from 'vitest'
import { type Change, startReference } from '../../../reference/index.ts'
import { runExpiry } from '../../support/expiry.ts'

/** Before 2.4.4 a lifetime of seconds is possible as a fraction of an hour. */
const settings = { 'oauth/access_token_lifetime/customer': '0.0023' }
const environment = { MAGENTO_TOKEN_LIFETIME: '8.28' }

async function watch(release: string, changes: Change[] = []) {
  const shop = await startReference({ release, settings, changes })
  try {
    return await runExpiry(shop.url, release, environment)
  } finally {
    await shop.close()
  }
}

describe.concurrent('the end of a short lifetime is awaited', () => {
  test('to the very second', async ({ expect }) => {
    const { ended, requirement, ids } = await watch('2.4.1')
    for (const id of ['EXPIRY-03', 'EXPIRY-04', 'EXPIRY-12', 'EXPIRY-17'])
      expect(requirement(id)).toMatchObject({ verdict: 'pass', evidence: 'watched' })
    // A busy machine may miss the second, and the requirement says so.
    expect(['pass', 'untestable']).toContain(requirement('EXPIRY-22').verdict)
    expect([...ids('fail'), ...ids('warn'), ...ids('blocked'), ...ids('error')]).toEqual([])
    expect(ended.stdout).toContain('[watched]')
    expect(ended.stderr).toMatch(/waiting \d+ s for a token to expire, while other scenarios continue/)
  })

  test('and a token that never expires is detected', async ({ expect }) => {
    const change: Change = ({ services }) => {
      services.isOpaqueTokenExpired = () => false
    }
    const { ids, requirement } = await watch('2.4.3-p2', [change])
    expect(ids('fail')).toEqual(expect.arrayContaining(['EXPIRY-04', 'EXPIRY-05', 'EXPIRY-06', 'EXPIRY-07']))
    expect(requirement('EXPIRY-04').evidence).toBe('watched')
  })

  test('and one that expires early', async ({ expect }) => {
    const change: Change = ({ services }) => {
      services.tokenLifetime = () => 2
    }
    const { ids } = await watch('2.4.3-p2', [change])
    expect(ids('fail')).toEqual(expect.arrayContaining(['EXPIRY-03']))
  })
})
