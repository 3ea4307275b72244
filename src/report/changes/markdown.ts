import { code, escaped } from '../markdown-text.ts'
import type { ClientChange } from './changes.ts'
import {
  countingLine,
  type Document,
  isHistory,
  knownLines,
  noExample,
  sectionsOf,
  sentence,
  titleOf,
  unexplainedLines,
  unexplainedTitle,
} from './words.ts'

/** Renders the changes as Markdown, for an issue, a pull request or a wiki. */
export function markdownChanges(document: Document): string {
  const told = isHistory(document) ? short : full
  const body = sectionsOf(document).flatMap(({ title, changes }) => [
    `## ${escaped(title)}`,
    '',
    ...(changes.length ? changes.flatMap(told) : ['Nothing that an API client notices.']),
    '',
  ])
  const unexplained = unexplainedLines(document).map(([id, text]) => `- **${id}** ${escaped(text)}`)
  const rest = unexplained.length ? [`## ${unexplainedTitle}`, '', ...unexplained, ''] : []
  const head = knownLines(document).map((line) => `- ${escaped(line)}`)
  return `${[`# ${escaped(titleOf(document))}`, '', ...(head.length ? [...head, ''] : []), ...body, ...rest, escaped(countingLine(document))].join('\n')}\n`
}

const short = (change: ClientChange): string[] => [
  `- **${change.class}** ${escaped(sentence(change))}. ${escaped(change.client)}`,
]

function full(change: ClientChange): string[] {
  const { client, source, link, requirements, example } = change
  return [
    `- **${escaped(sentence(change))}**`,
    `  - example: ${example ? `${code(example.operation)}, ${escaped(example.place)}: ${code(example.before)} before, ${code(example.after)} after` : noExample}`,
    `  - in a client: ${escaped(client)}`,
    `  - source: ${link ? `[${escaped(source)}](${link})` : escaped(source)}`,
    ...(requirements.length ? [`  - judged by ${requirements.join(', ')}`] : []),
  ]
}
