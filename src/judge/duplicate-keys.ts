import { visit } from 'jsonc-parser'

/** The first key that stands twice in one object of a JSON text (a parser keeps only the last), or undefined. */
export function findDuplicateKey(text: string): string | undefined {
  const open: Set<string>[] = []
  let twice: string | undefined
  visit(text, {
    onObjectBegin: () => void open.push(new Set()),
    onObjectEnd: () => void open.pop(),
    onObjectProperty: (key) => {
      if (open.at(-1)?.has(key)) twice ??= key
      open.at(-1)?.add(key)
    },
  })
  return twice
}
