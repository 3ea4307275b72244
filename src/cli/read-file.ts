import { readFileSync } from 'node:fs'
import { depthOf } from '../recording/body.ts'
import { fromHar, RecordingError } from '../recording/har.ts'
import type { Recording } from '../recording/recording.ts'
import { fromJson, ReportError } from '../report/json.ts'
import type { Report } from '../report/report.ts'
import { fileProblem } from '../shared/file-problem.ts'
import { UsageError } from '../target/settings.ts'

const deepest = 100

/** @throws UsageError if the file cannot be read, RecordingError if it is no recording */
export function readRecording(file: string): Recording {
  return readDocument(file, 'judged', (document) => {
    const own = document as { $schema?: unknown; recording?: unknown } | null
    return fromHar(own?.$schema === 'report.schema.json' ? own.recording : document)
  })
}

/** @throws UsageError if the file cannot be read, ReportError or RecordingError if it is no report */
export function readReport(file: string): Report {
  return readDocument(file, 'shown', fromJson)
}

/**
 * Reads a report or a recording; a report may contain its recording.
 * @throws UsageError if the file cannot be read, ReportError or RecordingError if it is neither
 */
export function readEither(file: string): { readonly report?: Report; readonly recording?: Recording } {
  return readDocument(file, 'compared', (document) => {
    if ((document as { $schema?: unknown } | null)?.$schema !== 'report.schema.json')
      return { recording: fromHar(document) }
    const report = fromJson(document)
    return report.recording ? { report, recording: report.recording } : { report }
  })
}

/** @throws UsageError if the file cannot be read */
export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`"${file}" cannot be read: ${fileProblem(error)}`)
  }
}

/**
 * @param purpose use of the file, for the message: `judged`
 * @throws UsageError if the file cannot be read, ReportError or RecordingError if it has the wrong content
 */
export function readDocument<T>(file: string, purpose: string, from: (document: unknown) => T): T {
  const text = readText(file)
  try {
    // Bodies are strings in it, so they do not count; code that writes it may recurse.
    if (depthOf(Buffer.from(text)) > deepest) throw new RecordingError(`it is nested deeper than ${deepest} levels`)
    return from(JSON.parse(text))
  } catch (error) {
    const Kind = error instanceof ReportError ? ReportError : RecordingError
    throw new Kind(`"${file}" cannot be ${purpose}: ${(error as Error).message}`)
  }
}
