import { judge } from '../judge/judge.ts'
import { reportOf } from '../report/report-of.ts'
import { isPart } from '../report/selection.ts'
import { calledAs } from '../shared/command.ts'
import { asClosest, checkRelease, orClosest, profileNamed } from '../target/parse.ts'
import { UsageError } from '../target/settings.ts'
import { closestAs, foundAs, type JudgedAs } from './closest.ts'
import { expectedFailures, updated, writeNew } from './expected.ts'
import { type Flags, settingsOf } from './options.ts'
import { publish } from './publish.ts'
import { readRecording } from './read-file.ts'
import { selectionOf } from './select.ts'

/** Judges a recording offline. Writes the report only if --out is given. @returns the exit code */
export async function judgeCommand(flags: Flags, [file, ...more]: readonly string[]): Promise<number> {
  if (!file || more.length) throw new UsageError(`judge takes one recording: ${calledAs} judge reports/recording.har`)
  const isClosest = flags.release === asClosest
  const stated = flags.release && !isClosest ? checkRelease(flags.release, '--release', orClosest) : undefined
  const recording = readRecording(file)
  const profile = flags.profile ? profileNamed(flags.profile, '--profile') : (recording.meta.profile ?? 'full')
  const { requirements, ...selected } = selectionOf(flags, profile)
  const as: JudgedAs = isClosest
    ? closestAs(recording, requirements)
    : stated
      ? { judgedAs: stated }
      : foundAs(recording, requirements, !isPart(selected) && profile !== 'shape')
  const results = judge(recording, requirements, as.judgedAs)
  const listed = expectedFailures(settingsOf(flags), flags, recording.meta.embedded)
  const expected = updated(listed, results, flags)
  const report = reportOf(recording, requirements, results, { profile, ...selected, ...as, expected })
  writeNew(expected, report, flags)
  return publish(flags.out, report, flags)
}
