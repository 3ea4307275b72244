import { tableLines } from '../support/generated.ts'
import { changingFacts } from './contract/about.ts'
import { type DocumentLine, documentLines, whereIn } from './contract/lines.ts'
import type { Note, OperationData } from './contract/operation.ts'
import { operationGroups } from './contract/operations/index.ts'

/** The releases that each document describes, the newest first. */
export function documentTable(): string {
  const rows = documentLines.map(({ file, releases }) => [
    `[${file}](../schemas/${file})`,
    `${releases[0]} to ${releases.at(-1)}`,
  ])
  return [...tableLines(['document', 'releases'], rows.reverse()), ''].join('\n')
}

type Changing = Exclude<Note, string>

/** The differences between releases as a table: a row for each difference, a column for each document. */
export function differences(): string {
  const rows = operationGroups.flatMap(({ operations }) => operations.flatMap(rowsOf))
  const everywhere = changingFacts.map((fact) => ({ what: 'every operation', fact: fact as Changing }))
  const columns = documentLines.map(({ file }) => file.replace(/^openapi-?|\.json$/g, '') || '2.4.8')
  const cells = [...rows, ...everywhere].map(({ what, fact }) => [what, fact.text, ...documentLines.map(cell(fact))])
  return [...tableLines(['operation', 'what', ...columns], cells), ''].join('\n')
}

function rowsOf({ id, notes = [], refusals = {}, in: range }: OperationData) {
  const exists = range ? [{ what: `\`${id}\``, fact: { in: range, text: 'There is such an operation.' } }] : []
  const said = notes.filter(isChanging).map((fact) => ({ what: `\`${id}\``, fact }))
  const refused = Object.entries(refusals).flatMap(([status, reasons]) =>
    reasons.filter(isChanging).map((fact) => ({ what: `\`${id}\` ${status}`, fact })),
  )
  return [...exists, ...said, ...refused]
}

const isChanging = (note: Note): note is Changing => typeof note !== 'string'

const cell = (fact: Changing) => (line: DocumentLine) => {
  const where = whereIn(fact.in, line)
  return where === undefined ? '–' : where || 'yes'
}
