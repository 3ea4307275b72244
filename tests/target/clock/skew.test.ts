import { describe, expect, test } from 'vitest'
import { Skew } from '../../../src/target/clock/skew.ts'

/** Returns a response of a clock that is ahead by these milliseconds, in whole seconds. */
function answer(skew: Skew, ahead: number, sent: number, latency = 20): void {
  const stated = Math.floor((sent + latency / 2 + ahead) / 1000) * 1000
  skew.observe(stated, sent, sent + latency)
}

describe('a clock that states whole seconds', () => {
  test('is known to a second after one response, and better after more', () => {
    const skew = new Skew()
    answer(skew, 5300, 1_000_000)
    const once = skew.known as { low: number; high: number }
    expect(once.low).toBeLessThanOrEqual(5300)
    expect(once.high).toBeGreaterThanOrEqual(5300)
    for (let count = 0; count < 200; count++) answer(skew, 5300, 1_000_000 + count * 137)
    const often = skew.known as { low: number; high: number }
    expect(often.low).toBeLessThanOrEqual(5300)
    expect(often.high).toBeGreaterThanOrEqual(5300)
    expect(often.high - often.low).toBeLessThan(50)
    expect(skew.observed).toBe(201)
  })

  test('of several servers is only bounded', () => {
    const skew = new Skew()
    for (const ahead of [0, 4000, 0, 4000, 2000]) answer(skew, ahead, 1_000_000)
    const { low, high } = skew.known as { low: number; high: number }
    expect(low).toBeLessThanOrEqual(0)
    expect(high).toBeGreaterThanOrEqual(4000)
  })

  test('is unknown if it states nothing, and reset after it was moved', () => {
    const skew = new Skew()
    skew.observe(Number.NaN, 0, 1)
    expect(skew.known).toBeUndefined()
    answer(skew, 0, 1_000_000)
    skew.reset()
    expect(skew.known).toBeUndefined()
  })
})
