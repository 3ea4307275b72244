import type { Verdict } from '../../judge/verdict.ts'
import type { Report, ReportedRequirement } from '../report.ts'
import { type ChangeClass, type ChangeKind, classOf } from './classes.ts'
import type { Explanation } from './explain.ts'

/** A requirement whose verdict changed. */
export interface RequirementChange {
  readonly id: string
  readonly chapter: string
  readonly level: ReportedRequirement['level']
  readonly sentence: string
  readonly kind: ChangeKind
  readonly class: ChangeClass
  readonly before: Verdict
  readonly after: Verdict
  /** Expected and actual, from the side where it does not hold. */
  readonly reason?: string
  readonly exchange?: { readonly scenario: string; readonly name: string }
  readonly explained?: Explanation
}

export interface ComparedRequirements {
  readonly compared: number
  readonly changes: readonly RequirementChange[]
  /** Ids of requirements that apply to the release of only one side: new, and no longer applicable. */
  readonly begin: readonly string[]
  readonly end: readonly string[]
  readonly uncompared: readonly {
    readonly id: string
    readonly missing: 'before' | 'after' | 'both'
    readonly why: string
  }[]
}

const judged = new Set<Verdict>(['pass', 'fail', 'warn', 'advice', 'blocked'])

/**
 * Returns the requirements whose verdict changed.
 * @param isExpected true for the id of a requirement that fails only because both are judged as one release
 */
export function compareRequirements(
  before: Report,
  after: Report,
  isExpected: (id: string) => boolean,
): ComparedRequirements {
  const found = new Map(after.requirements.map((one) => [one.id, one]))
  const changes: RequirementChange[] = []
  const uncompared: ComparedRequirements['uncompared'][number][] = []
  const [begin, end]: [string[], string[]] = [[], []]
  let compared = 0
  for (const b of before.requirements) {
    const a = found.get(b.id)
    if (!a) {
      uncompared.push({ id: b.id, missing: 'after', why: 'that report does not hold it' })
      continue
    }
    const [was, is] = [b.verdict, a.verdict]
    if (was === 'inapplicable' && is === 'inapplicable') continue
    if (was === 'inapplicable' && isOfRelease(b)) begin.push(b.id)
    else if (is === 'inapplicable' && isOfRelease(a)) end.push(b.id)
    else if (!judged.has(was) && !judged.has(is)) uncompared.push({ id: b.id, missing: 'both', why: b.why ?? was })
    else if (!judged.has(was)) uncompared.push({ id: b.id, missing: 'before', why: b.why ?? was })
    else if (!judged.has(is)) uncompared.push({ id: b.id, missing: 'after', why: a.why ?? is })
    else {
      compared++
      const kind = kindOf(b, is)
      if (kind) changes.push(changeOf(b, a, kind, kind !== 'requirement holds' && isExpected(b.id)))
    }
  }
  for (const { id } of after.requirements)
    if (!before.requirements.some((one) => one.id === id))
      uncompared.push({ id, missing: 'before', why: 'that report does not hold it' })
  return { compared, changes, begin, end, uncompared }
}

/** True if the release makes a requirement inapplicable, as opposed to the shop's settings. */
const isOfRelease = ({ why }: ReportedRequirement) => why?.startsWith('holds ') === true

function kindOf({ verdict, level }: ReportedRequirement, is: Verdict): ChangeKind | undefined {
  if (verdict === is) return undefined
  if (is === 'pass') return 'requirement holds'
  if (verdict !== 'pass') return undefined
  return level === 'must' ? 'MUST broken' : 'SHOULD broken'
}

function changeOf(
  { id, chapter, level, sentence, releases, source, verdict: before, exchange: shownBefore }: ReportedRequirement,
  after: ReportedRequirement,
  kind: ChangeKind,
  expectedly: boolean,
): RequirementChange {
  const { expected, actual, why, exchange = shownBefore } = after
  const reason = expected === undefined ? why : `expected ${expected}, got ${actual}`
  return {
    id,
    chapter,
    level,
    sentence,
    kind,
    class: classOf(kind),
    before,
    after: after.verdict,
    ...(reason ? { reason } : {}),
    ...(exchange ? { exchange } : {}),
    ...(!expectedly
      ? {}
      : { explained: { why: `${sentence} (${releases})`, source: source.join('; '), requirement: id } }),
  }
}
