/** The kinds of values: a customer and an address may have the same id. */
const namespaces = ['customer', 'address', 'region', 'email', 'sent'] as const
export type Namespace = (typeof namespaces)[number]

/** Minimum length of sent texts that are replaced within others; shorter ones match by chance. */
const shortestSent = 4

/**
 * Maps values of one run to those of the other. Ids and addresses differ between runs, but within a scenario customer 7
 * of one run is always the same customer of the other, for example 9.
 */
export class Pairing {
  readonly #forward = new Map<string, string>()
  readonly #backward = new Map<string, string>()
  /** Differing values that were sent, longest first, to find them inside other texts. */
  #sent: (readonly [before: string, after: string])[] = []

  /** Returns true if the two values are paired, or if neither was paired; then they are paired now. */
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

  /** True if the two values are paired in any namespace. */
  known(before: string, after: string): boolean {
    return namespaces.some((namespace) => this.#forward.get(`${namespace} ${before}`) === after)
  }

  /** Pairs two values that the runs sent. */
  learnSent(before: string, after: string): void {
    if (before === after || !this.agree('sent', before, after) || before.length < shortestSent) return
    const forms = [[before, after] as const, [before.toUpperCase(), after.toUpperCase()] as const]
    this.#sent = [...this.#sent, ...forms].sort(([a], [b]) => b.length - a.length)
  }

  /** Returns a text of the run before, with the values it sent replaced by those that the other run sent. */
  translate(text: string): string {
    return this.#sent.reduce((all, [before, after]) => all.replaceAll(before, after), text)
  }
}
