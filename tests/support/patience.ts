import { execFileSync } from 'node:child_process'

/** Milliseconds of `node -e 0` on the idle machine for which the tests were written. */
const idleStart = 110

// The processes of the tests inherit the value that the first one measured.
process.env.CONTRACT_TEST_SLOWNESS ??= String(measured())

/**
 * How many times slower this machine is now than an idle one, 1 at least: measured once, before the tests, by the time
 * that Node takes to start. No test may fail because a machine is slow, so every time limit of a test is multiplied by it.
 */
export const slowness = Number(process.env.CONTRACT_TEST_SLOWNESS)

/** Returns a time limit for a setting, in seconds, scaled to the speed of this machine. */
export const patiently = (seconds: number): string => String(Math.ceil(seconds * slowness))

function measured(): number {
  const starts = Array.from({ length: 5 }, () => {
    const begin = performance.now()
    execFileSync(process.execPath, ['-e', '0'])
    return performance.now() - begin
  })
  const median = starts.sort((one, other) => one - other)[2] as number
  return Math.min(20, Math.max(1, median / idleStart))
}
