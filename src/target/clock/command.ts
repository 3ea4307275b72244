import { setTimeout as sleep } from 'node:timers/promises'
import { failureOf, printedBy, runCommand } from '../run-command.ts'
import { type Clock, ClockError } from './clock.ts'

/** Seconds by which the target may be off after the command: its clock is read in whole seconds, before and after. */
const tolerance = 3
/** Milliseconds for a moved clock to show: libfaketime reads its file every ten seconds. */
const usualPatience = 15_000
const pause = 500

export interface CommandClockOptions {
  readonly command: string
  /** Milliseconds for one run of the command. */
  readonly timeout: number
  /** Reads the target's clock, milliseconds since 1970; undefined when the target does not tell. */
  readonly read: () => Promise<number | undefined>
  /** Milliseconds for a moved clock to show, the usual ones when not given. */
  readonly patience?: number
  /** Removes secrets from what is shown of the command's output. */
  readonly redact: (text: string) => string
}

/** A clock that a command of the user moves. The new time counts only if the target's answers show it. */
export function commandClock({ command, timeout, read, redact, patience = usualPatience }: CommandClockOptions): Clock {
  /** Seconds that have passed for the target though nobody asked for them: commands count in whole seconds. */
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

/** How far the target's clock is ahead of ours, in seconds. */
async function clockOf(read: CommandClockOptions['read']): Promise<number> {
  const start = Date.now()
  const time = await read()
  if (time === undefined)
    throw new ClockError('MAGENTO_CLOCK: the shop sends no Date header, so that nobody can see whether its clock moved')
  return (time + 500 - (start + Date.now()) / 2) / 1000
}

/** Looks until the clock shows what was asked for, or the time for it is over. */
async function settled(moved: () => Promise<number>, wanted: number, patience: number): Promise<number> {
  const start = Date.now()
  let now = await moved()
  while (Math.abs(now - wanted) > tolerance && Date.now() - start < patience) {
    await sleep(pause)
    now = await moved()
  }
  return now
}
