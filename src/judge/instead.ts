import { found } from '../shared/json/pointer.ts'

/**
 * Returns what an answer has instead of a missing field: a similar name, or the whole body inside another value.
 * Undefined if there is no such thing.
 * @param answer the whole body
 * @param pointer the place of the missing field
 */
export function insteadOf(answer: unknown, pointer: string): string | undefined {
  const cut = pointer.lastIndexOf('/')
  const name = pointer.slice(cut + 1)
  const around = found(answer, pointer.slice(0, cut))
  const other = keysOf(around?.value).find((key) => key !== name && bare(key) === bare(name))
  if (other) return `there is \`${other}\``
  const synonym = keysOf(around?.value).find((key) => synonyms[name]?.includes(key))
  if (synonym) return `there is \`${synonym}\``
  const [envelope, ...more] = keysOf(answer)
  const first = pointer.split('/')[1] ?? ''
  if (envelope === undefined || more.length > 2 || envelope === first) return undefined
  return keysOf((answer as Record<string, unknown>)[envelope]).includes(first)
    ? `the whole is inside of \`${envelope}\``
    : undefined
}

/** Too short a text is anywhere by chance. */
const shortest = 3

/**
 * Says where an answer has a text that is not where it belongs: in another field of the same object, as when two fields
 * are swapped. Nothing when it is nowhere there.
 * @param expected what belongs at the pointer
 */
export function elsewhere(answer: unknown, pointer: string, expected: unknown): string {
  if (typeof expected !== 'string' || expected.length < shortest) return ''
  const cut = pointer.lastIndexOf('/')
  const around = found(answer, pointer.slice(0, cut))?.value
  const other = keysOf(around).find(
    (key) => key !== pointer.slice(cut + 1) && (around as Record<string, unknown>)[key] === expected,
  )
  return other === undefined ? '' : `, but ${JSON.stringify(expected)} is in \`${other}\``
}

/** Names that other APIs use. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  message: ['detail', 'error', 'error_description', 'msg'],
}

const bare = (name: string) => name.replace(/[-_]/g, '').toLowerCase()

const keysOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
