import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHar } from '../recording/har.ts'
import type { Recording } from '../recording/recording.ts'
import { consoleReport } from '../report/console.ts'
import { junit } from '../report/junit.ts'
import type { Report } from '../report/report.ts'
import { isColoured } from '../target/terminal.ts'

/** Writes the recording first of all, so that it is there whatever judging does. */
export function writeRecording(folder: string, recording: Recording): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'recording.har'), `${JSON.stringify(toHar(recording), null, 1)}\n`)
}

/** Writes the report in every form and prints it. @returns its exit code */
export function publish(folder: string, report: Report): number {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'report.json'), `${JSON.stringify(report, null, 2)}\n`)
  writeFileSync(join(folder, 'junit.xml'), `${junit(report)}\n`)
  console.log(consoleReport(report, isColoured(process.stdout)))
  return report.exitCode
}
