import picocolors from 'picocolors'
import { visible } from '../../shared/text.ts'
import { wrapped } from '../wrap.ts'
import type { ClientChange } from './changes.ts'
import {
  countingLine,
  type Document,
  exampleLine,
  isHistory,
  knownLines,
  noExample,
  releaseLine,
  sentence,
  titleOf,
  titles,
} from './words.ts'

/** The changes for a terminal or a log. @param width the terminal's columns; lines stay whole when not given */
export function consoleChanges(
  document: Document,
  { coloured = false, width }: { coloured?: boolean; width?: number | undefined } = {},
): string {
  const pc = picocolors.createColors(coloured)
  const body = isHistory(document)
    ? document.releases.flatMap((release) => [
        '',
        pc.bold(releaseLine(release)),
        ...(release.changes.length
          ? release.changes.flatMap((one) => short(one))
          : ['  nothing that an API client notices']),
      ])
    : Object.entries(titles).flatMap(([kind, title]) => {
        const members = document.changes.filter((one) => one.class === kind)
        return members.length ? ['', pc.bold(title), ...members.flatMap(full)] : []
      })
  const lines = [
    pc.bold(titleOf(document)),
    ...knownLines(document).map((line) => `  ${line}`),
    ...body,
    '',
    countingLine(document),
  ]
  return lines.flatMap((line) => wrapped(line, width)).join('\n')
}

const short = (change: ClientChange): string[] => [`  ${change.class.padEnd(10)} ${sentence(change)}`]

function full(change: ClientChange): string[] {
  const { client, source, requirements, example } = change
  return [
    `  ${sentence(change)}`,
    `    example   ${example ? visible(exampleLine(example)) : noExample}`,
    `    client    ${client}`,
    `    source    ${source}`,
    ...(requirements.length ? [`    judged by ${requirements.join(' ')}`] : []),
  ]
}
