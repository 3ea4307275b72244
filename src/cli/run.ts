import { judge } from '../judge/judge.ts'
import { reportOf } from '../report/report.ts'
import { readSettings } from '../target/read-settings.ts'
import type { Target } from '../target/target.ts'
import { dryRun, printPlan } from './dry-run.ts'
import { type Interruption, listenForInterruption } from './interrupt.ts'
import { interrupted } from './interrupted.ts'
import { type Flags, folderOf, settingsFrom } from './options.ts'
import { performRun } from './perform-run.ts'
import { progress } from './progress.ts'
import { publish } from './publish.ts'
import { selectRequirements } from './select.ts'

/** Performs, records, judges and reports. @returns the exit code */
export async function runCommand(flags: Flags): Promise<number> {
  const folder = folderOf(flags)
  const requirements = selectRequirements(flags.only)
  const settings = readSettings(settingsFrom(flags))
  if (flags['dry-run']) return dryRun(settings, requirements)
  const bar = progress()
  let interruption: Interruption | undefined
  const onStart = async (target: Target) => {
    await printPlan(target, requirements)
    interruption = listenForInterruption()
    return interruption.signal
  }
  const { recording, accounts, budget } = await performRun(settings, requirements, folder, {
    // What ends after an interrupt ends because of it.
    onProgress: (...numbers) => interruption?.exitCode ?? bar.show(...numbers),
    onWaiting: bar.wait,
    onStart,
  }).finally(() => {
    bar.end()
    interruption?.end()
  })
  if (interruption?.exitCode) return interrupted([{ accounts, target: recording.meta.target }], interruption.exitCode)
  const results = judge(recording, requirements)
  return publish(folder, reportOf(recording, requirements, results, { only: flags.only, accounts, budget }))
}
