import { escaped } from '../markdown-text.ts'
import { type ChangeClass, classes, classNames } from './classes.ts'
import type { Change, Diff } from './diff.ts'
import type { RequirementChange } from './requirements.ts'
import {
  byExplanation,
  changeLine,
  countingLine,
  isEmpty,
  notComparedLine,
  operationsLine,
  seenLine,
  timingLine,
  unannounced,
  verdictLine,
} from './words.ts'

/** The comparison for a job summary, an issue or a pull request: what nobody announced first. */
export function markdownDiff(diff: Diff): string {
  const { before, after, changes, requirements, timings } = diff
  const news = [
    ...unannounced(diff).map((one) => ('id' in one ? requirementItem(one) : changeItem(one))),
    ...timings.map((timing) => item('timing', timingLine(timing))),
  ]
  const groups = byExplanation<Change | RequirementChange>([...changes, ...requirements.changes])
  return `${[
    `# ${escaped(before.release.name)} → ${escaped(after.release.name)}`,
    '',
    `Before: ${escaped(before.target)}. After: ${escaped(after.target)}. Judged: ${diff.judgedAs}.`,
    '',
    ...(isEmpty(diff) ? ['Nothing differs.', ''] : countTable(diff)),
    ...section('Nobody announced', news),
    ...section(
      'Expected: the step from one release to the other explains it',
      groups.flatMap(({ why, source, changes }) => [
        '',
        `**${escaped(why)}** (${escaped(source)})`,
        '',
        ...changes.map((one) => ('id' in one ? requirementItem(one) : changeItem(one))),
      ]),
    ),
    ...section('Requirements of one of the two releases', [
      ...(requirements.end.length ? [`- only ${before.release.name}: ${requirements.end.join(' ')}`] : []),
      ...(requirements.begin.length ? [`- only ${after.release.name}: ${requirements.begin.join(' ')}`] : []),
    ]),
    ...section(
      'To know',
      diff.notes.map((note) => `- ${escaped(note)}`),
    ),
    ...section(
      'Not compared',
      diff.notCompared.map((one) => `- ${escaped(notComparedLine(one))}`),
    ),
    escaped(countingLine(diff)),
  ].join('\n')}\n`
}

function countTable({ counts }: Diff): string[] {
  const rows = classNames.filter((name) => counts[name].all > 0)
  return [
    '| class | changes | nobody announced | what it means |',
    '| --- | ---: | ---: | --- |',
    ...rows.map((name) => `| ${name} | ${counts[name].all} | ${counts[name].unannounced} | ${classes[name].meaning} |`),
    '',
  ]
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length ? [`## ${title}`, '', ...lines, ''] : []
}

const item = (name: ChangeClass, text: string) => `- **${name}** ${escaped(text)}`

function changeItem(change: Change): string {
  const breaks = change.breaks ? `; breaks ${change.breaks.join(', ')}` : ''
  return `${item(change.class, `${operationsLine(change)}: ${changeLine(change)}`)}<br>${escaped(seenLine(change))}${breaks}`
}

function requirementItem(change: RequirementChange): string {
  return `${item(change.class, `${change.id} ${change.sentence}`)}<br>${escaped(verdictLine(change))}`
}
