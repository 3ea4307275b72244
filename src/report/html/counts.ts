import { type Counts, verdicts } from '../../judge/verdict.ts'
import { type Markup, markup } from './markup.ts'
import { signOf } from './verdict-mark.ts'

const present = (counts: Counts) => verdicts.filter((verdict) => counts[verdict] > 0)

/** Renders the number of each verdict, in words, without zeros. */
export function countsLine(counts: Counts): Markup {
  return markup`<span class="counts">${present(counts).map(
    (verdict) =>
      markup`<span data-verdict="${verdict}">${signOf(verdict)} <b>${counts[verdict]}</b> ${verdict}</span> `,
  )}</span>`
}

/** Renders the counts as a bar. Small parts have a visible minimum width. */
export function countsBar(counts: Counts): Markup {
  const all = present(counts).reduce((sum, verdict) => sum + counts[verdict], 0)
  const widths = present(counts).map((verdict) => Math.max(0.8, (100 * counts[verdict]) / all))
  const scale = 100 / widths.reduce((sum, width) => sum + width, 0)
  let left = 0
  const parts = present(counts).map((verdict, index) => {
    const width = (widths[index] as number) * scale
    left += width
    return markup`<rect data-verdict="${verdict}" x="${(left - width).toFixed(2)}%" width="${width.toFixed(2)}%" height="100%"/>`
  })
  return markup`<svg class="bar" aria-hidden="true">${parts}</svg>`
}
