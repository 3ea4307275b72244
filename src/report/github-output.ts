import { verdicts } from '../judge/verdict.ts'
import type { Report } from './report.ts'

/** Returns the outputs of a GitHub Actions step: `name=value` lines for the file GITHUB_OUTPUT. */
export function githubOutput({ conformant, exitCode, release, counts, own }: Report): string {
  const numbers = verdicts.map((verdict) => [verdict, counts[verdict]])
  const ofOwn = verdicts.map((verdict) => [`own-${verdict}`, own?.[verdict] ?? 0])
  const lines = [
    ['conformant', conformant],
    ['exit-code', exitCode],
    ['release', release.name.replace(/\s/g, ' ')],
    ...numbers,
    ...ofOwn,
    ['counts', JSON.stringify(counts)],
  ]
  return lines.map(([name, value]) => `${name}=${value}\n`).join('')
}
