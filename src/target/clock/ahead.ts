import { setTimeout as sleep } from 'node:timers/promises'
import type { Client } from '../client/client.ts'
import type { Clock } from './clock.ts'

/**
 * A second address of the same shop, whose clock runs ahead: what is asked there is asked that much later. What is
 * missing is waited.
 * @param seconds how far it is ahead, measured
 * @param longest seconds that may be waited besides
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
