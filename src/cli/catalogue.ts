import { existsSync } from 'node:fs'
import { parseRelease } from '../../release/index.ts'
import { pageOf, type Requirement } from '../judge/requirement.ts'
import { describeSource, linkOf } from '../judge/source.ts'
import { scenarios } from '../perform/scenario.ts'
import { chaptersOf } from '../report/grouped.ts'
import { unknownRelease } from '../report/unknown-release.ts'
import { packageFile } from '../shared/package-file.ts'
import { profileTexts } from '../shared/profile.ts'
import { checkRelease, profileNamed } from '../target/parse.ts'
import { UsageError } from '../target/settings.ts'
import { explainFault, faultPrefix } from './explain-fault.ts'
import { formatNamed } from './format.ts'
import { confirmedBy, historyOf } from './history.ts'
import type { Flags } from './options.ts'
import { requirementCalled, selectionOf } from './select.ts'

/** The machine-readable formats of the catalogue. */
const listFormats = {
  json: (listed: readonly Requirement[]) =>
    JSON.stringify(
      {
        version: 1,
        requirements: listed.map(({ id, level, sentence, chapter, in: { text }, profile }) => ({
          id,
          level,
          sentence,
          chapter,
          releases: text,
          profile,
        })),
      },
      null,
      2,
    ),
}

/** Prints the catalogue, or the requirements that apply to a release. */
export async function listCommand(flags: Flags, [operand]: readonly string[]): Promise<number> {
  if (operand !== undefined) throw new UsageError(`list takes no operand: --only ${operand} selects requirements`)
  const release = flags.release && parseRelease(checkRelease(flags.release, '--release'))
  const profile = profileNamed(flags.profile ?? 'full', '--profile')
  const format = flags.format === undefined ? undefined : formatNamed(listFormats, flags.format)
  const listed = selectionOf(flags, profile).requirements.filter(
    (requirement) => !release || requirement.in.includes(release),
  )
  if (format) {
    console.log(format(listed))
    return 0
  }
  for (const [chapter, members] of chaptersOf(listed)) {
    console.log(`\n${chapter}`)
    for (const { id, level, profile: own, sentence, in: range } of members)
      console.log(
        `  ${id.padEnd(11)} ${level.padEnd(6)} ${own.padEnd(9)} ${sentence}${range.text === 'every release' ? '' : ` [${range.text}]`}`,
      )
  }
  const unknown = release && unknownRelease(release)
  console.log(
    `\n${listed.length} requirements${profile === 'full' ? '' : ` of profile ${profile}`}${release ? ` apply to ${flags.release}${unknown ? ` (${unknown})` : ''}` : ''}`,
  )
  return 0
}

/** Prints all details of a requirement, or of a fault of the kill matrix. */
export async function explainCommand(_: Flags, [id, ...more]: readonly string[]): Promise<number> {
  if (!id || more.length)
    throw new UsageError('explain takes one id, such as TOKEN-04, or a fault, such as fault:exp-ignored')
  if (id.startsWith(faultPrefix)) return explainFault(id.slice(faultPrefix.length))
  const requirement = requirementCalled(id)
  const { allFaults } = await import('../../specs/faults.ts')
  const faults = allFaults.filter(({ breaks }) => breaks.includes(requirement.id))
  const confirmed = confirmedBy(requirement.in, requirement.source)
  const scenario = scenarios.find(({ name }) => name === requirement.scenario)
  const page = pageOf(requirement.id)
  const lines = [
    `${requirement.id} (${requirement.level}${requirement.advice ? ', advice: never counted against conformance' : ''})`,
    `  ${requirement.sentence}`,
    '',
    `  why       ${requirement.why}`,
    `  chapter   ${requirement.chapter}`,
    `  profile   ${requirement.profile}: ${profileTexts[requirement.profile]}`,
    `  releases  ${requirement.in.text}`,
    `  history   ${historyOf(requirement.in)}`,
    `  seen on   ${confirmed.join(', ') || 'no recorded release'}`,
    ...requirement.source.map(
      (source) => `  source    ${describeSource(source)}${linkOf(source) ? ` ${linkOf(source)}` : ''}`,
    ),
    scenario ? `  scenario  ${scenario.name}: ${scenario.asks}` : '  scenario  every exchange of the run',
    ...(scenario?.needs.length ? [`  needs     ${scenario.needs.join(', ')}`] : []),
    ...faults.map(({ id, does, origin }) => `  fault     ${id}: ${does}${origin ? ` (${origin})` : ''}`),
    ...(requirement.next ? [`  next      ${requirement.next}`] : []),
    ...(existsSync(packageFile(page))
      ? [`  page      ${page} (the request, a conforming answer and a broken one)`]
      : []),
  ]
  console.log(lines.join('\n'))
  return 0
}
