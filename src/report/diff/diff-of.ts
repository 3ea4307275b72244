import { judge } from '../../judge/judge.ts'
import type { Requirement } from '../../judge/requirement.ts'
import { suite } from '../../shared/version.ts'
import type { Report } from '../report.ts'
import { reportOf } from '../report-of.ts'
import { type ChangeClass, classNames } from './classes.ts'
import { type Compared, compareRecordings, type Uncompared } from './compare-recordings.ts'
import { type Diff, type DiffSide, diffVersion, type NotCompared } from './diff.ts'
import { type Explain, type Explanation, explainerOf } from './explain.ts'
import { groupsOf } from './group.ts'
import { compareLatencies } from './latency.ts'
import { notesOf } from './notes.ts'
import { compareRequirements } from './requirements.ts'

/** One side of a comparison. */
export interface Side {
  readonly given: string
  readonly report: Report
}

/**
 * Compares two reports; exchange by exchange if both contain their recordings.
 * @param asBefore judge both as the release before, instead of each as its own
 */
export function diffOf(
  before: Side,
  after: Side,
  requirements: readonly Requirement[],
  { asBefore = false }: { readonly asBefore?: boolean } = {},
): Diff {
  const [b, a] = [before.report.recording, after.report.recording]
  const own = new Map(after.report.requirements.map((one) => [one.id, one.verdict]))
  const judgedAfter = asBefore && a ? judgedAs(after.report, before.report.release.name, requirements) : after.report
  const holdsByItself = (id: string) => !['fail', 'warn', 'advice', 'blocked'].includes(own.get(id) ?? '')
  const verdicts = compareRequirements(before.report, judgedAfter, asBefore ? holdsByItself : () => false)
  const compared: Compared | undefined = b && a ? compareRecordings(b, a) : undefined
  const explain: Explain = b && a ? explainerOf(b, a, requirements) : () => undefined
  const changes = compared ? groupsOf(compared.differences, explain, verdicts.changes) : []
  const timings = b && a ? compareLatencies(b.exchanges, a.exchanges) : []
  return {
    $schema: 'diff.schema.json',
    version: diffVersion,
    suite,
    before: sideOf(before),
    after: sideOf(after),
    judgedAs: asBefore ? 'both as the release before' : 'each as its own release',
    compared: {
      exchanges: compared?.exchanges ?? 0,
      mails: compared?.mails ?? 0,
      requirements: verdicts.compared,
    },
    counts: countsOf([...changes, ...verdicts.changes, ...timings.map(() => ({ class: 'timing' as const }))]),
    changes,
    requirements: { changes: verdicts.changes, begin: verdicts.begin, end: verdicts.end },
    timings: timings.map((timing) => ({ class: 'timing', ...timing })),
    notCompared: notCompared(compared?.uncompared ?? [], verdicts.uncompared),
    notes: [...notesOf(before.report, after.report), ...unkept(verdicts.begin, judgedAfter)],
  }
}

/** Notes requirements that apply only to the later release and do not hold there. They are no change of a verdict. */
function unkept(begin: readonly string[], { requirements, release }: Report): string[] {
  const failed = requirements.filter(
    ({ id, verdict }) => begin.includes(id) && ['fail', 'warn', 'advice'].includes(verdict),
  )
  return failed.map(({ id, sentence }) => `${id} begins with ${release.name} and does not hold after: ${sentence}`)
}

function judgedAs(report: Report, release: string, requirements: readonly Requirement[]): Report {
  const { recording } = report
  if (!recording) return report
  return reportOf(recording, requirements, judge(recording, requirements, release), { judgedAs: release })
}

function sideOf({ given, report }: Side): DiffSide {
  const { target, release, powers, startedAt } = report
  return { given, target: target.url, release, powers, startedAt }
}

function countsOf(changes: readonly { class: ChangeClass; explained?: Explanation }[]): Diff['counts'] {
  const counts = Object.fromEntries(classNames.map((name) => [name, { all: 0, unannounced: 0 }])) as Record<
    ChangeClass,
    { all: number; unannounced: number }
  >
  for (const change of changes) {
    counts[change.class].all++
    if (!change.explained) counts[change.class].unannounced++
  }
  return counts
}

function notCompared(
  exchanges: readonly Uncompared[],
  requirements: ReturnType<typeof compareRequirements>['uncompared'],
): NotCompared[] {
  const groups = new Map<
    string,
    { exchanges: Uncompared[]; requirements: string[] } & Omit<NotCompared, 'exchanges' | 'requirements'>
  >()
  const groupOf = ({ missing, why }: Pick<NotCompared, 'missing' | 'why'>) => {
    const key = `${missing} ${why}`
    const group = groups.get(key) ?? { missing, why, exchanges: [], requirements: [] }
    groups.set(key, group)
    return group
  }
  for (const one of exchanges) groupOf(one).exchanges.push(one)
  for (const one of requirements) groupOf(one).requirements.push(one.id)
  return [...groups.values()].map(({ exchanges, ...group }) => ({
    ...group,
    exchanges: exchanges.map(({ scenario, name }) => ({ scenario, name })),
  }))
}
