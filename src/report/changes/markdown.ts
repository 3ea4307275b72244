import { code, escaped } from '../markdown-text.ts'
import type { ClientChange } from './changes.ts'
import {
  countingLine,
  type Document,
  isHistory,
  knownLines,
  noExample,
  releaseLine,
  sentence,
  titleOf,
  titles,
} from './words.ts'

/** The changes for an issue, a pull request or a wiki. */
export function markdownChanges(document: Document): string {
  const body = isHistory(document)
    ? document.releases.flatMap((release) => [
        `## ${escaped(releaseLine(release))}`,
        '',
        ...(release.changes.length
          ? release.changes.map((one) => `- **${one.class}** ${escaped(sentence(one))}. ${escaped(one.client)}`)
          : ['Nothing that an API client notices.']),
        '',
      ])
    : Object.entries(titles).flatMap(([kind, title]) => {
        const members = document.changes.filter((one) => one.class === kind)
        return members.length ? [`## ${title}`, '', ...members.flatMap(item), ''] : []
      })
  const head = knownLines(document).map((line) => `- ${escaped(line)}`)
  return `${[`# ${escaped(titleOf(document))}`, '', ...(head.length ? [...head, ''] : []), ...body, escaped(countingLine(document))].join('\n')}\n`
}

function item(change: ClientChange): string[] {
  const { client, source, link, requirements, example } = change
  return [
    `- **${escaped(sentence(change))}**`,
    `  - example: ${example ? `${code(example.operation)}, ${escaped(example.place)}: ${code(example.before)} before, ${code(example.after)} after` : noExample}`,
    `  - in a client: ${escaped(client)}`,
    `  - source: ${link ? `[${escaped(source)}](${link})` : escaped(source)}`,
    ...(requirements.length ? [`  - judged by ${requirements.join(', ')}`] : []),
  ]
}
