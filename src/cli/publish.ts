import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { harText } from '../recording/har.ts'
import type { Recording } from '../recording/recording.ts'
import { consoleReport } from '../report/console.ts'
import { junit } from '../report/junit.ts'
import type { Report } from '../report/report.ts'
import { isColoured } from '../target/terminal.ts'

/** Writes the recording first of all, so that it is there whatever judging does. */
export function writeRecording(folder: string, recording: Recording): void {
  mkdirSync(folder, { recursive: true })
  const file = openSync(join(folder, 'recording.har'), 'w')
  for (const text of harText(recording)) writeSync(file, text)
  closeSync(file)
}

/**
 * Prints a report, and writes it in every form.
 * @param folder none when it is only printed
 * @returns its exit code
 */
export function publish(folder: string | undefined, report: Report): number {
  if (folder !== undefined) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
    writeFileSync(join(folder, 'junit.xml'), `${junit(report)}\n`)
  }
  console.log(consoleReport(report, isColoured(process.stdout)))
  return report.exitCode
}
