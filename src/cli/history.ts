import { parseRelease, type ReleaseRange, runsOf } from '../../release/index.ts'
import type { Source } from '../judge/source.ts'
import { recordedSteps } from './recorded-steps.ts'

/** Returns the known releases of a range as runs: `2.3.0–2.3.6-p1, 2.4.0–2.4.2`. */
export const historyOf = (range: ReleaseRange): string => runsOf((release) => range.includes(parseRelease(release)))

/** Returns the recorded releases of a range in which a real shop answered one of the requirement's recorded steps. */
export function confirmedBy(range: ReleaseRange, sources: readonly Source[]): string[] {
  const steps = sources.filter(({ kind }) => kind === 'recording').map(({ at }) => at)
  if (steps.length === 0) return []
  // Read once, as these files are large.
  recorded ??= recordedSteps()
  return recorded
    .filter(
      ([release, answered]) => range.includes(parseRelease(release)) && steps.some((step) => answered.includes(step)),
    )
    .map(([release]) => release)
}

let recorded: ReturnType<typeof recordedSteps> | undefined
