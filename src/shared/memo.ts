/** What a pure function gave for an object, made once as long as the object lives. */
export function remembering<A extends object, R>(make: (one: A) => R): (one: A) => R {
  const made = new WeakMap<A, { readonly result: R }>()
  return (one) => {
    const known = made.get(one) ?? { result: make(one) }
    made.set(one, known)
    return known.result
  }
}

/** The same for two objects. */
export function rememberingBoth<A extends object, B extends object, R>(
  make: (one: A, other: B) => R,
): (one: A, other: B) => R {
  const byOne = remembering((one: A) => remembering((other: B) => make(one, other)))
  return (one, other) => byOne(one)(other)
}
