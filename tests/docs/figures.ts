import { readFileSync } from 'node:fs'
import '../../specs/index.ts'
import { measure } from '../../faults/findings-measured.ts'
import { killMatrix } from '../../faults/kill-matrix.ts'
import { variations } from '../../faults/variations.ts'
import { knownReleases, parseRelease } from '../../release/index.ts'
import { allFaults, allRemedies } from '../../specs/faults.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { scenarios } from '../../src/perform/scenario.ts'
import { consoleReport } from '../../src/report/console.ts'
import { knownFaults } from '../../src/report/findings/findings-of.ts'
import { reportOf } from '../../src/report/report-of.ts'
import type { MutantSummary } from '../mutants/summary.ts'
import { withBlock } from '../support/generated.ts'
import { open } from '../support/open.ts'
import { record } from '../support/run.ts'

export const readme = new URL('../../README.md', import.meta.url)

/** Returns the figures of the README, from the requirements, the kill matrix and the mutants. */
function figures(): string {
  const { totals } = killMatrix(allFaults, allRemedies)
  const mutants: MutantSummary = JSON.parse(readFileSync(new URL('../../docs/mutants.json', import.meta.url), 'utf8'))
  const count = (level: string) => requirements.filter((requirement) => requirement.level === level).length
  const { named, without, pairs } = measure(knownFaults(), new Map(requirements.map((one) => [one.id, one])))
  const applying = knownReleases.map(
    (release) => requirements.filter(({ in: range }) => range.includes(parseRelease(release))).length,
  )
  return [
    `- **[${requirements.length} requirements](docs/requirements/README.md)** in ${new Set(requirements.map(({ chapter }) => chapter)).size} chapters: ${count('must')} MUST, ${count('should')} SHOULD, ${count('may')} MAY; of them ${Math.min(...applying)} to ${Math.max(...applying)} apply to any one release. ${scenarios.length} scenarios send the requests.`,
    `- **${totals.faults} faults** of the reference prove that they can fail: each fault makes exactly the stated requirements fail, ${totals.kills} in all; ${totals.reallyHappened} faults are real defects. The [kill matrix](docs/kill-matrix.html) shows which. ${variations.length} harmless variations, alone and together, make no requirement fail.`,
    `- **${mutants.caught} of ${mutants.mutants} mutants** of the responses are detected, ${mutants.caughtOfBreaking} % of those that break a requirement ([the rest, explained](docs/mutants.json)).`,
    `- **[Findings](docs/verdicts.md#findings-first)** name the fault first for ${percent(named)} of these faults, and both of two faults for ${percent(pairs)}. For an unknown fault they name one of the same chapter for ${percent(without.sameChapter)}, of the same file for ${percent(without.sameFile)}; the median run has ${without.medianFindings === 1 ? 'one finding' : `${without.medianFindings} findings`}.`,
    `- **${knownReleases.length} releases**, ${knownReleases.at(0)} to ${knownReleases.at(-1)}: the reference conforms as each release, and judged as the next release it fails exactly where the two differ ([the steps](tests/reference/release-steps.json)).`,
    '',
  ].join('\n')
}

const percent = (share: number) => `${(100 * share).toFixed(1)} %`

const shownChapters = 5

/** Returns the shortened output of a run against the reference, without values that differ from run to run. */
async function sampleRun(): Promise<string> {
  const { target } = await open({})
  const recording = await record(target).finally(target.close)
  const report = reportOf(recording, requirements, judge(recording, requirements))
  const lines = consoleReport(report).split('\n')
  const chapters = lines.filter((line) => /^ {2}\S.* ✓ \d+ pass/.test(line))
  const last = (lines.at(-1) as string).replace(/[\d.]+(?= (pass|untestable|requests|s\b))/g, '…')
  return [
    '```',
    ...lines.slice(0, 1),
    lines.find((line) => line.startsWith('release ')),
    lines.find((line) => line.startsWith('access ')),
    '',
    ...chapters.slice(0, shownChapters),
    '  …',
    '',
    last,
    '```',
    '',
  ].join('\n')
}

/** Returns the README with current figures. */
export async function currentReadme(): Promise<string> {
  const run = await sampleRun()
  return withBlock(withBlock(readFileSync(readme, 'utf8'), 'figures', figures()), 'run', run)
}
