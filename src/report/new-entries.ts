import type { NewEntry } from '../judge/expected/add.ts'
import { lasting } from '../judge/expected/lasting.ts'
import { groupedBy } from '../shared/grouped-by.ts'
import { visible } from '../shared/text.ts'
import { isKept, isRed } from './outcome.ts'
import type { Report, ReportedRequirement } from './report.ts'

export interface NewEntries {
  readonly entries: readonly NewEntry[]
  /** Number of requirements in them. */
  readonly failures: number
  /** Requirements whose failure differs from what their entry accepts; these must be edited by hand. */
  readonly different: readonly string[]
}

/**
 * Returns entries for unlisted failures, to be added to a file of expected failures: one per finding, with failures and
 * blocked requirements in separate entries. Each accepts exactly what was observed, and has an empty reason.
 */
export function newEntries({ requirements, findings = [] }: Report): NewEntries {
  const failing = requirements.filter((one) => isKept(one) || (isRed(one) && one.verdict !== 'pass'))
  const open = failing.filter(({ known }) => known === undefined || known.area !== undefined)
  const explained = findings.map(({ sentence, requirements: ids }) => ({ sentence, ids: new Set(ids) }))
  const groups = groupedBy(open, (one) => {
    const finding = explained.findIndex(({ ids }) => ids.has(one.id))
    return `${finding === -1 ? one.id : finding} ${one.verdict === 'blocked'}`
  })
  const entries = [...groups].map(([key, members]) => {
    const sentence = explained[Number.parseInt(key, 10)]?.sentence
    return entryFor(members, sentence ?? (members[0] as ReportedRequirement).sentence)
  })
  const different = failing.filter((one) => !open.includes(one) && one.known?.state !== 'overdue').map(({ id }) => id)
  return { entries, failures: open.length, different }
}

function entryFor(members: readonly ReportedRequirement[], sentence: string): NewEntry {
  const ids = members.map(({ id }) => id)
  const texts = members.map(({ actual, why, place }) => lasting(actual || why || '…', place))
  const [text = ''] = texts
  const isOne = texts.every((other) => other === text)
  return {
    comment: visible(sentence),
    entry: {
      ...(ids.length === 1 ? { id: ids[0] as string } : { ids }),
      ...(members[0]?.verdict === 'blocked' ? { blocked: true as const } : {}),
      actual: isOne ? text : Object.fromEntries(ids.map((id, index) => [id, texts[index] as string])),
      reason: '',
    },
  }
}
