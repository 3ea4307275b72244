interface Form {
  readonly from: Buffer
  readonly to: Buffer
}

const shortest = 4

/**
 * Replaces many byte strings by others of any length in one pass over the text. A run learns hundreds of secrets
 * and every answer is searched for all of them: one pattern of them all took nine tenths of a run's time.
 */
export class Replacer {
  /** By the first four bytes, longest first. */
  readonly #forms = new Map<number, Form[]>()
  /** Which hashes of four bytes any form begins with: rules out nearly every position without a look-up. */
  readonly #begins = new Uint8Array(65_536)

  /** @param from at least four bytes */
  add(from: Buffer, to: Buffer): void {
    if (from.length < shortest) return
    const key = from.readUInt32LE(0)
    const forms = this.#forms.get(key) ?? []
    if (forms.some((form) => form.from.equals(from))) return
    this.#forms.set(
      key,
      [...forms, { from, to }].sort((a, b) => b.from.length - a.from.length),
    )
    this.#begins[hash(key)] = 1
  }

  /** The same buffer when there is nothing to replace in it. */
  replace(bytes: Buffer): Buffer {
    const parts: Buffer[] = []
    let kept = 0
    for (let index = 0; index <= bytes.length - shortest; ) {
      const form = this.#formAt(bytes, index)
      if (!form) {
        index++
        continue
      }
      parts.push(bytes.subarray(kept, index), form.to)
      index += form.from.length
      kept = index
    }
    return parts.length ? Buffer.concat([...parts, bytes.subarray(kept)]) : bytes
  }

  #formAt(bytes: Buffer, index: number): Form | undefined {
    const key = bytes.readUInt32LE(index)
    if (!this.#begins[hash(key)]) return undefined
    return this.#forms.get(key)?.find(({ from }) => bytes.subarray(index, index + from.length).equals(from))
  }
}

const hash = (key: number) => (key ^ (key >>> 16)) & 0xffff
