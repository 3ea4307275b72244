import { type Node, parseTree } from 'jsonc-parser'

/** The first key that stands twice in one object of a JSON text (a parser keeps only the last), or undefined. */
export function findDuplicateKey(text: string): string | undefined {
  const root = parseTree(text)
  return root && inNode(root)
}

function inNode({ type, children = [] }: Node): string | undefined {
  if (type === 'object') {
    const keys = children.map((property) => property.children?.[0]?.value as string)
    const twice = keys.find((key, index) => keys.indexOf(key) !== index)
    if (twice !== undefined) return twice
  }
  for (const child of children) {
    const twice = inNode(child)
    if (twice !== undefined) return twice
  }
  return undefined
}
