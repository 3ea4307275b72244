import picocolors from 'picocolors'
import { visible } from '../../shared/text.ts'
import { wrapped } from '../wrap.ts'
import type { Merged } from './merged.ts'
import { partOf, releaseOf, sectionsOf, titleOf } from './words.ts'

/**
 * Renders the reports of many shops for a terminal or a log.
 * @param width columns of the terminal; lines are not wrapped without it
 */
export function consoleMerged(
  merged: Merged,
  { coloured = false, width }: { coloured?: boolean; width?: number | undefined } = {},
): string {
  const pc = picocolors.createColors(coloured)
  const { shops } = merged
  const longest = (of: (shop: Merged['shops'][number]) => string) => Math.max(...shops.map((shop) => of(shop).length))
  const [names, releases] = [longest(({ name }) => name), longest(releaseOf)]
  const lines = [
    pc.bold(titleOf(merged)),
    ...shops.map((shop) => {
      const { pass, fail, warn, blocked } = shop.counts
      const verdict = shop.conformant === 'no' ? pc.red('not conformant') : `conformant: ${shop.conformant}`
      const own = partOf(shop)
      return `  ${visible(shop.name).padEnd(names)}  ${releaseOf(shop).padEnd(releases)}  ${verdict}, ${pass} pass, ${fail} fail, ${warn} warn, ${blocked} blocked${own ? ` (${own})` : ''}`
    }),
    ...sectionsOf(merged).flatMap(({ title, none, shops: news, told }) => {
      const own = [...news, ...told.map(({ text, ids }) => `${text}: ${ids.join(' ')}`)]
      return ['', pc.bold(title), ...(own.length ? own : [none]).map((line) => `  ${visible(line)}`)]
    }),
  ]
  return lines.flatMap((line) => wrapped(line, width)).join('\n')
}
