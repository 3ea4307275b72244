const shortest = 4

/**
 * Replaces many byte strings in one pass. A run has hundreds of secrets, and each response is searched for all of them;
 * a single regular expression took 90 % of a run's time.
 */
export class Replacer {
  /**
   * Forms by their first four bytes, then by length, longest first, so that many with the same beginning cost one
   * lookup.
   */
  readonly #forms = new Map<number, Map<number, Map<string, Buffer>>>()
  /** Hashes of the first four bytes of all forms; excludes nearly all positions without a lookup. */
  readonly #begins = new Uint8Array(65_536)

  /** @param from minimum length: four bytes */
  add(from: Buffer, to: Buffer): void {
    if (from.length < shortest) return
    const key = from.readUInt32LE(0)
    const text = from.toString('latin1')
    const lengths = this.#forms.get(key) ?? new Map<number, Map<string, Buffer>>()
    const known = lengths.get(text.length)
    if (known) {
      if (!known.has(text)) known.set(text, to)
      return
    }
    const added = [...lengths, [text.length, new Map([[text, to]])] as const]
    this.#forms.set(key, new Map(added.sort(([a], [b]) => b - a)))
    this.#begins[hash(key)] = 1
  }

  /** Returns the same buffer if it contains nothing to replace. */
  replace(bytes: Buffer): Buffer {
    const parts: Buffer[] = []
    let kept = 0
    // The four bytes at the position as by `readUInt32LE`, updated by one byte per step.
    let key = 0
    for (let end = 0; end < bytes.length; end++) {
      key = ((key >>> 8) | ((bytes[end] as number) << 24)) >>> 0
      const index = end - shortest + 1
      if (index < kept || !this.#begins[hash(key)]) continue
      const found = this.#formAt(bytes, index, key)
      if (!found) continue
      parts.push(bytes.subarray(kept, index), found.to)
      kept = index + found.length
      end = kept - 1
    }
    return parts.length ? Buffer.concat([...parts, bytes.subarray(kept)]) : bytes
  }

  #formAt(bytes: Buffer, index: number, key: number): { length: number; to: Buffer } | undefined {
    for (const [length, forms] of this.#forms.get(key) ?? []) {
      const to = forms.get(bytes.toString('latin1', index, index + length))
      if (to) return { length, to }
    }
    return undefined
  }
}

const hash = (key: number) => (key ^ (key >>> 16)) & 0xffff
