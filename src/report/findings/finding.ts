/** Explains why a group of requirements is not met. */
export interface Finding {
  /**
   * `setup`: the run could not start; no other finding is reported. `fault`: it looks like a fault of the kill matrix.
   * `place`: the requirements have the same objection to the same kind of response. `blocked`: a response prevented
   * them from being tested.
   */
  readonly kind: 'setup' | 'fault' | 'place' | 'blocked'
  readonly sentence: string
  /** What was observed, if the sentence names a fault. */
  readonly observed?: string
  /** What the most similar fault does, if none fits well. */
  readonly alike?: string
  /** The requirements that it explains; the most telling one first. */
  readonly requirements: readonly string[]
  /** The fault of the kill matrix that fits, or else the most similar one. */
  readonly fault?: string
  /** How many of the requirements that this fault breaks are red here. */
  readonly likeness?: { readonly shown: number; readonly of: number }
  readonly next: string
}

/** A known fault, with the objections of the requirements that detect it. */
export interface KnownFault {
  readonly id: string
  /** The file that contains it. */
  readonly family: string
  readonly does: string
  readonly origin?: string
  /** By requirement: `blocked`, or the objection (`objectionOf`), ` @ ` and the operation. */
  readonly shows: Readonly<Record<string, string>>
  /** Number of these requirements by scenario, without blocked ones. */
  readonly scenarios?: Readonly<Record<string, number>>
}

/** The parts of a judged requirement that determine its objection. */
export interface Objecting {
  readonly verdict: string
  readonly place?: string
  readonly expected?: string
  readonly actual?: string
}

/** A judged requirement, with the fields that findings need. */
export interface Judged extends Objecting {
  readonly id: string
  readonly sentence: string
  readonly level: string
  /** True if it is about disclosed data. */
  readonly leak?: true
  readonly next?: string
  readonly why?: string
  readonly exchange?: { readonly scenario: string; readonly name: string }
  readonly curl?: string
  readonly scenario?: string
  /** Index in the recording of the exchange that it objects to. */
  readonly at?: number
  /** Objection and operation as in the dictionary, if already known. */
  readonly signature?: { readonly objection: string; readonly operation: string | undefined }
}
