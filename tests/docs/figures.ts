import { readFileSync, writeFileSync } from 'node:fs'
import '../../specs/index.ts'
import { variations } from '../../faults/variations.ts'
import { knownReleases, parseRelease } from '../../release/index.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { scenarios } from '../../src/perform/scenario.ts'
import { killMatrix } from '../faults/kill-matrix.ts'
import type { MutantSummary } from '../mutants/summary.ts'

const readme = new URL('../../README.md', import.meta.url)
const block = /(<!-- figures -->\n)[\s\S]*?(<!-- \/figures -->)/

/** What the README says in numbers, from the catalogue, the kill matrix and the mutants. */
export function figures(): string {
  const { totals } = killMatrix()
  const mutants: MutantSummary = JSON.parse(readFileSync(new URL('../../docs/mutants.json', import.meta.url), 'utf8'))
  const count = (level: string) => requirements.filter((requirement) => requirement.level === level).length
  const applying = knownReleases.map(
    (release) => requirements.filter(({ in: range }) => range.includes(parseRelease(release))).length,
  )
  return [
    `- **${requirements.length} requirements** in ${new Set(requirements.map(({ chapter }) => chapter)).size} chapters: ${count('must')} MUST, ${count('should')} SHOULD, ${count('may')} MAY; of them ${Math.min(...applying)} to ${Math.max(...applying)} apply to any one release. ${scenarios.length} scenarios ask.`,
    `- **${totals.faults} faults** of the reference prove them able to fail: each turns exactly the stated requirements red, ${totals.kills} in all; ${totals.reallyHappened} really happened. The [kill matrix](docs/kill-matrix.html) shows which. ${variations.length} harmless variations, alone and all together, turn nothing red.`,
    `- **${mutants.caught} of ${mutants.mutants} mutants** of the answers are caught, ${mutants.caughtOfBreaking} % of those that break a promise ([the rest, explained](docs/mutants.json)).`,
    `- **${knownReleases.length} releases**: the reference as each is conformant as that release, and judged as the next it fails exactly where the two differ ([the steps](tests/reference/release-steps.json)).`,
    '',
  ].join('\n')
}

/** The README with the figures as they are. */
export function currentReadme(): string {
  return readFileSync(readme, 'utf8').replace(block, (_, begin, end) => `${begin}${figures()}${end}`)
}

/** `npm run figures` */
if (process.argv[1]?.endsWith('figures.ts')) writeFileSync(readme, currentReadme())
