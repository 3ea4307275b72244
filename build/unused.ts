import { readFileSync } from 'node:fs'
import type { Plugin } from 'esbuild'

/** Character widths of a font in the format of anafanafo: first and last character of a range, and their width. */
type Widths = readonly (readonly [first: number, last: number, width: number])[]

/** The last character that badges use; they contain Latin characters only. */
const lastOfBadge = 0x024f

/**
 * Removes unused parts of packages that would be loaded at every start:
 * - superagent can send files, which needs a table of all media types;
 * - the badge package has the widths of all characters of four fonts.
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
