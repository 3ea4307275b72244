import { AsyncLocalStorage } from 'node:async_hooks'

/** The shop's time: real time plus the time that tests have skipped. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Skips this many seconds. */
  advance(seconds: number): void
  /** Runs a function at another time (milliseconds since 1970), which applies only within it. */
  at<T>(time: number, act: () => T): T
}

export function createClock(start: () => number = Date.now): Clock {
  let offset = 0
  const given = new AsyncLocalStorage<number>()
  return {
    now: () => given.getStore() ?? start() + offset,
    advance: (seconds) => {
      offset += seconds * 1000
    },
    at: (time, act) => given.run(time, act),
  }
}

/** Formats a time in UTC like Magento's database: `2026-11-23 14:23:45`. */
export function databaseTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 19).replace('T', ' ')
}

/** Returns whole seconds since 1970. */
export function seconds(clock: Clock): number {
  return Math.floor(clock.now() / 1000)
}
