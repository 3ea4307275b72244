import { largestSummary } from '../markdown.ts'
import { code, escaped } from '../markdown-text.ts'
import type { Merged } from './merged.ts'
import {
  cellOf,
  cellText,
  chaptersOf,
  differingOf,
  partOf,
  releaseOf,
  shopLines,
  sinceTitle,
  type Told,
  titleOf,
  turnedOf,
  unheldOf,
} from './words.ts'

const signs = { yes: '✓', 'as far as tested': '✓', no: '✗', unknown: '?' } as const

/**
 * The reports of many shops for the summary of a job: shops, what is new, what differs, what does not hold, and the
 * table of chapters.
 * @param bytes it may take; what does not fit is left out from the end, and that is told
 */
export function markdownMerged(merged: Merged, bytes = largestSummary): string {
  const { shops, since } = merged
  const text = [
    `## ${escaped(titleOf(merged))}`,
    '',
    '| shop | release | conformant | pass | fail | warn | blocked | untestable |',
    '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...shops.map((shop) => {
      const { pass, fail, warn, blocked, untestable } = shop.counts
      const part = partOf(shop)
      const cells = [
        `**${escaped(shop.name)}** ${code(shop.url)}${shop.store === 'default' ? '' : `, ${escaped(shop.store)}`}`,
        escaped(releaseOf(shop)),
        `${signs[shop.conformant]} ${shop.conformant}${part ? ` (${escaped(part)})` : ''}`,
        ...[pass, fail, warn, blocked, untestable].map(String),
      ]
      return `| ${cells.join(' | ')} |`
    }),
    '',
    ...(since ? section(sinceTitle(since.startedAt), sinceItems(merged), 'Nothing.') : []),
    ...section('What differs between shops of one release', items(merged, differingOf(merged)), 'Nothing.'),
    ...section('What does not hold', items(merged, unheldOf(merged)), 'All holds.'),
    '### Chapters',
    '',
    `| chapter | ${shops.map(({ name }) => escaped(name)).join(' | ')} |`,
    `| --- |${' --- |'.repeat(shops.length)}`,
    ...chaptersOf(merged).map(
      (chapter) => `| ${escaped(chapter)} | ${shops.map((shop) => cellText(cellOf(shop, chapter))).join(' | ')} |`,
    ),
    '',
  ]
  return fitting(text, bytes)
}

function sinceItems(merged: Merged): string[] {
  const { broken = [], mended = [] } = merged.since ?? {}
  return [
    ...shopLines(merged).map((line) => `- ${escaped(line)}`),
    ...items(merged, turnedOf(broken)),
    ...items(merged, turnedOf(mended)),
  ]
}

const items = ({ requirements }: Merged, told: readonly Told[]): string[] =>
  told.flatMap(({ text, ids }) => [
    `- ${escaped(text)}`,
    ...ids.map((id) => {
      const known = requirements[id]
      return `  - **${escaped(id)}** ${known ? `${escaped(known.sentence)} (${known.level})` : ''}`
    }),
  ])

const section = (title: string, items: readonly string[], none: string): string[] => [
  `### ${title}`,
  '',
  ...(items.length ? items : [none]),
  '',
]

function fitting(lines: readonly string[], bytes: number): string {
  const rest = '… the rest stands in merged.json and merged.html\n'
  let room = bytes - Buffer.byteLength(rest)
  const end = lines.findIndex((line) => {
    room -= Buffer.byteLength(line) + 1
    return room < 0
  })
  return end === -1 ? lines.join('\n') : `${lines.slice(0, end).join('\n')}\n${rest}`
}
