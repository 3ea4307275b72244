import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Reference, startReference } from '../../../reference/index.ts'
import { ClockError } from '../../../src/target/clock/clock.ts'
import { commandClock } from '../../../src/target/clock/command.ts'
import { runExpiry } from '../../support/expiry.ts'
import { serve } from '../../support/serve.ts'

let shop: Reference
let control: { url: string; close: () => void }
let moves: string[]

beforeEach(async () => {
  moves = []
  shop = await startReference({ release: '2.4.7-p6' })
  control = await serve((request, response) => {
    const seconds = (request.url ?? '').slice(1)
    moves.push(seconds)
    shop.clock.advance(Number(seconds))
    response.end('moved')
  })
})
afterEach(async () => {
  control.close()
  await shop.close()
})

/** A shell command that moves the shop's clock, as `ssh shop date -s …` would. */
const mover = (seconds: string) => `node -e 'fetch("${control.url}/" + ${seconds})'`
const honest = () => mover('process.env.MAGENTO_CLOCK_SECONDS')

test('a command moves the shop’s clock, and the evidence is clocked', async () => {
  const start = performance.now()
  const { ended, requirement, ids } = await runExpiry(shop.url, '2.4.7-p6', {
    MAGENTO_CLOCK: `command:${honest()}`,
    MAGENTO_TOKEN_LIFETIME: '3600',
  })
  expect(ids('fail')).toEqual([])
  expect(ids('error')).toEqual([])
  for (const id of ['EXPIRY-01', 'EXPIRY-02', 'EXPIRY-08', 'EXPIRY-17'])
    expect(requirement(id)).toMatchObject({ verdict: 'pass', evidence: 'clocked' })
  expect(requirement('EXPIRY-19')).toMatchObject({ verdict: 'pass', evidence: 'consistent' })
  expect(ended.code).toBe(0)
  expect(moves.every((seconds) => /^\d+$/.test(seconds))).toBe(true)
  const total = moves.reduce((sum, seconds) => sum + Number(seconds), 0)
  // A part of the lifetime of an hour passes during the run, so the clock is moved by the remaining whole seconds.
  const elapsed = Math.ceil((performance.now() - start) / 1000)
  expect(total).toBeGreaterThanOrEqual(3600 - elapsed)
  expect(total).toBeLessThan(3620)
})

test('a command that fails is an error with its output, never a failure of the shop', async () => {
  const { ended, requirement, ids } = await runExpiry(shop.url, '2.4.7-p6', {
    MAGENTO_CLOCK: 'command:echo "no route to $MAGENTO_CLOCK_SECONDS" >&2; exit 7',
  })
  expect(requirement('EXPIRY-02').why).toMatch(/MAGENTO_CLOCK: the command ended with 7; it printed: no route to \d+$/)
  expect(ids('fail')).toEqual([])
  expect(ended.code).toBe(3)
})

describe('a command counts only if the shop’s clock shows the change', () => {
  const clock = (command: string, more: { timeout?: number } = {}) =>
    commandClock({
      command,
      timeout: more.timeout ?? 10_000,
      patience: 300,
      read: async () => Math.floor(shop.clock.now() / 1000) * 1000,
      redact: (text) => text.replaceAll('geheim', '***'),
    })

  test('whole seconds are requested, and any surplus is deducted later', async () => {
    const moving = clock(honest())
    for (const seconds of [10.2, 0.5, 10.2]) await moving.pass(seconds)
    expect(moves).toEqual(['11', '10'])
  })

  test.each([
    ['moves nothing', 'echo done geheim', /moved by (-1|-0|0|1) s instead of 60 s; it printed: done \*\*\*$/],
    ['is not there', 'no-such-command-at-all', /ended with 127; it printed: .*not found/],
    ['is killed', 'kill -9 $$', /could not be run; it printed nothing/],
  ])('one that %s', async (_, command, message) => {
    const passing = clock(command).pass(60)
    await expect(passing).rejects.toThrow(ClockError)
    await expect(passing).rejects.toThrow(message)
  })

  test('one that moves too far', async () => {
    await expect(clock(mover('3600')).pass(60)).rejects.toThrow(/moved by (3599|360[01]) s instead of 60 s/)
  })

  test('one that does not end is killed with its child processes', async () => {
    const passing = clock('echo begun; sleep 600 & sleep 600', { timeout: 300 }).pass(60)
    await expect(passing).rejects.toThrow(/did not end within 0.3 s and was stopped; it printed: begun/)
  })

  test('a shop without a Date header is an error', async () => {
    const blind = commandClock({ command: 'true', timeout: 1000, read: async () => undefined, redact: (text) => text })
    await expect(blind.pass(60)).rejects.toThrow(/sends no Date header/)
  })
})

test('a command gets no setting of the suite in its environment', async () => {
  const { requirement } = await runExpiry(shop.url, '2.4.7-p6', {
    MAGENTO_CLOCK: 'command:env; exit 1',
    MAGENTO_ADMIN_TOKEN: shop.admin.token,
  })
  const { why } = requirement('EXPIRY-02')
  expect(why).toMatch(/MAGENTO_CLOCK_SECONDS=\d+/)
  expect(why).not.toMatch(/MAGENTO_ADMIN|MAGENTO_CLOCK=/)
  expect(why).not.toContain(shop.admin.token)
})
