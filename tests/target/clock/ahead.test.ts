import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Reference, startReference } from '../../../reference/index.ts'
import { newFolder } from '../../support/command.ts'
import { runExpiry } from '../../support/expiry.ts'
import { contractHere } from '../../support/here.ts'
import { needs } from '../../support/needs.ts'
import { startProcess } from '../../support/process.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))

let shop: Reference
beforeAll(async () => {
  shop = await startReference({ release: '2.4.7-p6', fronts: true })
})
afterAll(() => shop.close())

/** Starts a second address of the shop, in a process whose clock libfaketime moves. */
async function startAhead(seconds: number) {
  const reference = ['--import', 'tsx', 'reference/main.ts', '--front-of', shop.url, '--port', '0']
  const environment = { ...process.env, FAKETIME_DONT_FAKE_MONOTONIC: '1' }
  const args = ['-f', `+${seconds}s`, process.execPath, ...reference]
  const running = await startProcess('faketime', args, /Front of/, environment, root)
  return { url: /: (http:\S+)\/rest/.exec(running.output)?.[1] as string, stop: running.stop }
}

needs({ faketime: 'faketime' })('a second address whose clock libfaketime has moved', () => {
  test('slightly less than the lifetime: the end of a token is seen, and that it was valid before', async () => {
    const ahead = await startAhead(3594)
    try {
      const { ids, requirement } = await runExpiry(shop.url, '2.4.7-p6', { MAGENTO_CLOCK: `ahead+${ahead.url}` })
      for (const id of ['EXPIRY-01', 'EXPIRY-02', 'EXPIRY-08', 'EXPIRY-12'])
        expect(requirement(id)).toMatchObject({ verdict: 'pass', evidence: 'clocked' })
      expect([...ids('fail'), ...ids('warn'), ...ids('blocked'), ...ids('error')]).toEqual([])
    } finally {
      await ahead.stop()
    }
  })

  test('more than the lifetime: the end is seen, and steps before it are untestable', async () => {
    const ahead = await startAhead(5000)
    try {
      const { requirement } = await runExpiry(shop.url, '2.4.7-p6', { MAGENTO_CLOCK: `ahead+${ahead.url}` })
      expect(requirement('EXPIRY-02')).toMatchObject({ verdict: 'pass', evidence: 'clocked' })
      expect(requirement('EXPIRY-01')).toMatchObject({ verdict: 'untestable' })
    } finally {
      await ahead.stop()
    }
  })
})

test('a second address whose clock is not ahead is refused', async () => {
  const { code, stderr } = await contractHere(['--url', shop.url, '--out', newFolder()], {
    MAGENTO_CLOCK: `ahead+${shop.url}`,
  })
  expect(stderr).toMatch(/MAGENTO_CLOCK: .* whose clock is ahead, and it is -?\d+ s ahead, by its Date header/)
  expect(code).toBe(2)
})

test('an unreachable second address ends with 3', async () => {
  const { code, stderr } = await contractHere(['--url', shop.url, '--out', newFolder()], {
    MAGENTO_CLOCK: 'ahead+http://127.0.0.1:9',
  })
  expect(stderr).toMatch(/MAGENTO_CLOCK: http:\/\/127\.0\.0\.1:9 cannot be reached/)
  expect(code).toBe(3)
})

test.each(['ahead+nonsense', 'ahead+', 'command:', 'sundial'])('MAGENTO_CLOCK=%s ends with 2', async (clock) => {
  const { code, stderr } = await contractHere(['--url', shop.url, '--out', newFolder()], { MAGENTO_CLOCK: clock })
  expect(stderr).toMatch(/^MAGENTO_CLOCK is "/)
  expect(code).toBe(2)
})

test('a second address of another shop is refused, whatever its clock', async () => {
  const other = await startReference({ release: '2.4.7-p6' })
  other.clock.advance(3590)
  const { code, stderr } = await contractHere(['--url', shop.url, '--only', 'EXPIRY', '--out', newFolder()], {
    MAGENTO_CLOCK: `ahead+${other.url}`,
    MAGENTO_RELEASE: '2.4.7-p6',
  })
  await other.close()
  expect(stderr).toMatch(
    /MAGENTO_CLOCK: the second address is not an address of this shop: an account of this one cannot log in/,
  )
  expect(code).toBe(2)
})
