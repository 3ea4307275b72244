import '../../specs/index.ts'

/** Runs of the whole suite: every chapter is loaded. */
export { inWords, isRed, record, red } from '../../faults/run.ts'
