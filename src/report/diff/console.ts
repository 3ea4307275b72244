import picocolors from 'picocolors'
import { visible } from '../../shared/text.ts'
import { type ChangeClass, classNames } from './classes.ts'
import type { Diff, DiffSide } from './diff.ts'
import { byExplanation, type Finding, unannounced } from './findings.ts'
import type { RequirementChange } from './requirements.ts'
import {
  countingLine,
  findingLine,
  isEmpty,
  notComparedLine,
  seenLine,
  signs,
  timingLine,
  verdictLine,
} from './words.ts'

type Colours = ReturnType<typeof picocolors.createColors>

const width = Math.max(...Object.keys(signs).map(({ length }) => length))
const indent = ' '.repeat(width + 6)

/** How many changes of a class are listed. The worst are reviewed one by one. */
const most = (name: ChangeClass) => (name === 'breaking' ? 8 : 3)
const mostExplained = 12
const mostRequirements = 3
const mostUncompared = 6

/** Renders the comparison for a terminal or a log, in about a hundred lines: unannounced changes first. */
export function consoleDiff(diff: Diff, coloured = false): string {
  const pc = picocolors.createColors(coloured)
  const timings = diff.timings.map((timing) => entry('timing', timingLine(timing), [], pc))
  const found = unannounced(diff)
  const news = classNames.flatMap((name) => {
    const ofClass = found.filter((one) => one.class === name).map((one) => findingLines(one, pc))
    return few(name === 'timing' ? timings : ofClass, most(name), `${name} changes`).flat()
  })
  return [
    `${pc.bold(diff.suite.name)} ${diff.suite.version}, diff`,
    `before   ${sideLine(diff.before)}`,
    `after    ${sideLine(diff.after)}`,
    ...(diff.judgedAs === 'both as the release before' ? [`judged   both as ${diff.before.release.name}`] : []),
    ...(isEmpty(diff) ? ['', 'Nothing differs.'] : []),
    ...(news.length ? ['', pc.bold('Nobody announced'), ...news] : []),
    ...expected(diff, pc),
    ...promises(diff, pc),
    ...(diff.notes.length ? ['', pc.bold('To know'), ...diff.notes.map((note) => `  ${visible(note)}`)] : []),
    ...notCompared(diff, pc),
    '',
    countingLine(diff),
  ].join('\n')
}

/** Returns the first entries and a line that says where the rest is. */
function few<T>(all: readonly T[], count: number, what: string): (T | string)[] {
  const more = all.length - count
  if (more <= 0) return [...all]
  return [
    ...all.slice(0, count),
    `  … and ${more} more ${what}: --out DIR writes all, in diff.html, diff.md and diff.json`,
  ]
}

function sideLine({ given, target, release, powers }: DiffSide): string {
  const note = release.source === 'embedded' ? '' : ` (${release.source})`
  const from = given === target ? '' : ` in ${given}`
  return visible(`${release.name}${note}, ${target}${from}, access ${powers.join(', ') || 'none'}`)
}

function entry(name: ChangeClass, text: string, more: readonly string[], pc: Colours): string[] {
  const [sign, colour] = signs[name]
  return [
    `  ${pc[colour](`${sign} ${name.padEnd(width)}`)}  ${visible(text)}`,
    ...more.map((line) => pc.dim(`${indent}${visible(line)}`)),
  ]
}

function findingLines(finding: Finding, pc: Colours): string[] {
  const { changes, requirements } = finding
  const text = findingLine(finding)
  if (text === undefined) return requirements.flatMap((one) => requirementLines(one, pc))
  const shown = requirements.length > mostRequirements ? mostRequirements - 1 : mostRequirements
  const rest = requirements.slice(shown).map(({ id }) => id)
  return entry(
    finding.class,
    text,
    [
      seenLine(changes),
      ...requirements
        .slice(0, shown)
        .map(({ id, sentence, before, after }) => `${id} ${before}, now ${after}: ${sentence}`),
      ...(rest.length ? [`and ${rest.join(', ')}`] : []),
    ],
    pc,
  )
}

function requirementLines(change: RequirementChange, pc: Colours): string[] {
  return entry(change.class, `${change.id} ${change.sentence}`, [verdictLine(change)], pc)
}

/** Lists each reason with the first change that shows it. The files list the others and the sources. */
function expected(diff: Diff, pc: Colours): string[] {
  const groups = byExplanation(diff).map(({ why, findings }) => {
    const [first, ...others] = findings as [Finding, ...Finding[]]
    const [sign, colour] = signs[first.class]
    const { id = '' } = first.requirements[0] ?? {}
    const more = others.length ? ` (and ${others.length} more)` : ''
    return [`  ${why}`, `    ${pc[colour](sign)} ${pc.dim(visible(`${findingLine(first) ?? id}${more}`))}`]
  })
  if (groups.length === 0) return []
  const title = pc.bold('Expected: the step from one release to the other explains it')
  return ['', title, ...few(groups, mostExplained, 'reasons').flat()]
}

function promises({ requirements: { begin, end }, before, after }: Diff, pc: Colours): string[] {
  if (begin.length + end.length === 0) return []
  return [
    '',
    pc.bold('Requirements of one of the two releases'),
    ...(end.length ? [`  only ${before.release.name}: ${end.join(' ')}`] : []),
    ...(begin.length ? [`  only ${after.release.name}: ${begin.join(' ')}`] : []),
  ]
}

function notCompared({ notCompared }: Diff, pc: Colours): string[] {
  if (notCompared.length === 0) return []
  const lines = notCompared.map((one) => `  ${visible(notComparedLine(one))}`)
  return ['', pc.bold('Not compared'), ...few(lines, mostUncompared, 'reasons')]
}
