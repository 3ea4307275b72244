import { calledAs } from '../shared/command.ts'
import '../../specs/index.ts'
import { adjusted } from '../judge/adjustments.ts'
import { type Requirement, requirements } from '../judge/requirement.ts'
import { type Scenario, scenarios } from '../perform/scenario.ts'
import type { Selected } from '../report/selection.ts'
import { isWithin, type Profile } from '../shared/profile.ts'
import { UsageError } from '../target/settings.ts'
import type { Flags } from './options.ts'

/**
 * Returns the requirements of a profile whose ids begin with one of the prefixes, or all of them.
 * @throws UsageError if a prefix matches none, so that a wrong filter does not look like success
 */
export function selectRequirements(only: readonly string[] | undefined, profile: Profile = 'full'): Requirement[] {
  const within = adjusted(requirements).filter((requirement) => isWithin(requirement.profile, profile))
  if (!only) return within
  const starts = only.map((text) => text.toUpperCase())
  const idle = starts.find((start) => !within.some(({ id }) => id.startsWith(start)))
  if (idle !== undefined)
    throw new UsageError(
      profile === 'full'
        ? `--only ${idle} selects no requirement.${meantBy(idle, within)} ${calledAs} list shows all ids`
        : `--only ${idle} selects no requirement of profile ${profile}: ${calledAs} list --profile ${profile} shows its ids`,
    )
  return within.filter(({ id }) => starts.some((start) => id.startsWith(start)))
}

/** Suggests an id for one with a missing leading zero. */
function meantBy(text: string, all: readonly Requirement[]): string {
  const id = text.replace(/-(\d)$/, '-0$1')
  return all.some((one) => one.id === id) ? ` Did you mean ${id}?` : ''
}

/**
 * Returns a requirement by its id, in any letter case.
 * @throws UsageError if there is none
 */
export function requirementCalled(id: string): Requirement {
  const start = id.toUpperCase()
  const all = selectRequirements(undefined)
  const one = all.find((other) => other.id === start)
  if (one) return one
  const list = all.some((other) => other.id.startsWith(start)) ? `list --only ${start}` : 'list'
  throw new UsageError(
    `there is no requirement "${id}": ${calledAs} ${list} shows ${list === 'list' ? 'all ids' : 'those that begin so'}`,
  )
}

/** A selection of requirements, as in a report. */
export interface Selection extends Selected {
  readonly requirements: Requirement[]
}

/**
 * Returns the requirements that --only and --exclude leave of a profile. Excluded ones are not judged, like those that
 * --only does not select.
 * @throws UsageError if an option matches nothing, or nothing is left
 */
export function selectionOf({ only, exclude }: Pick<Flags, 'only' | 'exclude'>, profile: Profile = 'full'): Selection {
  const requirements = selectRequirements(only, profile)
  const selected = only ? { only } : {}
  if (!exclude) return { ...selected, requirements }
  const starts = exclude.map((text) => text.toUpperCase())
  const idle = starts.find((start) => !requirements.some(({ id }) => id.startsWith(start)))
  if (idle !== undefined)
    throw new UsageError(`--exclude ${idle} excludes none of the selected requirements: ${calledAs} list shows all ids`)
  const left = requirements.filter(({ id }) => !starts.some((start) => id.startsWith(start)))
  if (!left.length) throw new UsageError('--exclude leaves no requirement: exclude less')
  return { ...selected, excluded: starts, requirements: left }
}

/** Returns the scenarios of these requirements. If they are all about the whole run, returns all scenarios. */
export function scenariosOf(selected: readonly Requirement[], profile: Profile = 'full'): Scenario[] {
  const names = new Set(selected.map(({ scenario }) => scenario))
  const asking = profile === 'shape' ? scenarios.filter(({ shape }) => shape) : scenarios
  const needed = asking.filter(({ name }) => names.has(name))
  return needed.length ? needed : asking
}
