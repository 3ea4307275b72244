import { type ChangeClass, type ChangeKind, classNames, classOf } from './classes.ts'
import type { Compared } from './compare-recordings.ts'
import type { Change } from './diff.ts'
import type { Explain } from './explain.ts'
import type { RequirementChange } from './requirements.ts'

type Difference = Compared['differences'][number]

/** Changed from success to refusal or back. This is breaking if a MUST is broken by it. */
const decisions = new Set<ChangeKind>(['refused', 'admitted'])

/**
 * Merges equal changes and sorts them: unannounced before announced, then worst first.
 * @param broken requirements with changed verdicts; a change that breaks a MUST is breaking
 */
export function groupsOf(
  differences: readonly Difference[],
  explain: Explain,
  broken: readonly RequirementChange[],
): Change[] {
  const groups = new Map<string, Change & { operations: string[]; exchanges: Change['exchanges'][number][] }>()
  for (const difference of differences) {
    const { kind, place, before, after, seen } = difference
    const explained = explain(difference)
    const breaks = decisions.has(kind) ? brokenBy(seen, broken) : []
    const ownClass: ChangeClass = breaks.length ? 'breaking' : classOf(kind)
    const key = JSON.stringify([ownClass, kind, place, before, after, explained?.why])
    const group = groups.get(key) ?? {
      class: ownClass,
      kind,
      place,
      before,
      after,
      ...(explained ? { explained } : {}),
      operations: [],
      exchanges: [],
    }
    if (!group.operations.includes(seen.operation)) group.operations.push(seen.operation)
    group.exchanges.push({ scenario: seen.scenario, name: seen.name })
    const all = [...new Set([...(group.breaks ?? []), ...breaks])]
    groups.set(key, all.length ? { ...group, breaks: all } : group)
  }
  const rank = (change: Change) => classNames.indexOf(change.class) + (change.explained ? classNames.length : 0)
  return [...groups.values()].sort((x, y) => rank(x) - rank(y) || y.exchanges.length - x.exchanges.length)
}

function brokenBy({ scenario, name }: Difference['seen'], broken: readonly RequirementChange[]): string[] {
  return broken
    .filter(({ kind, exchange }) => kind === 'MUST broken' && exchange?.scenario === scenario && exchange.name === name)
    .map(({ id }) => id)
}
