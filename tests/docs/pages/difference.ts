import { structuredPatch } from 'diff'

/** Responses with fewer lines are shown completely. */
const fewLines = 14
const context = 2

/**
 * Returns the differences between two texts, as lines with `-` and `+` and the lines around them.
 * @returns undefined if the texts are short, equal, or have little in common: then the second text is shown instead
 */
export function difference(before: string, after: string): string | undefined {
  const { hunks } = structuredPatch('', '', before, after, '', '', { context })
  const changed = hunks.flatMap(({ lines }) => lines).filter((line) => /^[-+]/.test(line)).length
  const most = Math.max(before.split('\n').length, after.split('\n').length)
  if (changed === 0 || most <= fewLines || changed > most / 2) return undefined
  const shown = hunks.map(({ lines }) => lines.filter((line) => !line.startsWith('\\')).join('\n'))
  const [first, last] = [hunks[0], hunks.at(-1)]
  const begins = first?.oldStart === 1
  const ends = last && last.oldStart + last.oldLines > before.split('\n').length
  return `${begins ? '' : '…\n'}${shown.join('\n…\n')}${ends ? '' : '\n…'}`
}
