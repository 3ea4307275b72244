import { readdirSync, readFileSync } from 'node:fs'
import { parseRelease, type ReleaseRange, runsOf } from '../../release/index.ts'
import type { Source } from '../judge/source.ts'

/** The known releases of a range as runs: `2.3.0–2.3.6-p1, 2.4.0–2.4.2`. */
export const historyOf = (range: ReleaseRange): string => runsOf((release) => range.includes(parseRelease(release)))

const folder = new URL('../../fixtures/recorded/', import.meta.url)

/** The recorded releases of a range in which a real shop answered one of the steps that a requirement rests on. */
export function confirmedBy(range: ReleaseRange, sources: readonly Source[]): string[] {
  const steps = sources.filter(({ kind }) => kind === 'recording').map(({ at }) => at)
  if (steps.length === 0) return []
  recorded ??= readRecorded()
  return [...recorded]
    .filter(([release, answered]) => range.includes(parseRelease(release)) && steps.some((step) => answered.has(step)))
    .map(([release]) => release)
}

let recorded: ReadonlyMap<string, ReadonlySet<string>> | undefined

/** The steps that were answered, by the release of the shop: read once, as these files are large. */
function readRecorded(): ReadonlyMap<string, ReadonlySet<string>> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  return new Map(files.map((name) => [name.slice(0, -'.json'.length), stepsIn(name)]))
}

function stepsIn(file: string): ReadonlySet<string> {
  const records = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as { scenario: string; step: string }[]
  return new Set(records.map(({ scenario, step }) => `${scenario}#${step}`))
}
