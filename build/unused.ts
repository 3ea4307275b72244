import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'

/** Widths of characters in a font, as anafanafo has them: of a run of characters, its first, its last, and their width. */
type Widths = readonly (readonly [first: number, last: number, width: number])[]

/** The last character that a badge may hold: beyond Latin there is none in it. */
const lastOfBadge = 0x024f

/**
 * Leaves out parts of packages that this one never uses, and that would be read at every start:
 * - superagent sends forms with files, whose package brings a table of all media types;
 * - the badge's package knows the width of every character of four fonts.
 */
export const unused: Plugin = {
  name: 'unused',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules[\\/]form-data[\\/]lib[\\/]form_data\.js$/ }, () => ({
      contents: `module.exports = class FormData { constructor() { throw new Error('this build sends no forms with files') } }`,
      loader: 'js',
    }))
    onLoad({ filter: /node_modules[\\/]anafanafo[\\/]data[\\/][^\\/]+\.json$/ }, ({ path }) => {
      const widths = JSON.parse(readFileSync(path, 'utf8')) as Widths
      return { contents: JSON.stringify(widths.filter(([first]) => first <= lastOfBadge)), loader: 'json' }
    })
  },
}
