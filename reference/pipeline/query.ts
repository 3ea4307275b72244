/** Parses a query as PHP does: `a[b][0]=c` is nested, a plus is a space, the last of several equal names counts. */
export function parseQuery(text: string): Record<string, unknown> {
  const result: Record<string, unknown> = {}
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const [name = '', ...value] = pair.split('=')
    put(result, keys(decode(name)), decode(value.join('=')))
  }
  return result
}

/** Decodes a part of a URL; invalid escapes stay unchanged. */
export function decode(text: string): string {
  const plain = text.replaceAll('+', ' ')
  try {
    return decodeURIComponent(plain)
  } catch {
    return plain
  }
}

function keys(name: string): string[] {
  const [first = '', ...rest] = name.split('[')
  return [first, ...rest.map((part) => part.replace(/\]$/, ''))]
}

function put(target: Record<string, unknown>, [key = '', ...rest]: string[], value: string): void {
  const name = key === '' ? String(Object.keys(target).length) : key
  if (name === '__proto__') return
  if (rest.length === 0) {
    target[name] = value
    return
  }
  const inner = target[name]
  const next = typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>) : {}
  target[name] = next
  put(next, rest, value)
}
