/** What a value is the name of: ids of customers and of addresses may be the same numbers. */
const namespaces = ['customer', 'address', 'region', 'email', 'sent'] as const
export type Namespace = (typeof namespaces)[number]

/** Shorter texts are found in others by chance. */
const shortestSent = 4

/**
 * Which value of the one run stands for which of the other: ids and addresses are other ones in every run, but
 * whoever is customer 7 here and customer 9 there is so throughout a scenario.
 */
export class Pairing {
  readonly #forward = new Map<string, string>()
  readonly #backward = new Map<string, string>()
  /** What was sent differently, longest first, so that its echoes are recognised inside other texts. */
  #sent: (readonly [before: string, after: string])[] = []

  /** Whether the two may be the same thing: they are paired already, or neither is and they are from now on. */
  agree(namespace: Namespace, before: string, after: string): boolean {
    const there = this.#forward.get(`${namespace} ${before}`)
    const back = this.#backward.get(`${namespace} ${after}`)
    if (there === undefined && back === undefined) {
      this.#forward.set(`${namespace} ${before}`, after)
      this.#backward.set(`${namespace} ${after}`, before)
      return true
    }
    return there === after && back === before
  }

  /** Whether they are known to be the same thing of any kind. */
  known(before: string, after: string): boolean {
    return namespaces.some((namespace) => this.#forward.get(`${namespace} ${before}`) === after)
  }

  /** Remembers that the one run sent this where the other sent that. */
  learnSent(before: string, after: string): void {
    if (before === after || !this.agree('sent', before, after) || before.length < shortestSent) return
    const forms = [[before, after] as const, [before.toUpperCase(), after.toUpperCase()] as const]
    this.#sent = [...this.#sent, ...forms].sort(([a], [b]) => b.length - a.length)
  }

  /** A text of the run before, with what that run sent replaced by what the other sent. */
  translate(text: string): string {
    return this.#sent.reduce((all, [before, after]) => all.replaceAll(before, after), text)
  }
}
