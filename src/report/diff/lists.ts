import { isObject } from '../../shared/json/object.ts'

/** Fields that identify a list entry, best first: of attributes, regions, countries, operations. */
const keys = ['attribute_code', 'code', 'id', 'operationId'] as const

/** Numbers are no keys, because each installation increments them. */
const isKey = (value: unknown) => typeof value === 'string' && value !== '' && !/^\d+$/.test(value)

/** List entries by key. */
export interface Keyed {
  readonly field: string
  readonly entries: ReadonlyMap<string, unknown>
}

/**
 * Returns two lists by the key field that all their entries have.
 * @returns undefined if there is none; then entries are compared by index
 */
export function keyed(before: readonly unknown[], after: readonly unknown[]): readonly [Keyed, Keyed] | undefined {
  const all = [...before, ...after]
  if (before.length === 0 || after.length === 0) return undefined
  const field = keys.find((name) => all.every((entry) => isObject(entry) && isKey(entry[name])))
  return field && [byKey(before, field), byKey(after, field)]
}

/** Entries with the same key are numbered, so that the first is compared with the first, and so on. */
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
