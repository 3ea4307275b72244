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
  sectionsOf,
  sentence,
  titleOf,
  unexplainedLines,
  unexplainedTitle,
} from './words.ts'

/**
 * Renders the changes for a terminal or a log.
 * @param width columns of the terminal; lines are not wrapped without it
 */
export function consoleChanges(
  document: Document,
  { coloured = false, width }: { coloured?: boolean; width?: number | undefined } = {},
): string {
  const pc = picocolors.createColors(coloured)
  const told = isHistory(document) ? short : full
  const body = sectionsOf(document).flatMap(({ title, changes }) => [
    '',
    pc.bold(title),
    ...(changes.length ? changes.flatMap(told) : ['  nothing that an API client notices']),
  ])
  const unexplained = unexplainedLines(document)
  const lines = [
    pc.bold(titleOf(document)),
    ...knownLines(document).map((line) => `  ${line}`),
    ...body,
    ...(unexplained.length ? ['', pc.bold(unexplainedTitle)] : []),
    ...unexplained.map(([id, text]) => `  ${id} ${text}`),
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
