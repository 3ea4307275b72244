/**
 * Returns the page with new text between `<!-- name -->` and `<!-- /name -->`.
 * @param content ends with a line feed
 */
export function withBlock(page: string, name: string, content: string): string {
  const block = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`)
  return page.replace(block, (_, begin, end) => `${begin}${content}${end}`)
}

/** Returns a Markdown table, one line for each row. */
export function tableLines(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
}
