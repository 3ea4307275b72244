import { has, parseRelease, releaseChanges } from '../../../release/index.ts'
import { judge } from '../../judge/judge.ts'
import type { Requirement } from '../../judge/requirement.ts'
import { describeSource, type Source } from '../../judge/source.ts'
import type { Recording } from '../../recording/recording.ts'
import type { Compared } from './compare-recordings.ts'
import { knownChanges } from './known/index.ts'
import type { KnownChange, Pattern } from './known/known-change.ts'

/** Why a change was expected. */
export interface Explanation {
  /** What changed between the two releases, as a sentence. */
  readonly why: string
  readonly source: string
  /** The requirement that describes it, if there is one. */
  readonly requirement?: string
}

type Difference = Compared['differences'][number]

/** Returns why a difference was expected; undefined if it is unannounced. */
export type Explain = (difference: Difference) => Explanation | undefined

/**
 * Returns a function that explains differences between two releases: by requirements that apply to only one of them,
 * and by the list of known changes.
 */
export function explainerOf(before: Recording, after: Recording, requirements: readonly Requirement[]): Explain {
  const releases = [before.meta.release.name, after.meta.release.name].map(parseRelease)
  const [from, to] = releases as [(typeof releases)[number], (typeof releases)[number]]
  const known = knownChanges.flatMap((known): [KnownChange, boolean][] => {
    const range = has(known.change)
    return range.includes(from) === range.includes(to) ? [] : [[known, range.includes(to)]]
  })
  const decided = decidedBy(before, after, requirements)
  return ({ seen, place, before, after }) => {
    const found = known.find(([change, isUpgrade]) => {
      const [old, now] = isUpgrade ? [before, after] : [after, before]
      return change.seen.some((pattern) =>
        fits(pattern, { where: `${seen.scenario}#${seen.name}`, operation: seen.operation, place, old, now }),
      )
    })
    if (found) {
      const { says, source } = releaseChanges[found[0].change]
      return { why: `${has(found[0].change).text} ${says}`, source: describeSource(source as Source) }
    }
    return place.startsWith('header') ? undefined : decided.get(`${seen.scenario} ${seen.name}`)
  }
}

function fits(pattern: Pattern, seen: Record<keyof Pattern, string>): boolean {
  return (Object.keys(pattern) as (keyof Pattern)[]).every((name) => pattern[name]?.test(seen[name]))
}

/**
 * Returns explanations by exchange, from requirements that apply to only one of the two releases, hold in its
 * recording, and fail for this exchange of the other recording.
 */
function decidedBy(
  before: Recording,
  after: Recording,
  requirements: readonly Requirement[],
): Map<string, Explanation> {
  const decided = new Map<string, Explanation>()
  for (const [holder, other] of [
    [before, after],
    [after, before],
  ] as const) {
    const release = holder.meta.release.name
    const [here, there] = [parseRelease(release), parseRelease(other.meta.release.name)]
    const ofOne = requirements.filter((one) => one.in.includes(here) && !one.in.includes(there))
    const results = judge(holder, ofOne)
    for (const [index, { exchange }] of judge(other, ofOne, release).entries()) {
      const requirement = ofOne[index] as Requirement
      if (results[index]?.verdict !== 'pass' || !exchange) continue
      const key = `${exchange.scenario} ${exchange.name}`
      const { id, sentence, source, in: range } = requirement
      const why = `${sentence} (${range.text})`
      if (!decided.has(key)) decided.set(key, { why, source: source.map(describeSource).join('; '), requirement: id })
    }
  }
  return decided
}
