type Tree = Map<string, Tree | undefined>

/**
 * Reduces a result to the fields in `?fields=id,addresses[city]`; scalars stay unchanged. An invalid filter, or one
 * without existing fields, leaves an empty list.
 */
export function filterFields(value: unknown, filter: unknown): unknown {
  if (typeof filter !== 'string' || filter === '' || typeof value !== 'object' || value === null) return value
  const tree = parse(filter)
  if (!tree) return []
  const kept = keep(value, tree)
  return Object.keys(kept as object).length ? kept : []
}

function keep(value: unknown, tree: Tree): unknown {
  if (Array.isArray(value)) return value.map((item) => keep(item, tree))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      if (!tree.has(key)) return []
      const inner = tree.get(key)
      return [[key, inner ? keep(item, inner) : item]]
    }),
  )
}

function parse(text: string): Tree | undefined {
  const root: Tree = new Map()
  const stack = [root]
  let last = ''
  for (const [token] of text.matchAll(/[^,[\]]+|[,[\]]/g)) {
    const current = stack.at(-1)
    if (!current) return undefined
    if (token === '[') {
      const inner: Tree = new Map()
      if (!current.has(last)) return undefined
      current.set(last, inner)
      stack.push(inner)
    } else if (token === ']') stack.pop()
    else if (token !== ',') {
      last = token.trim()
      current.set(last, undefined)
    }
  }
  return stack.length === 1 ? root : undefined
}
