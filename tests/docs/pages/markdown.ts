/** A text as Markdown shows it as it is; what stands in backticks stays code. */
export function markdown(text: string): string {
  return text
    .replace(/(?<![`\w])MAGENTO_[A-Z_]+…?/g, '`$&`')
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 ? part : part.replace(/[\\*<>|[\]]|(?<!\w)_|_(?!\w)/g, '\\$&')))
    .join('')
}

/** A block of code; the fence is longer than any in the text. */
export function block(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}

/** Returns inline code. */
export const inCode = (text: string) => (text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``)

/** Capitalizes the first letter, as for a separate sentence. */
export const asSentence = (text: string) =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`

/** Returns the anchor that GitHub makes for a heading. */
export const anchorOf = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-')
