import { largestSummary } from '../markdown.ts'
import { code, escaped } from '../markdown-text.ts'
import type { Merged } from './merged.ts'
import {
  cellOf,
  cellText,
  chaptersOf,
  noneSentence,
  partOf,
  releaseOf,
  type Section,
  sectionsOf,
  titleOf,
} from './words.ts'

const signs = { yes: '✓', 'as far as tested': '✓', no: '✗', unknown: '?' } as const

/**
 * Renders the reports of many shops for a job summary: shops, changes since last time, differences, requirements that
 * are not met, and the table of chapters.
 * @param bytes maximum size; the end is omitted if it does not fit, with a note
 */
export function markdownMerged(merged: Merged, bytes = largestSummary): string {
  const { shops } = merged
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
    ...sectionsOf(merged).flatMap((one) => section(merged, one)),
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

function section({ requirements }: Merged, one: Section): string[] {
  const items = [
    ...one.shops.map((line) => `- ${escaped(line)}`),
    ...one.told.flatMap(({ text, ids }) => [
      `- ${escaped(text)}`,
      ...ids.map((id) => {
        const known = requirements[id]
        return `  - **${escaped(id)}** ${known ? `${escaped(known.sentence)} (${known.level})` : ''}`
      }),
    ]),
  ]
  return [`### ${one.title}`, '', ...(items.length ? items : [noneSentence(one)]), '']
}

function fitting(lines: readonly string[], bytes: number): string {
  const rest = '… the rest is in merged.json and merged.html\n'
  let room = bytes - Buffer.byteLength(rest)
  const end = lines.findIndex((line) => {
    room -= Buffer.byteLength(line) + 1
    return room < 0
  })
  return end === -1 ? lines.join('\n') : `${lines.slice(0, end).join('\n')}\n${rest}`
}
