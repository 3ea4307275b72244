/** A part of a shell word: literal text, or an expression such as `"$TOKEN"`. */
export type Part = string | { readonly shell: string }

/** Returns a POSIX shell word with this value. */
export function word(parts: readonly Part[]): string {
  let made = ''
  let text = ''
  for (const part of [...parts, { shell: '' }])
    if (typeof part === 'string') text += part
    else {
      made += (text && quote(text)) + part.shell
      text = ''
    }
  return made || "''"
}

/** Quotes a text as one word of a POSIX shell. */
export const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`

/**
 * Splits a text at the matches of a pattern and replaces these.
 * @param replace undefined leaves the match unchanged
 */
export function replaced(
  parts: readonly Part[],
  pattern: RegExp,
  replace: (match: RegExpExecArray) => readonly Part[] | undefined,
): Part[] {
  return parts.flatMap((part): Part[] => {
    if (typeof part !== 'string') return [part]
    const cut: Part[] = []
    let end = 0
    for (const match of part.matchAll(pattern)) {
      const other = replace(match)
      if (!other) continue
      cut.push(part.slice(end, match.index), ...other)
      end = match.index + match[0].length
    }
    return [...cut, part.slice(end)]
  })
}
