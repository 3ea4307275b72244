import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { harText } from '../recording/har.ts'
import type { Recording } from '../recording/recording.ts'
import { consoleReport } from '../report/console.ts'
import { formats } from '../report/formats.ts'
import type { Report } from '../report/report.ts'
import { isColoured } from '../target/terminal.ts'

/** Writes the recording first of all, so that it is there whatever judging does. */
export function writeRecording(folder: string, recording: Recording): void {
  mkdirSync(folder, { recursive: true })
  writePieces(join(folder, 'recording.har'), harText(recording))
}

/**
 * Prints a report, and writes it in every form that is a file.
 * @param folder none when it is only printed
 * @returns its exit code
 */
export function publish(folder: string | undefined, report: Report): number {
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true })
    for (const { file, render } of Object.values(formats)) if (file) writePieces(join(folder, file), render(report))
  }
  console.log(consoleReport(report, isColoured(process.stdout)))
  return report.exitCode
}

/** Writes a text piece by piece: as one text it could be larger than the memory. */
export function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, 'w')
  for (const text of pieces) writeSync(file, text)
  closeSync(file)
}
