// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal take no room in it
const colour = /\u001b\[\d+m/g

/** A line of a request: it is pasted into a shell, which takes it as one. */
const shell = /\bcurl -(i|sg) |\$\{\w+:\?|>&2$/

/**
 * A line broken between words so that each part fits the width; parts after the first are indented as its text is.
 * A word that is longer than a line stands on one of its own.
 * @param width none where the line stays as it is
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
