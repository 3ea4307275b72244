/** Caches the result of a pure function for each object, as long as the object exists. */
export function remembering<A extends object, R>(make: (one: A) => R): (one: A) => R {
  const made = new WeakMap<A, { readonly result: R }>()
  return (one) => {
    const known = made.get(one) ?? { result: make(one) }
    made.set(one, known)
    return known.result
  }
}

/** Like `remembering`, for a function of two objects. */
export function rememberingBoth<A extends object, B extends object, R>(
  make: (one: A, other: B) => R,
): (one: A, other: B) => R {
  const byOne = remembering((one: A) => remembering((other: B) => make(one, other)))
  return (one, other) => byOne(one)(other)
}
