import { visit } from 'jsonc-parser'

/** Returns the first duplicate key of an object in a JSON text, or undefined. A parser keeps only the last value. */
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
