/**
 * A JSON text on lines of its own, with every token as it was sent: numbers keep their digits, and a name that stands
 * twice stands twice.
 * @param {string} text
 */
function prettyJson(text) {
  let depth = 0
  let pretty = ''
  let before = ''
  for (const [token] of text.matchAll(/"(?:\\.|[^"\\])*"|[{}[\],:]|[^\s{}[\],:"]+/g)) {
    const isClosing = token === '}' || token === ']'
    const wasOpening = before === '{' || before === '['
    if (isClosing) depth--
    if (isClosing !== wasOpening || before === ',') pretty += before === '' ? '' : lineAt(depth)
    pretty += token === ':' ? ': ' : token
    if (token === '{' || token === '[') depth++
    before = token
  }
  return pretty
}

/** Deep nesting is not followed for ever: it would fill the memory with spaces. @param {number} depth */
function lineAt(depth) {
  return `\n${'  '.repeat(Math.min(depth, 40))}`
}
