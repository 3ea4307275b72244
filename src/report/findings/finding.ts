/** The explanation of a group of requirements that are not met. */
export interface Finding {
  /**
   * `setup`: the run could not stand, and nothing else is told. `fault`: it looks like a defect of the kill matrix. `place`: these requirements object to the same place of the
   * same kind of answer. `blocked`: an answer kept them from being asked.
   */
  readonly kind: 'setup' | 'fault' | 'place' | 'blocked'
  readonly sentence: string
  /** What was seen, where the sentence says what it looks like. */
  readonly observed?: string
  /** What a defect does that turns red what is most like it, where none fits well. */
  readonly alike?: string
  /** The requirements that it explains; the one that shows it best first. */
  readonly requirements: readonly string[]
  /** The fault of the kill matrix that it looks like, or the most like it, where none fits well. */
  readonly fault?: string
  /** How many of the requirements that this fault turns red are red here. */
  readonly likeness?: { readonly shown: number; readonly of: number }
  readonly next: string
}

/** A known defect, with what each requirement that detects it shows. */
export interface KnownFault {
  readonly id: string
  /** The file that it lies in. */
  readonly family: string
  readonly does: string
  readonly origin?: string
  /** By requirement: `blocked`, or what the requirement objects to (`objectionOf`), ` @ ` and the operation. */
  readonly shows: Readonly<Record<string, string>>
  /** How many of these each scenario has; the blocked ones do not count. */
  readonly scenarios?: Readonly<Record<string, number>>
}

/** What a judged requirement objects to. */
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
  readonly next?: string
  readonly why?: string
  readonly exchange?: { readonly scenario: string; readonly name: string }
  readonly curl?: string
  readonly scenario?: string
  /** Where among all that was recorded the exchange stands that it objects to. */
  readonly at?: number
  /** The same as a dictionary holds it, where it is known so: what it objects to, and the operation. */
  readonly signature?: { readonly objection: string; readonly operation: string | undefined }
}
