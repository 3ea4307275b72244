import { type ChangeName, has, releaseChanges } from '../../../release/index.ts'
import type { Requirement } from '../../judge/requirement.ts'
import type { Recording } from '../../recording/recording.ts'
import { type Compared, compareRecordings } from '../diff/compare-recordings.ts'
import { type Explanation, explainerOf } from '../diff/explain.ts'
import { type Example, seenBetween } from './changes.ts'

type Difference = Compared['differences'][number]

/** Returns one example per change, from the responses of two releases. */
export function examplesOf(
  before: Recording,
  after: Recording,
  requirements: readonly Requirement[],
): Map<ChangeName, Example> {
  const names = seenBetween(before.meta.release.name, after.meta.release.name)
  const byWhy = new Map(names.map((name) => [`${has(name).text} ${releaseChanges[name].says}`, name]))
  const byId = new Map(requirements.map((one) => [one.id, one]))
  const shownBy = ({ why, requirement = '' }: Explanation): ChangeName[] => {
    const known = byWhy.get(why)
    const own = byId.get(requirement)?.in.changes ?? []
    return known ? [known] : names.filter((name) => own.includes(name))
  }
  const explain = explainerOf(before, after, requirements)
  const found = new Map<ChangeName, Difference>()
  for (const difference of compareRecordings(before, after).differences) {
    const explanation = explain(difference)
    for (const name of explanation ? shownBy(explanation) : []) {
      const known = found.get(name)
      if (!known || rank(difference) < rank(known)) found.set(name, difference)
    }
  }
  return new Map([...found].map(([name, difference]) => [name, exampleOf(difference)]))
}

/** Prefer a status to a body, and a body to a header. */
const rank = ({ place }: Difference) => (place === 'status' ? 0 : place.startsWith('header') ? 2 : 1)

const exampleOf = ({ seen, place, before, after }: Difference): Example => ({
  operation: seen.operation,
  scenario: seen.scenario,
  exchange: seen.name,
  place,
  before,
  after,
})
