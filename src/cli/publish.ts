import { appendFileSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { harText } from '../recording/har.ts'
import type { Recording } from '../recording/recording.ts'
import { type ConsoleForm, consoleReport } from '../report/console.ts'
import { formats } from '../report/formats.ts'
import { annotations } from '../report/github.ts'
import { largestSummary, markdown } from '../report/markdown.ts'
import type { Report } from '../report/report.ts'
import { visible } from '../shared/text.ts'
import { surroundingCi } from '../target/ci.ts'
import { UsageError } from '../target/settings.ts'
import { isColoured } from '../target/terminal.ts'
import { makeFolder, writePieces } from './folder.ts'
import type { Flags } from './options.ts'

/** Writes the recording first, so that it exists even if judging fails. */
export function writeRecording(folder: string, recording: Recording): void {
  makeFolder(folder)
  writePieces(folder, 'recording.har', harText(recording))
}

/**
 * Prints a report, writes all file formats, and adds annotations and a summary in CI.
 * @param folder undefined to only print it
 * @returns the report's exit code
 * @throws UsageError if a format could not be written, after everything else
 */
export function publish(folder: string | undefined, report: Report, flags: Flags = {}): number {
  const problem = folder === undefined ? undefined : writeForms(folder, report)
  const { summaryFile, annotates } = surroundingCi()
  if (summaryFile) addSummary(summaryFile, report)
  if (annotates) for (const line of annotations(report)) console.log(line)
  const notes = folder === undefined ? [] : [whereTheyAre(folder)]
  console.log(consoleReport(report, isColoured(process.stdout), notes, { ...formFor(flags), groups: annotates }))
  if (problem) throw problem
  return report.exitCode
}

/** Returns level of detail and width of the console. */
export const formFor = ({ verbose, quiet }: Flags): ConsoleForm => ({
  detail: quiet ? 'quiet' : verbose ? 'verbose' : 'brief',
  width: process.stdout.columns,
})

/** @returns the error if a format could not be written */
function writeForms(folder: string, report: Report): UsageError | undefined {
  try {
    makeFolder(folder)
    for (const { file, render } of Object.values(formats)) if (file) writePieces(folder, file, render(report))
    return undefined
  } catch (error) {
    if (error instanceof UsageError) return error
    throw error
  }
}

/** Returns the line with the location of the reports. */
function whereTheyAre(folder: string): string {
  const files = [...Object.values(formats).flatMap(({ file }) => file ?? []), 'recording.har']
  return `reports  ${visible(join(folder, '/'))}: ${files.filter((name) => existsSync(join(folder, name))).join(', ')}`
}

/** Appends the report to the step summary, shortened to the space left. */
function addSummary(file: string, report: Report): void {
  try {
    const taken = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    appendFileSync(file, markdown(report, [], largestSummary - taken))
  } catch (error) {
    console.error(`The summary could not be added to GITHUB_STEP_SUMMARY: ${visible((error as Error).message)}`)
  }
}
