import { appendFileSync, closeSync, existsSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { harText } from '../recording/har.ts'
import type { Recording } from '../recording/recording.ts'
import { consoleReport } from '../report/console.ts'
import { formats } from '../report/formats.ts'
import { annotations } from '../report/github.ts'
import { largestSummary, markdown } from '../report/markdown.ts'
import type { Report } from '../report/report.ts'
import { visible } from '../report/text.ts'
import { surroundingCi } from '../target/ci.ts'
import { isColoured } from '../target/terminal.ts'

/** Writes the recording first of all, so that it is there whatever judging does. */
export function writeRecording(folder: string, recording: Recording): void {
  mkdirSync(folder, { recursive: true })
  writePieces(join(folder, 'recording.har'), harText(recording))
}

/**
 * Prints a report, writes it in every form that is a file, and shows it in the CI around.
 * @param folder none when it is only printed
 * @returns its exit code
 */
export function publish(folder: string | undefined, report: Report): number {
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true })
    for (const { file, render } of Object.values(formats)) if (file) writePieces(join(folder, file), render(report))
  }
  const { summaryFile, annotates } = surroundingCi()
  if (summaryFile) addSummary(summaryFile, report)
  if (annotates) for (const line of annotations(report)) console.log(line)
  console.log(consoleReport(report, isColoured(process.stdout), folder === undefined ? [] : [whereTheyAre(folder)]))
  return report.exitCode
}

/** The line that says where the reports are. */
function whereTheyAre(folder: string): string {
  const files = [...Object.values(formats).flatMap(({ file }) => file ?? []), 'recording.har']
  return `reports  ${visible(join(folder, '/'))}: ${files.filter((name) => existsSync(join(folder, name))).join(', ')}`
}

/** Adds the report to what the step says of itself already, as much of it as there is room for. */
function addSummary(file: string, report: Report): void {
  try {
    const taken = statSync(file, { throwIfNoEntry: false })?.size ?? 0
    appendFileSync(file, markdown(report, [], largestSummary - taken))
  } catch (error) {
    console.error(`The summary could not be added to GITHUB_STEP_SUMMARY: ${visible((error as Error).message)}`)
  }
}

/** Writes a text piece by piece: as one text it could be larger than the memory. */
export function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w')
  for (const text of pieces) writeSync(file, text)
  closeSync(file)
}
