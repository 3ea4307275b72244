import { readFileSync } from 'node:fs'
import { judge } from '../judge/judge.ts'
import { fromHar, RecordingError } from '../recording/har.ts'
import type { Recording } from '../recording/recording.ts'
import { reportOf } from '../report/report.ts'
import { checkRelease } from '../target/parse.ts'
import { UsageError } from '../target/settings.ts'
import type { Flags } from './options.ts'
import { publish } from './publish.ts'
import { selectRequirements } from './select.ts'

/** Judges a recording again, offline; the report is written only where --out says. @returns the exit code */
export async function judgeCommand(flags: Flags, [file, ...more]: readonly string[]): Promise<number> {
  if (!file || more.length)
    throw new UsageError('judge takes one recording: npm run contract -- judge reports/recording.har')
  if (flags.url) throw new UsageError('judge asks nobody: leave --url out')
  if (flags.release) checkRelease(flags.release, '--release')
  const requirements = selectRequirements(flags.only)
  const recording = readRecording(file)
  const results = judge(recording, requirements, flags.release)
  return publish(flags.out, reportOf(recording, requirements, results, { only: flags.only, judgedAs: flags.release }))
}

/** @throws UsageError when the file cannot be read, RecordingError when it is no recording */
function readRecording(file: string): Recording {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new UsageError(`"${file}" cannot be read: ${(error as Error).message}`)
  }
  try {
    return fromHar(JSON.parse(text))
  } catch (error) {
    throw new RecordingError(`"${file}" cannot be judged: ${(error as Error).message}`)
  }
}
