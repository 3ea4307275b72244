/** Returns the JSON pointer (RFC 6901) made of these names. */
export const pointerOf = (...names: readonly (string | number)[]): string =>
  names.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** Returns the names in a JSON pointer. */
export const namesOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))

/** Returns the value at a JSON pointer, or undefined if there is none. */
export const valueAt = (root: unknown, pointer: string): unknown => found(root, pointer)?.value

/**
 * Like `valueAt`, but distinguishes a missing value from the value undefined: returns undefined only if nothing is
 * there.
 */
export function found(root: unknown, pointer: string): { readonly value: unknown } | undefined {
  let value = root
  for (const name of namesOf(pointer)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined
    value = (value as Record<string, unknown>)[name]
  }
  return { value }
}

/** True if a JSON pointer is at or below a pattern, in which `*` matches any single name. */
export function isWithin(pointer: string, pattern: string): boolean {
  if (!pattern.includes('*')) return pointer === pattern || pointer.startsWith(`${pattern}/`)
  const names = namesOf(pointer)
  return namesOf(pattern).every((name, index) => name === '*' || name === names[index])
}

/** Returns a copy of a value with a change at a JSON pointer; undefined removes the value. All parents must exist. */
export function withAt<T>(value: T, pointer: string, change: unknown): T {
  const [name, ...rest] = namesOf(pointer)
  if (name === undefined) return change as T
  const copy = Array.isArray(value) ? [...value] : { ...value }
  const object = copy as Record<string, unknown>
  if (rest.length === 0 && change === undefined) delete object[name]
  else object[name] = withAt(object[name], pointerOf(...rest), change)
  return copy as T
}
