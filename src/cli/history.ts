import { readdirSync, readFileSync } from 'node:fs'
import { parseRelease, type ReleaseRange, runsOf } from '../../release/index.ts'
import type { Source } from '../judge/source.ts'

/** The known releases of a range as runs: `2.3.0–2.3.6-p1, 2.4.0–2.4.2`. */
export const historyOf = (range: ReleaseRange): string => runsOf((release) => range.includes(parseRelease(release)))

const folder = new URL('../../fixtures/recorded/', import.meta.url)

/** The recorded releases of a range in which a real shop answered one of the steps that a requirement rests on. */
export function confirmedBy(range: ReleaseRange, sources: readonly Source[]): string[] {
  const steps = new Set(sources.filter(({ kind }) => kind === 'recording').map(({ at }) => at))
  if (steps.size === 0) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter(
      (release) => range.includes(parseRelease(release)) && recordedSteps(release).some((step) => steps.has(step)),
    )
}

function recordedSteps(release: string): string[] {
  const records = JSON.parse(readFileSync(new URL(`${release}.json`, folder), 'utf8')) as {
    scenario: string
    step: string
  }[]
  return records.map(({ scenario, step }) => `${scenario}#${step}`)
}
