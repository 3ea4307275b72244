import type { SetupFinding } from '../recording/recording.ts'

/** True if the setup stopped the run. */
export const isStopped = (setup: readonly SetupFinding[]): boolean => setup.some(({ effect }) => effect === 'stops')

/** Returns a setup finding in one line, with what to do. */
export function setupLine({ sentence, effect, next }: SetupFinding): string {
  const stopped = effect === 'stops' ? 'The run could not stand: ' : ''
  return `${stopped}${sentence}${next ? ` ${next}` : ''}`
}
