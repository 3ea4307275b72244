import '../../specs/index.ts'

/** Runs of the whole suite: every chapter is loaded. */
export { inWords, isRed, isWrong, record, red } from '../../faults/run.ts'
