import picocolors from 'picocolors'
import { visible } from '../../shared/text.ts'
import type { Change, Diff, DiffSide } from './diff.ts'
import type { RequirementChange } from './requirements.ts'
import {
  byExplanation,
  changeLine,
  countingLine,
  isEmpty,
  notComparedLine,
  operationsLine,
  seenLine,
  signs,
  timingLine,
  unannounced,
  verdictLine,
} from './words.ts'

type Colours = ReturnType<typeof picocolors.createColors>

const width = Math.max(...Object.keys(signs).map(({ length }) => length))
const indent = ' '.repeat(width + 6)

/** The whole comparison for a terminal or a log: what nobody announced first. */
export function consoleDiff(diff: Diff, coloured = false): string {
  const pc = picocolors.createColors(coloured)
  const news = [
    ...unannounced(diff).flatMap((one) => ('id' in one ? requirementLines(one, pc) : changeLines(one, pc))),
    ...diff.timings.flatMap((timing) => entry('timing', timingLine(timing), [], pc)),
  ]
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

function sideLine({ given, target, release, powers }: DiffSide): string {
  const note = release.source === 'embedded' ? '' : ` (${release.source})`
  const from = given === target ? '' : ` in ${given}`
  return visible(`${release.name}${note}, ${target}${from}, powers ${powers.join(', ') || 'none'}`)
}

function entry(name: Change['class'], text: string, more: readonly string[], pc: Colours): string[] {
  const [sign, colour] = signs[name]
  return [
    `  ${pc[colour](`${sign} ${name.padEnd(width)}`)}  ${visible(text)}`,
    ...more.map((line) => pc.dim(`${indent}${visible(line)}`)),
  ]
}

function changeLines(change: Change, pc: Colours): string[] {
  const breaks = change.breaks ? [`breaks ${change.breaks.join(', ')}`] : []
  return entry(change.class, `${operationsLine(change)}: ${changeLine(change)}`, [...breaks, seenLine(change)], pc)
}

function requirementLines(change: RequirementChange, pc: Colours): string[] {
  return entry(change.class, `${change.id} ${change.sentence}`, [verdictLine(change)], pc)
}

function expected(diff: Diff, pc: Colours): string[] {
  const groups = byExplanation<Change | RequirementChange>([...diff.changes, ...diff.requirements.changes])
  if (groups.length === 0) return []
  return [
    '',
    pc.bold('Expected: the step from one release to the other explains it'),
    ...groups.flatMap(({ why, source, changes }, index) => [
      ...(index ? [''] : []),
      `  ${why}`,
      pc.dim(`  ${source}`),
      ...changes.flatMap((one) => ('id' in one ? requirementLines(one, pc) : changeLines(one, pc))),
    ]),
  ]
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
  return ['', pc.bold('Not compared'), ...notCompared.map((one) => `  ${visible(notComparedLine(one))}`)]
}
