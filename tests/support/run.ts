import '../../specs/index.ts'

/** Exports for runs of the whole suite; importing this file loads every chapter. */
export { inWords, isRed, isWrong, record, red } from '../../faults/run.ts'
