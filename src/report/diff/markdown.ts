import { escaped } from '../markdown-text.ts'
import { type ChangeClass, classes, classNames } from './classes.ts'
import type { Diff } from './diff.ts'
import { byExplanation, type Finding, unannounced } from './findings.ts'
import type { RequirementChange } from './requirements.ts'
import {
  changeLine,
  countingLine,
  isEmpty,
  notComparedLine,
  operationsLine,
  seenLine,
  timingLine,
  verdictLine,
} from './words.ts'

/** Renders the comparison as Markdown, for a job summary, an issue or a pull request: unannounced changes first. */
export function markdownDiff(diff: Diff): string {
  const { before, after, requirements, timings } = diff
  const news = [
    ...unannounced(diff).flatMap(findingItems),
    ...timings.map((timing) => item('timing', timingLine(timing))),
  ]
  return `${[
    `# ${escaped(before.release.name)} → ${escaped(after.release.name)}`,
    '',
    `Before: ${escaped(before.target)}. After: ${escaped(after.target)}. Judged: ${diff.judgedAs}.`,
    '',
    ...(isEmpty(diff) ? ['Nothing differs.', ''] : countTable(diff)),
    ...section('Nobody announced', news),
    ...section(
      'Expected: the step from one release to the other explains it',
      byExplanation(diff).flatMap(({ why, source, findings }) => [
        '',
        `**${escaped(why)}** (${escaped(source)})`,
        '',
        ...findings.flatMap(findingItems),
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

/** Returns one item for a group of similar changes, with its requirements. */
function findingItems({ class: name, changes, requirements }: Finding): string[] {
  if (changes.length === 0) return requirements.map(requirementItem)
  const lines = changes.map((change) => escaped(`${operationsLine(change)}: ${changeLine(change)}`))
  const shown = requirements.map(({ id, sentence, before, after }) =>
    escaped(`${id} ${before}, now ${after}: ${sentence}`),
  )
  return [`- **${name}** ${[...lines, escaped(seenLine(changes)), ...shown].join('<br>')}`]
}

function requirementItem(change: RequirementChange): string {
  return `${item(change.class, `${change.id} ${change.sentence}`)}<br>${escaped(verdictLine(change))}`
}
