import { visible } from '../shared/text.ts'

const longest = 2000

/**
 * A text as Markdown that shows just that text, in one line: no markup, no HTML, no link, nobody mentioned and no issue
 * referred to. A zero-width space keeps an `@` and a `#` from what follows: GitHub looks for both in the finished page.
 */
export function escaped(text: string): string {
  return short(text)
    .replace(/[<>&]/g, (character) => entities[character] as string)
    .replace(/[\\`*_[\]|~$]/g, '\\$&')
    .replace(/^(\d*)(?=[-+#=.)]+(\s|$))/, '$1\\')
    .replace(/:(?=\/\/|\S+@)/g, '&colon;')
    .replace(/(?<=www)\./gi, '\\.')
    .replace(/@|#(?=\d)/g, '$&&#8203;')
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' }

/** A text as Markdown's code in one line, whatever back-ticks it has. */
export function code(text: string): string {
  const own = short(text) || ' '
  const fence = '`'.repeat(longestRun(own) + 1)
  // A space at both ends is taken off again by whoever renders it.
  return `${fence} ${own} ${fence}`
}

/** A request for a shell: code in one line, or a block below a list's second level where it is a script. */
export function script(text: string): string {
  if (!text.includes('\n') || text.length > longest) return code(text)
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  const lines = [`${fence}sh`, ...visible(text.toWellFormed()).split('\n'), fence]
  return `\n${lines.map((line) => `    ${line}`).join('\n')}`
}

/** Texts of any length stay readable, and on one line, so that none ends the paragraph, the list or the block it is in. */
function short(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text
  return visible(cut.toWellFormed()).replace(/\s+/g, ' ').trim()
}

const longestRun = (text: string) => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
