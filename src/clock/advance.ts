import type { Clock } from './clock.ts'

/** The target's own clock, moved at will. @param advance moves it by this many seconds */
export function advancingClock(advance: (seconds: number) => void): Clock {
  return {
    longest: Number.POSITIVE_INFINITY,
    setting: 'MAGENTO_CLOCK',
    shared: true,
    pass: async (seconds) => advance(seconds),
  }
}
