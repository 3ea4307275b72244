import picocolors from 'picocolors'
import { visible } from '../../shared/text.ts'
import { wrapped } from '../wrap.ts'
import type { Merged } from './merged.ts'
import {
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

/**
 * Renders the reports of many shops for a terminal or a log. @param width the columns of the terminal; without it lines
 * are not wrapped
 */
export function consoleMerged(
  merged: Merged,
  { coloured = false, width }: { coloured?: boolean; width?: number | undefined } = {},
): string {
  const pc = picocolors.createColors(coloured)
  const { shops, since } = merged
  const longest = (of: (shop: Merged['shops'][number]) => string) => Math.max(...shops.map((shop) => of(shop).length))
  const [names, releases] = [longest(({ name }) => name), longest(releaseOf)]
  const part = (title: string, lines: readonly string[], none: string) => [
    '',
    pc.bold(title),
    ...(lines.length ? lines.map((line) => `  ${visible(line)}`) : [`  ${none}`]),
  ]
  const told = (all: readonly Told[]) => all.map(({ text, ids }) => `${text}: ${ids.join(' ')}`)
  const lines = [
    pc.bold(titleOf(merged)),
    ...shops.map((shop) => {
      const { pass, fail, warn, blocked } = shop.counts
      const verdict = shop.conformant === 'no' ? pc.red('not conformant') : `conformant: ${shop.conformant}`
      const own = partOf(shop)
      return `  ${visible(shop.name).padEnd(names)}  ${releaseOf(shop).padEnd(releases)}  ${verdict}, ${pass} pass, ${fail} fail, ${warn} warn, ${blocked} blocked${own ? ` (${own})` : ''}`
    }),
    ...(since
      ? part(
          sinceTitle(since.startedAt),
          [...shopLines(merged), ...told(turnedOf(since.broken)), ...told(turnedOf(since.mended))],
          'nothing',
        )
      : []),
    ...part('What differs between shops of one release', told(differingOf(merged)), 'nothing'),
    ...part('What does not hold', told(unheldOf(merged)), 'all holds'),
  ]
  return lines.flatMap((line) => wrapped(line, width)).join('\n')
}
