import { setTimeout as sleep } from 'node:timers/promises'
import { failureOf, printedBy, runCommand } from '../run-command.ts'
import { type Clock, ClockError } from './clock.ts'

/** Allowed deviation in seconds: the clock is read in whole seconds before and after the command. */
const tolerance = 3
/** Milliseconds to wait until a moved clock shows in responses: libfaketime reads its file every ten seconds. */
const usualPatience = 15_000
const pause = 500

export interface CommandClockOptions {
  readonly command: string
  /** Timeout of the command in milliseconds. */
  readonly timeout: number
  /** Reads the target's clock, milliseconds since 1970; undefined if the target does not send it. */
  readonly read: () => Promise<number | undefined>
  /** Milliseconds to wait until a moved clock shows; default `usualPatience`. */
  readonly patience?: number
  /** Removes secrets from the command's output. */
  readonly redact: (text: string) => string
}

/** A clock moved by a command of the user. The new time counts only if the target's responses show it. */
export function commandClock({ command, timeout, read, redact, patience = usualPatience }: CommandClockOptions): Clock {
  /** Seconds that passed beyond what was requested, since commands take whole seconds. */
  let surplus = 0
  return {
    longest: Number.POSITIVE_INFINITY,
    setting: 'MAGENTO_CLOCK',
    shared: true,
    grade: 'clocked',
    async pass(seconds) {
      const whole = Math.max(0, Math.ceil(seconds - surplus))
      surplus += whole - seconds
      if (whole === 0) return
      const before = await clockOf(read)
      const ran = await runCommand(command, { MAGENTO_CLOCK_SECONDS: String(whole) }, timeout)
      const failure = failureOf(ran, timeout, redact)
      if (failure) throw new ClockError(`MAGENTO_CLOCK: the command ${failure}`)
      const moved = await settled(async () => (await clockOf(read)) - before, whole, patience)
      if (Math.abs(moved - whole) > tolerance)
        throw new ClockError(
          `MAGENTO_CLOCK: the command ended well, and the shop’s clock (its Date header) moved by ${Math.round(moved)} s instead of ${whole} s; ${printedBy(ran, redact)}`,
        )
    },
  }
}

/** Returns the seconds by which the target's clock is ahead of the local one. */
async function clockOf(read: CommandClockOptions['read']): Promise<number> {
  const start = Date.now()
  const time = await read()
  if (time === undefined)
    throw new ClockError('MAGENTO_CLOCK: the shop sends no Date header, so that nobody can see whether its clock moved')
  return (time + 500 - (start + Date.now()) / 2) / 1000
}

/** Polls until the clock shows the requested time or the patience ends; returns the last reading. */
async function settled(moved: () => Promise<number>, wanted: number, patience: number): Promise<number> {
  const start = Date.now()
  let now = await moved()
  while (Math.abs(now - wanted) > tolerance && Date.now() - start < patience) {
    await sleep(pause)
    now = await moved()
  }
  return now
}
