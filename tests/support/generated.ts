/**
 * A page with other text between `<!-- name -->` and `<!-- /name -->`.
 * @param content ends with a line feed
 */
export function withBlock(page: string, name: string, content: string): string {
  const block = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`)
  return page.replace(block, (_, begin, end) => `${begin}${content}${end}`)
}

/** A table of Markdown, a line each row. */
export function tableLines(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
}
