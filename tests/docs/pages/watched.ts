import type { Body } from '../../../src/recording/body.ts'
import type { Located } from '../../../src/recording/exchange.ts'
import { Exchange } from '../../../src/recording/exchange.ts'
import type { Recording } from '../../../src/recording/recording.ts'

/** The parts of a response that were read: header names in lower case, and places by their first key. */
export interface Looked {
  readonly headers: ReadonlySet<string>
  readonly allHeaders: boolean
  /** The keys of the body that were read; undefined if the whole body was. */
  readonly keys: ReadonlySet<string> | undefined
}

/** Returns what at least one of them read. */
export function either(a: Looked, b: Looked): Looked {
  return {
    headers: new Set([...a.headers, ...b.headers]),
    allHeaders: a.allHeaders || b.allHeaders,
    keys: a.keys && b.keys ? new Set([...a.keys, ...b.keys]) : undefined,
  }
}

/** An exchange that records which parts of its response are read, because only these are shown. */
export class WatchedExchange extends Exchange {
  readonly #headers = new Set<string>()
  readonly #keys = new Set<string>()
  #whole = false
  #everything = false

  get looked(): Looked {
    const keys = this.#whole || this.#keys.size === 0 ? undefined : this.#keys
    return { headers: this.#headers, allHeaders: this.#everything, keys }
  }

  override headers(name: string): string[] {
    this.#headers.add(name.toLowerCase())
    return super.headers(name)
  }

  override get json(): unknown {
    this.#whole = true
    return super.json
  }

  override get everything(): string {
    this.#whole = true
    this.#everything = true
    return super.everything
  }

  override at(pointer: string): Located {
    const [, key] = pointer.split('/')
    if (key === undefined) this.#whole = true
    else this.#keys.add(key)
    return super.at(pointer)
  }

  /** The body, without recording the access. */
  get shown(): Body {
    return super.body
  }
}

/** Returns the recording with exchanges that record what is read. */
export function watched(recording: Recording): Recording & { readonly exchanges: readonly WatchedExchange[] } {
  return { ...recording, exchanges: recording.exchanges.map(({ data }) => new WatchedExchange(data)) }
}
