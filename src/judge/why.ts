type Id = `${string}-${number}`

const reasons = new Map<string, string>()

/**
 * Says why requirements matter, by id: who suffers, and how, where one does not hold. Kept apart from the
 * requirements, so that a spec reads as what is asked and what must follow.
 * @throws Error when one is given twice
 */
export function explain(texts: Readonly<Record<Id, string>>): void {
  for (const [id, text] of Object.entries(texts)) {
    if (reasons.has(id)) throw new Error(`why ${id} matters is said twice`)
    reasons.set(id, text)
  }
}

/** Says the same of several requirements: `...together('text', 'BIND-01', 'BIND-02')`. */
export function together(text: string, ...ids: Id[]): Record<Id, string> {
  return Object.fromEntries(ids.map((id) => [id, text]))
}

/** Why a requirement matters; undefined when nobody has said. */
export const whyOf = (id: string): string | undefined => reasons.get(id)

/** The page on which a requirement is explained, from the folder of the suite. */
export const pageOf = (id: string): string => `docs/requirements/${id}.md`

/** The ids of which it was said why they matter. */
export const explained = (): string[] => [...reasons.keys()]
