import type { Clock } from './clock.ts'

/**
 * A clock of the target that can be set.
 * @param clock `now` is in milliseconds; `advance` moves it by seconds
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
