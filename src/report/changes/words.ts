import type { Known } from '../../../release/index.ts'
import { type Changes, type ClientChange, type Example, kinds } from './changes.ts'
import type { Brought, History } from './history.ts'

/** A document of the command `changes`. */
export type Document = Changes | History

export const isHistory = (document: Document): document is History => 'releases' in document

/** Titles of the classes. */
const titles: Readonly<Record<ClientChange['class'], string>> = {
  tightened: 'Tightened: more requests are rejected',
  gone: 'Gone',
  changed: 'Changed',
  loosened: 'Loosened: fewer requests are rejected',
  new: 'New',
}

/** Returns `POST /V1/customers (status): 200 "…" before, 400 "…" after`. */
export const exampleLine = ({ operation, place, before, after }: Example): string =>
  `${operation} (${place}): ${before} before, ${after} after`

export const noExample = 'no response of the reference shows it'

/** Returns the sentence of a change, with a mark if it is assumed. */
export const sentence = ({ says, assumed }: ClientChange): string => `${says}${assumed ? ' (assumed)' : ''}`

/** Returns the title of a document. */
export const titleOf = (document: Document): string =>
  isHistory(document)
    ? document.releases.length === 1
      ? `What ${document.releases[0]?.name} changed`
      : 'What each release changed'
    : `${document.before.name} → ${document.after.name}: what an API client notices`

const knownTexts: Readonly<Record<Known, string>> = {
  recorded: 'recorded: a running shop was tested',
  read: 'read: its code or tests were read',
  assumed: 'assumed: only the code of a nearby version was read',
}

/** Returns a sentence per release about how well it is known. */
export const knownLines = (document: Document): string[] =>
  isHistory(document)
    ? []
    : [document.before, document.after].map(({ name, known }) => `${name} is ${knownTexts[known]}`)

/** Returns `2.4.9 (2026-05-12, APSB26-49, assumed)`. */
function releaseLine({ name, date, bulletin, known }: Brought): string {
  return `${name} (${[date, bulletin, known].filter(Boolean).join(', ')})`
}

/** A section of a document. */
export interface Section {
  readonly title: string
  readonly changes: readonly ClientChange[]
}

/** Returns a section per release of a history, or per class of changes between two releases. */
export const sectionsOf = (document: Document): Section[] =>
  isHistory(document)
    ? document.releases.map((release) => ({ title: releaseLine(release), changes: release.changes }))
    : kinds
        .map((kind) => ({ title: titles[kind], changes: document.changes.filter((one) => one.class === kind) }))
        .filter(({ changes }) => changes.length > 0)

export const unexplainedTitle = 'Requirements that differ without a named change'

/** Returns the unexplained requirements: the id, and a line with the sentence and the release that it applies to. */
export const unexplainedLines = (document: Document): [id: string, text: string][] =>
  isHistory(document)
    ? []
    : document.unexplained.map(({ id, level, sentence, effect }) => [
        id,
        `${sentence} (${level}, ${effect === 'begins' ? `as ${document.after.name} only` : `as ${document.before.name} only`})`,
      ])

/** Returns the last line of each format. */
export function countingLine(document: Document): string {
  const changes = isHistory(document) ? document.releases.flatMap((one) => one.changes) : document.changes
  const counts = kinds.map((kind) => `${changes.filter((one) => one.class === kind).length} ${kind}`)
  return `${changes.length} changes: ${counts.join(', ')}`
}
