import { isObject } from './object.ts'

/** Returns a copy of plain data with every text in it changed. Names of fields stay. */
export function withTexts<T>(value: T, change: (text: string) => string): T {
  const changed = (inner: unknown): unknown => {
    if (typeof inner === 'string') return change(inner)
    if (Array.isArray(inner)) return inner.map(changed)
    if (!isObject(inner)) return inner
    return Object.fromEntries(Object.entries(inner).map(([name, one]) => [name, changed(one)]))
  }
  return changed(value) as T
}
