import type { Level, Requirement } from './requirement.ts'

/** A built-in requirement that the configuration leaves out. */
export interface Excluded {
  readonly id: string
  readonly reason: string
}

/** A built-in requirement whose level the configuration changes. */
export interface Relevelled extends Excluded {
  readonly level: Level
}

/** The changes to Magento's contract in the configuration, and the file that has them. */
export interface Adjustments {
  readonly file: string
  readonly excluded: readonly Excluded[]
  readonly levels: readonly Relevelled[]
}

let current: Adjustments | undefined

/** Applies the changes of the configuration from now on. */
export function adjust(adjustments: Adjustments): void {
  current = adjustments
}

/** Returns the applied changes, or undefined if there are none. */
export const adjustments = (): Adjustments | undefined =>
  current && current.excluded.length + current.levels.length > 0 ? current : undefined

/** Returns the requirements without those left out, each with its changed level. */
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

/** True if the changes remove or lower a MUST, so that a shop is at most conformant as far as tested. */
export function demandsLess(requirements: readonly Requirement[]): boolean {
  const changed = [...(current?.excluded ?? []), ...(current?.levels.filter(({ level }) => level !== 'must') ?? [])]
  return changed.some(({ id }) => requirements.find((one) => one.id === id)?.level === 'must')
}
