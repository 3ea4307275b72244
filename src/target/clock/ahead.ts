import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '../client/client.ts'
import type { Clock } from './clock.ts'

/**
 * A second address of the same shop whose clock is ahead: a request there is later by that time. The rest is waited.
 * @param seconds measured lead
 * @param longest maximum seconds to wait in addition
 */
export function aheadClock(client: Client, seconds: number, longest: number): Clock {
  return {
    longest,
    setting: 'MAGENTO_MAX_WAIT',
    shared: false,
    grade: 'clocked',
    ahead: { client, seconds },
    pass: (rest) => sleep(rest * 1000),
  }
}
