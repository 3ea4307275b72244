import { type ChangeClass, classNames } from './classes.ts'
import type { Change, Diff } from './diff.ts'
import type { RequirementChange } from './requirements.ts'

/** Changes of the same kind, with the requirements whose verdicts they change. */
export interface Finding {
  /** The worst class of its changes and requirements. */
  readonly class: ChangeClass
  /** Similar changes. Empty if only verdicts are known. */
  readonly changes: readonly Change[]
  readonly requirements: readonly RequirementChange[]
}

/** Returns the unannounced changes, worst first. */
export function unannounced({ changes, requirements }: Diff): Finding[] {
  const isNew = ({ explained }: Change | RequirementChange) => !explained
  return findingsOf(changes.filter(isNew), requirements.changes.filter(isNew))
}

/** Groups the expected changes by their explanation, in the order of the changes. */
export function byExplanation({ changes, requirements }: Diff) {
  const groups = new Map<
    string,
    { why: string; source: string; changes: Change[]; requirements: RequirementChange[] }
  >()
  for (const one of [...changes, ...requirements.changes]) {
    if (!one.explained) continue
    const { why, source } = one.explained
    const group = groups.get(why) ?? { why, source, changes: [], requirements: [] }
    if ('id' in one) group.requirements.push(one)
    else group.changes.push(one)
    groups.set(why, group)
  }
  return [...groups.values()].map(({ why, source, changes, requirements }) => ({
    why,
    source,
    findings: findingsOf(changes, requirements),
  }))
}

/** Groups changes of the same kind in the same field, and adds each requirement to the group with its exchange. */
function findingsOf(changes: readonly Change[], requirements: readonly RequirementChange[]): Finding[] {
  const alike = new Map<string, { changes: Change[]; requirements: RequirementChange[] }>()
  for (const change of changes) {
    const key = JSON.stringify([change.class, change.kind, fieldOf(change)])
    const group = alike.get(key) ?? { changes: [], requirements: [] }
    group.changes.push(change)
    alike.set(key, group)
  }
  const groups = [...alike.values()]
  for (const requirement of requirements) {
    const group = groups.find((one) => one.changes.some((change) => isShownBy(change, requirement)))
    if (group) group.requirements.push(requirement)
    else groups.push({ changes: [], requirements: [requirement] })
  }
  const rank = (name: ChangeClass) => classNames.indexOf(name)
  return groups
    .map((group): Finding => {
      const all = [...group.changes, ...group.requirements].map((one) => one.class)
      return { ...group, class: all.sort((a, b) => rank(a) - rank(b))[0] as ChangeClass }
    })
    .sort((a, b) => rank(a.class) - rank(b.class) || Number(a.changes.length > 0) - Number(b.changes.length > 0))
}

/** Returns the field of a change, regardless of its parents; for a status the two values, for prose nothing. */
function fieldOf({ kind, place, before, after }: Change): string {
  if (place === 'status') return `${before} ${after}`
  return kind === 'prose' ? '' : place.slice(place.lastIndexOf('/') + 1)
}

/**
 * True if the change is in the exchange of the requirement. A changed header counts only if the requirement is about
 * it.
 */
function isShownBy({ place, exchanges }: Change, { exchange, reason = '' }: RequirementChange): boolean {
  const [, header] = /^header (\S+)/.exec(place) ?? []
  if (header && !reason.toLowerCase().includes(header)) return false
  return exchanges.some(({ scenario, name }) => scenario === exchange?.scenario && name === exchange.name)
}
