// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal take no room in it
const colour = /\u001b\[\d+m/g

/** A line with a shell request is not wrapped, because it is pasted as one line. */
const shell = /\bcurl -(i|sg) |\$\{\w+:\?|>&2$/

/**
 * Wraps a line between words; continuation lines are indented like its text. A word longer than a line is not broken.
 * @param width undefined to leave the line unchanged
 */
export function wrapped(line: string, width: number | undefined): string[] {
  if (!width || seen(line) <= width || shell.test(line)) return [line]
  const indent = ' '.repeat(Math.min(/^ *(\S+ {2,})?/.exec(line.replace(colour, ''))?.[0].length ?? 0, 14))
  const parts: string[] = []
  let part = ''
  for (const word of line.split(/(?<=\S) (?=\S)/)) {
    if (part && seen(part) + 1 + seen(word) > width) {
      parts.push(part)
      part = `${indent}${word}`
    } else part = part ? `${part} ${word}` : word
  }
  return [...parts, part]
}

const seen = (text: string) => text.replace(colour, '').length
