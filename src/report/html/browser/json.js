/**
 * Indents a JSON text without parsing it: each token stays as sent, including digits of numbers and duplicate names.
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

/** The indentation is limited, as deep nesting would fill the memory with spaces. @param {number} depth */
function lineAt(depth) {
  return `\n${'  '.repeat(Math.min(depth, 40))}`
}
