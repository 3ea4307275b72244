import { type Line, patchOf } from '../../../release/index.ts'
import type { Requirement } from '../../../src/judge/requirement.ts'
import type { ClientChange } from '../../../src/report/changes/changes.ts'
import { type Brought, historyOf } from '../../../src/report/changes/history.ts'
import { tableLines } from '../../support/generated.ts'
import { asSentence, markdown } from '../pages/markdown.ts'

/** The changes of a line of releases, by release. */
export function broughtByLine({ line, patches }: Line, requirements: readonly Requirement[]): readonly Brought[] {
  const names = patches.map(({ patch }) => (patch ? `${line}-p${patch}` : line))
  return historyOf(requirements, names).releases
}

/**
 * Returns the page of a line of releases.
 * @param previous the line before it; undefined for the oldest
 */
export function linePage(line: Line, previous: Line | undefined, requirements: readonly Requirement[]): string {
  const [first, ...later] = broughtByLine(line, requirements)
  const { isolated = [], distributions = {} } = line
  return `${[
    `# ${line.line}`,
    '',
    'What a client of the customer accounts’ REST API notices. Made by `npm run releases` from',
    `[the file of the line](../../release/lines/${line.line}.json). [All lines](README.md).`,
    '',
    `## ${previous ? `Since ${previous.line}` : 'The oldest line'}`,
    '',
    ...changeLines(first?.changes ?? []),
    '',
    ...later
      .filter(({ changes }) => changes.length)
      .flatMap(({ name, changes }) => [`## In ${name}`, '', ...changeLines(changes), '']),
    '## Releases',
    '',
    ...tableLines(
      ['release', 'date', 'bulletin', 'known'],
      [first, ...later].flatMap((one) =>
        one ? [[one.name, one.date ?? '', patchOf(one.name)?.bulletin ?? '', one.known]] : [],
      ),
    ),
    '',
    ...(isolated.length
      ? [
          '## Fixes without a version number',
          '',
          ...tableLines(
            ['fix', 'date', 'bulletin', 'a client notices it'],
            isolated.map(({ name, date, bulletin = '', visible }) => [name, date, bulletin, visible ? 'yes' : 'no']),
          ),
          '',
        ]
      : []),
    ...Object.entries(distributions).flatMap(([name, versions]) => [
      `## ${name} versions built on it`,
      '',
      ...tableLines(
        ['version', 'release'],
        Object.entries(versions).map(([version, patch]) => [version, patch ? `${line.line}-p${patch}` : line.line]),
      ),
      '',
    ]),
  ]
    .join('\n')
    .trimEnd()}\n`
}

const changeLines = (changes: readonly ClientChange[]): string[] =>
  changes.length ? changes.map(changeLine) : ['Nothing that a client notices.']

function changeLine({ class: kind, says, assumed, client, source, link, requirements }: ClientChange): string {
  const judged = requirements.map((id) => `[${id}](../requirements/${id}.md)`).join(', ')
  const from = link ? `[${markdown(source)}](${link})` : markdown(source)
  return `- **${kind}**${assumed ? ' (assumed)' : ''}: ${markdown(says)}. In a client: ${markdown(asSentence(client))} ${from}${judged ? `; ${judged}` : ''}`
}
