import type { Fault } from './fault.ts'

/** Every fault, by area. */
export const allFaults: readonly Fault[] = []
