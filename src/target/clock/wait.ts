import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from './clock.ts'

/** Real time. @param longest maximum seconds to wait */
export function waitingClock(longest: number): Clock {
  return {
    longest,
    setting: 'MAGENTO_MAX_WAIT',
    shared: false,
    grade: 'watched',
    pass: (seconds) => sleep(seconds * 1000),
  }
}
