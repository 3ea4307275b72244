import '../../specs/index.ts'
import { type Requirement, requirements } from '../judge/requirement.ts'
import { type Scenario, scenarios } from '../perform/scenario.ts'
import { UsageError } from '../target/settings.ts'

/**
 * The requirements whose ids begin with one of the given texts, or all.
 * @throws UsageError when a text selects none: a filter that matches nothing must not look like success
 */
export function selectRequirements(only: readonly string[] | undefined): Requirement[] {
  if (!only) return requirements
  const starts = only.map((text) => text.toUpperCase())
  const idle = starts.find((start) => !requirements.some(({ id }) => id.startsWith(start)))
  if (idle !== undefined)
    throw new UsageError(`--only ${idle} selects no requirement: npm run contract -- list shows all ids`)
  return requirements.filter(({ id }) => starts.some((start) => id.startsWith(start)))
}

/** The scenarios that these requirements look at. Requirements about the whole run add none of their own. */
export function scenariosOf(selected: readonly Requirement[]): Scenario[] {
  const names = new Set(selected.map(({ scenario }) => scenario))
  const needed = scenarios.filter(({ name }) => names.has(name))
  return needed.length ? needed : scenarios
}
