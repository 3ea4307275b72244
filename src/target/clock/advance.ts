import type { Clock } from './clock.ts'

/**
 * The target's own clock, moved at will.
 * @param clock in milliseconds; `advance` moves it by seconds
 */
export function advancingClock(clock: { now(): number; advance(seconds: number): void }): Clock {
  return {
    longest: Number.POSITIVE_INFINITY,
    setting: 'MAGENTO_CLOCK',
    shared: true,
    grade: 'clocked',
    now: () => clock.now(),
    pass: async (seconds) => clock.advance(seconds),
  }
}
