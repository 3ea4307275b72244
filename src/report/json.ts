import { fromHar, harText } from '../recording/har.ts'
import { type Report, reportVersion } from './report.ts'

/** Thrown for a file that is no report of this suite. */
export class ReportError extends Error {
  override name = 'ReportError'
}

/** The report as JSON, the recording last, in pieces: as one text it could be larger than the memory. */
export function* jsonText({ recording, ...rest }: Report): Generator<string> {
  const text = JSON.stringify(rest, null, 2)
  if (!recording) return yield `${text}\n`
  yield `${text.slice(0, -'\n}'.length)},\n  "recording": `
  yield* harText(recording)
  yield '}\n'
}

/**
 * Reads what `jsonText` wrote, now or in an older version of the suite, which told less.
 * @throws ReportError, RecordingError for anything else, with what is wrong
 */
export function fromJson(document: unknown): Report {
  const { $schema, version, recording, log, ...rest } = Object(document) as Omit<Report, 'recording'> & {
    recording?: unknown
    log?: unknown
  }
  if ($schema !== 'report.schema.json' || !Array.isArray(rest.requirements))
    throw new ReportError(
      `it is no report of this suite ($schema is not report.schema.json)${log ? ': a recording is judged, by npm run contract -- judge FILE' : ''}`,
    )
  if (version !== reportVersion)
    throw new ReportError(`it is a report of version ${version}, and this suite reads version ${reportVersion}`)
  const { retried = 0, findings = [] } = rest
  return {
    $schema,
    version,
    ...rest,
    retried,
    findings,
    ...(recording === undefined ? {} : { recording: fromHar(recording) }),
  }
}
