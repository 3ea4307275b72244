import type { Requirement } from '../src/judge/requirement.ts'
import { explainRed } from '../src/report/findings/explain-red.ts'
import type { Finding, Judged, KnownFault } from '../src/report/findings/finding.ts'
import { partsOf } from '../src/report/findings/shows.ts'

/** How well findings identify faults, measured on the dictionary itself. Shares are between 0 and 1. */
export interface Measured {
  /** Measured with the fault itself removed from the dictionary. */
  readonly without: {
    readonly medianFindings: number
    readonly atMostThree: number
    /** Share in which the first finding's fault, or the most similar one, is in the same file or the same chapter. */
    readonly sameFile: number
    readonly sameChapter: number
  }
  /** Share in which the first finding names the fault, or one with an equal signature. */
  readonly named: number
  /** Share of random pairs of faults of which both are in the first three findings. */
  readonly pairs: number
}

/** All requirements by id. */
type Catalogue = ReadonlyMap<string, Pick<Requirement, 'level' | 'scenario' | 'leak'>>

/**
 * Returns the failures of a run with these faults, from their signatures, without a run. A blocked requirement stays
 * blocked.
 */
export function redOf(faults: readonly KnownFault[], about: Catalogue): Judged[] {
  const shows = new Map<string, string>()
  for (const fault of faults)
    for (const [id, objection] of Object.entries(fault.shows))
      if (objection === 'blocked' || !shows.has(id)) shows.set(id, objection)
  return [...shows].map(([id, shown]) => {
    const signature = partsOf(shown)
    const { level = 'must', scenario, leak } = about.get(id) ?? {}
    const verdict = signature.objection === 'blocked' ? 'blocked' : 'fail'
    const of = scenario ? { scenario, exchange: { scenario, name: '' } } : {}
    return {
      id,
      level,
      ...(leak ? { leak } : {}),
      sentence: id,
      verdict,
      signature,
      ...placeIn(signature.objection),
      ...of,
    }
  })
}

/** Returns the place in an objection, in the form of a requirement. */
const placeIn = (objection: string) => {
  const place = objection.slice(0, objection.lastIndexOf(' '))
  return place && place !== 'other' ? { place } : {}
}

/** @param about all requirements, by id */
export function measure(dictionary: readonly KnownFault[], about: Catalogue): Measured {
  const byId = new Map(dictionary.map((fault) => [fault.id, fault]))
  const found = (red: readonly Judged[], known: readonly KnownFault[]): Finding[] => {
    const ids = new Set(red.map(({ id }) => id))
    return explainRed(red, new Set([...about.keys()].filter((id) => !ids.has(id))), known)
  }
  // Only faults that are shown to the reader count.
  const faultOf = (finding: Finding | undefined) =>
    finding?.kind === 'fault' || finding?.alike !== undefined ? byId.get(finding.fault ?? '') : undefined
  const counts: number[] = []
  let [sameFile, sameChapter, named] = [0, 0, 0]
  for (const fault of dictionary) {
    const red = redOf([fault], about)
    const others = found(
      red,
      dictionary.filter((other) => other !== fault),
    )
    counts.push(others.length)
    const alike = faultOf(others[0])
    if (alike?.family === fault.family || sameSignature(alike, fault)) sameFile++
    if (alike && (chapterOf(alike) === chapterOf(fault) || sameSignature(alike, fault))) sameChapter++
    const [first] = found(red, dictionary)
    if (first?.kind === 'fault' && sameSignature(faultOf(first), fault)) named++
  }
  counts.sort((x, y) => x - y)
  const share = (count: number) => count / dictionary.length
  return {
    without: {
      medianFindings: counts[Math.floor(counts.length / 2)] ?? 0,
      atMostThree: share(counts.filter((count) => count <= 3).length),
      sameFile: share(sameFile),
      sameChapter: share(sameChapter),
    },
    named: share(named),
    pairs: pairsNamed(dictionary, (pair) => found(redOf(pair, about), dictionary).slice(0, 3).map(faultOf)),
  }
}

const pairCount = 200

/** Returns the share of random pairs of which both faults are found; the pairs are always the same. */
function pairsNamed(
  dictionary: readonly KnownFault[],
  find: (pair: readonly KnownFault[]) => readonly (KnownFault | undefined)[],
): number {
  let seed = 1
  const any = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return dictionary[Math.floor((seed / 2147483648) * dictionary.length)] as KnownFault
  }
  const pairs = Array.from({ length: pairCount }, () => [any(), any()] as const)
  const both = pairs.filter((pair) => {
    const first = find(pair)
    return pair.every((fault) => first.some((one) => sameSignature(one, fault)))
  })
  return both.length / pairCount
}

const chapterOf = ({ family }: KnownFault) => family.split('/')[0]
const sameSignature = (one: KnownFault | undefined, other: KnownFault) =>
  one !== undefined && signatureOf(one) === signatureOf(other)
const signatureOf = ({ shows }: KnownFault) => JSON.stringify(Object.entries(shows).sort())
