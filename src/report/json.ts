import { fromHar, harText } from '../recording/har.ts'
import { calledAs } from '../shared/command.ts'
import { problemWith } from '../shared/interface.ts'
import { safeJson } from '../shared/text.ts'
import { contradiction } from './consistent.ts'
import { findingsOf } from './findings/findings-of.ts'
import { type Report, reportVersion } from './report.ts'
import { upgraded } from './upgrade.ts'

/** Thrown for a file that is not a report of this suite. */
export class ReportError extends Error {
  override name = 'ReportError'
}

/** Renders the report as JSON in chunks, the recording last; as a single string it could exceed the memory. */
export function* jsonText(report: Report): Generator<string> {
  for (const text of pieces(report)) yield safeJson(text)
}

function* pieces({ recording, ...rest }: Report): Generator<string> {
  const text = JSON.stringify(rest, null, 2)
  if (!recording) return yield `${text}\n`
  yield `${text.slice(0, -'\n}'.length)},\n  "recording": `
  yield* harText(recording)
  yield '}\n'
}

/**
 * Reads a report from `jsonText` of this or an older version of the suite.
 * @throws ReportError, RecordingError for anything else
 */
export function fromJson(document: unknown): Report {
  const { $schema, version, recording, log, ...rest } = Object(document) as Omit<Report, 'recording'> & {
    recording?: unknown
    log?: unknown
  }
  if ($schema !== 'report.schema.json')
    throw new ReportError(
      `it is not a report of this suite ($schema is not report.schema.json)${log ? `: judge a recording with ${calledAs} judge FILE` : ''}`,
    )
  if (version !== reportVersion && Number(version) !== 1)
    throw new ReportError(`it is a report of version ${version}, and this suite reads versions 1 and ${reportVersion}`)
  const current = Number(version) === 1 ? (upgraded(rest) as unknown as typeof rest) : rest
  const { retried = 0, notes = [] } = current
  const read: Report = { $schema, version: reportVersion, ...current, retried, notes }
  const problem = problemWith('report', read)
  if (problem) throw new ReportError(`it is not a complete report of this suite: ${problem}`)
  const contradicted = contradiction(read)
  if (contradicted) throw new ReportError(`it contradicts itself: ${contradicted}. Take the file as the suite wrote it`)
  const findings = read.findings ?? findingsOf(read.requirements)
  return { ...read, findings, ...(recording === undefined ? {} : { recording: fromHar(recording) }) }
}
