import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/** The time of all example runs, in milliseconds since 1970. */
const then = Date.UTC(2026, 0, 15, 10)

let state = 0

/** A pseudo-random number from 0 to 1 (mulberry32): it must be repeatable, not secure. */
function next(): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
}

/** Restarts the random numbers: from now on they depend on this text only. */
export function beginChance(seed: string): void {
  state = crypto.createHash('sha256').update(seed).digest().readInt32LE()
}

/**
 * Stops the clock of this process and replaces its random numbers, so that a run of the reference is the same each
 * time: ids, addresses, tokens and times. Only for a process that does nothing else.
 */
export function makeRepeatable(): void {
  const RealDate = Date
  globalThis.Date = class extends RealDate {
    constructor(...args: []) {
      super(...((args.length ? args : [then]) as []))
    }
    static override now(): number {
      return then
    }
  } as DateConstructor
  Math.random = next
  const randomInt = (low: number, high?: number) =>
    high === undefined ? Math.floor(next() * low) : low + Math.floor(next() * (high - low))
  const randomBytes = (size: number) => Buffer.from(Array.from({ length: size }, () => randomInt(256)))
  const randomUUID = () =>
    randomBytes(16)
      .toString('hex')
      .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5')
  Object.assign(crypto, { randomInt, randomBytes, randomUUID })
  syncBuiltinESMExports()
}
