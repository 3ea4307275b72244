import type { Level, Requirement } from './requirement.ts'

/** A requirement of Magento's that a shop leaves out. */
export interface Excluded {
  readonly id: string
  readonly reason: string
}

/** A requirement of Magento's that a shop sets to another level. */
export interface Relevelled extends Excluded {
  readonly level: Level
}

/** What a shop changed of Magento's contract, and where it says so. */
export interface Adjustments {
  readonly file: string
  readonly excluded: readonly Excluded[]
  readonly levels: readonly Relevelled[]
}

let current: Adjustments | undefined

/** Goes by a shop's changes from now on. */
export function adjust(adjustments: Adjustments): void {
  current = adjustments
}

/** The changes gone by; undefined when there are none. */
export const adjustments = (): Adjustments | undefined =>
  current && current.excluded.length + current.levels.length > 0 ? current : undefined

/** The requirements without those left out, each at its level. */
export function adjusted(requirements: readonly Requirement[]): Requirement[] {
  const out = new Set(current?.excluded.map(({ id }) => id))
  const levels = new Map(current?.levels.map(({ id, level }) => [id, level]))
  return requirements
    .filter(({ id }) => !out.has(id))
    .map((requirement) => {
      const level = levels.get(requirement.id)
      return level ? { ...requirement, level } : requirement
    })
}

/** Whether less is demanded than Magento's contract does, so that a shop is conformant as far as tested at most. */
export function demandsLess(requirements: readonly Requirement[]): boolean {
  const changed = [...(current?.excluded ?? []), ...(current?.levels.filter(({ level }) => level !== 'must') ?? [])]
  return changed.some(({ id }) => requirements.find((one) => one.id === id)?.level === 'must')
}
