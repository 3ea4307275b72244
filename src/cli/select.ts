import { calledAs } from '../shared/command.ts'
import '../../specs/index.ts'
import { adjusted } from '../judge/adjustments.ts'
import { type Requirement, requirements } from '../judge/requirement.ts'
import { type Scenario, scenarios } from '../perform/scenario.ts'
import { isWithin, type Profile } from '../shared/profile.ts'
import { UsageError } from '../target/settings.ts'

/**
 * The requirements of a profile whose ids begin with one of the given texts, or all of them.
 * @throws UsageError when a text selects none: a filter that matches nothing must not look like success
 */
export function selectRequirements(only: readonly string[] | undefined, profile: Profile = 'full'): Requirement[] {
  const within = adjusted(requirements).filter((requirement) => isWithin(requirement.profile, profile))
  if (!only) return within
  const starts = only.map((text) => text.toUpperCase())
  const idle = starts.find((start) => !within.some(({ id }) => id.startsWith(start)))
  if (idle !== undefined)
    throw new UsageError(
      profile === 'full'
        ? `--only ${idle} selects no requirement: ${calledAs} list shows all ids`
        : `--only ${idle} selects no requirement of profile ${profile}: ${calledAs} list --profile ${profile} shows its ids`,
    )
  return within.filter(({ id }) => starts.some((start) => id.startsWith(start)))
}

/** The scenarios that these requirements look at. Requirements about the whole run add none of their own. */
export function scenariosOf(selected: readonly Requirement[], profile: Profile = 'full'): Scenario[] {
  const names = new Set(selected.map(({ scenario }) => scenario))
  const asking = profile === 'shape' ? scenarios.filter(({ shape }) => shape) : scenarios
  const needed = asking.filter(({ name }) => names.has(name))
  return needed.length ? needed : asking
}
