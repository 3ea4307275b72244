import { knownReleases, lines, newestRecorded, newestRelease } from '../../../release/index.ts'
import '../../../specs/index.ts'
import { requirements } from '../../../src/judge/requirement.ts'
import { kinds } from '../../../src/report/changes/changes.ts'
import { tableLines } from '../../support/generated.ts'
import { broughtByLine, linePage } from './line-page.ts'

/** Returns every file of docs/releases with its text. */
export function releasePages(): Map<string, string> {
  const pages = lines.map((line, index): [string, string] => [
    `${line.line}.md`,
    linePage(line, lines[index - 1], requirements),
  ])
  return new Map([['README.md', indexPage()], ...pages])
}

function indexPage(): string {
  const rows = lines.map((line) => {
    const brought = broughtByLine(line, requirements)
    const changes = brought.flatMap((one) => one.changes)
    const count = (kind: string) => changes.filter((one) => one.class === kind).length
    return [`[${line.line}](${line.line}.md)`, brought.length, ...kinds.map(count), brought.at(-1)?.known ?? '']
  })
  return `${[
    '# What each line of releases brought',
    '',
    `What a client of the customer accounts’ REST API notices, in ${lines.length} lines with ${knownReleases.length} releases. Made by`,
    '`npm run releases` from the files in [release/lines](../../release/lines). For two releases of your choice, with',
    `examples: \`npm run contract -- changes ${newestRecorded} ${newestRelease}\`.`,
    '',
    ...tableLines(['line', 'releases', ...kinds, 'how well its last release is known'], rows),
  ].join('\n')}\n`
}
