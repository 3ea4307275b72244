import { visible } from '../shared/text.ts'

const longest = 2000

/**
 * Escapes a text for Markdown, in one line: no markup, HTML, link, mention or issue reference. A zero-width space
 * follows each `@` and `#`, because GitHub looks for both in the rendered page.
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

/** Renders a text as inline code, even if it contains backticks. */
export function code(text: string): string {
  const own = short(text) || ' '
  const fence = '`'.repeat(longestRun(own) + 1)
  // Renderers remove one space at each end.
  return `${fence} ${own} ${fence}`
}

/** Renders a shell request: inline code for one line, a block at the second list level for a script. */
export function script(text: string): string {
  if (!text.includes('\n') || text.length > longest) return code(text)
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  const lines = [`${fence}sh`, ...visible(text.toWellFormed()).split('\n'), fence]
  return `\n${lines.map((line) => `    ${line}`).join('\n')}`
}

/** Shortens a text and puts it in one line, so that it cannot end a paragraph, list or block. */
function short(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text
  return visible(cut.toWellFormed()).replace(/\s+/g, ' ').trim()
}

const longestRun = (text: string) => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
