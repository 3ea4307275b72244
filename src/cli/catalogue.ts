import { parseRelease } from '../../release/index.ts'
import { describeSource, linkOf } from '../judge/source.ts'
import { pageOf, whyOf } from '../judge/why.ts'
import { scenarios } from '../perform/scenario.ts'
import { checkRelease } from '../target/parse.ts'
import { UsageError } from '../target/settings.ts'
import { confirmedBy, historyOf } from './history.ts'
import type { Flags } from './options.ts'
import { selectRequirements } from './select.ts'

/** Prints the catalogue, or what of it applies to a release. */
export async function listCommand(flags: Flags): Promise<number> {
  if (flags.release) checkRelease(flags.release, '--release')
  const release = flags.release && parseRelease(flags.release)
  const listed = selectRequirements(flags.only).filter((requirement) => !release || requirement.in.includes(release))
  for (const chapter of new Set(listed.map((requirement) => requirement.chapter))) {
    console.log(`\n${chapter}`)
    for (const { id, level, sentence, in: range } of listed.filter((requirement) => requirement.chapter === chapter))
      console.log(
        `  ${id.padEnd(11)} ${level.padEnd(6)} ${sentence}${range.text === 'every release' ? '' : ` [${range.text}]`}`,
      )
  }
  console.log(`\n${listed.length} requirements${release ? ` apply to ${flags.release}` : ''}`)
  return 0
}

/** Prints all there is to know about one requirement. */
export async function explainCommand(_: Flags, [id, ...more]: readonly string[]): Promise<number> {
  if (!id || more.length) throw new UsageError('explain takes one id, such as TOKEN-04')
  const requirement = selectRequirements(undefined).find((one) => one.id === id.toUpperCase())
  if (!requirement) throw new UsageError(`there is no requirement "${id}": npm run contract -- list shows all ids`)
  const { allFaults } = await import('../../faults/index.ts')
  const faults = allFaults.filter(({ breaks }) => breaks.includes(requirement.id))
  const confirmed = confirmedBy(requirement.in, requirement.source)
  const scenario = scenarios.find(({ name }) => name === requirement.scenario)
  const lines = [
    `${requirement.id} (${requirement.level}${requirement.advice ? ', advice: never counted against conformance' : ''})`,
    `  ${requirement.sentence}`,
    '',
    `  why       ${whyOf(requirement.id)}`,
    `  chapter   ${requirement.chapter}`,
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
    `  page      ${pageOf(requirement.id)} (the request, a conforming answer and a broken one)`,
  ]
  console.log(lines.join('\n'))
  return 0
}
