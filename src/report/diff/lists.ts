import { isObject } from '../../shared/json/object.ts'

/** Fields by which an entry of a list is known, best first: an attribute's, a region's, a country's, an operation's. */
const keys = ['attribute_code', 'code', 'id', 'operationId'] as const

/** A number is counted up by each installation, and is no key. */
const isKey = (value: unknown) => typeof value === 'string' && value !== '' && !/^\d+$/.test(value)

/** Entries under their keys. */
export interface Keyed {
  readonly field: string
  readonly entries: ReadonlyMap<string, unknown>
}

/**
 * Two lists by the key that all their entries have.
 * @returns undefined where they have none in common: then an entry is known by its place
 */
export function keyed(before: readonly unknown[], after: readonly unknown[]): readonly [Keyed, Keyed] | undefined {
  const all = [...before, ...after]
  if (before.length === 0 || after.length === 0) return undefined
  const field = keys.find((name) => all.every((entry) => isObject(entry) && isKey(entry[name])))
  return field && [byKey(before, field), byKey(after, field)]
}

/** Of several entries with one key the first is paired with the first, and so on. */
function byKey(list: readonly unknown[], field: string): Keyed {
  const entries = new Map<string, unknown>()
  for (const entry of list) {
    const key = String((entry as Record<string, unknown>)[field])
    let own = key
    for (let count = 2; entries.has(own); count++) own = `${key} (${count})`
    entries.set(own, entry)
  }
  return { field, entries }
}
