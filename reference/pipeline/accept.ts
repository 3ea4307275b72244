const json = ['application/json', '*/*', 'application/*']
const xml = ['application/xml', 'text/xml', 'application/xhtml+xml', 'text/*']

/** Returns the format for an `Accept` header; undefined if the API does not support any of its types. */
export function formatFor(accept: string): 'json' | 'xml' | undefined {
  if (accept.trim() === '') return 'json'
  const types = accept
    .split(',')
    .map((entry) => ({ type: (entry.split(';')[0] ?? '').trim(), weight: weightOf(entry) }))
    .sort((left, right) => right.weight - left.weight)
  for (const { type } of types) {
    if (json.includes(type)) return 'json'
    if (xml.includes(type)) return 'xml'
  }
  return undefined
}

function weightOf(entry: string): number {
  return Number(/;\s*q=([\d.]+)/.exec(entry)?.[1] ?? 1)
}
