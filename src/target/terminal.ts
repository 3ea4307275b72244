/** True if the stream is a terminal, where progress may overwrite itself; CI logs get plain lines. */
export function isWatched(stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true && !process.env.CI
}

/** True to colour the output: NO_COLOR forbids it, FORCE_COLOR forces it. */
export function isColoured(stream: { readonly isTTY?: boolean }): boolean {
  if (process.env.NO_COLOR) return false
  return process.env.FORCE_COLOR ? process.env.FORCE_COLOR !== '0' : isWatched(stream)
}
