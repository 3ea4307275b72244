import { judge } from '../judge/judge.ts'
import type { Cleaned } from '../perform/clean-up.ts'
import { accountsLine, leftLines } from '../report/accounts.ts'
import { reportOf } from '../report/report.ts'
import { closestSetting, profileSetting } from '../target/parse.ts'
import { readSettings } from '../target/read-settings.ts'
import { UsageError } from '../target/settings.ts'
import type { Target } from '../target/target.ts'
import { closestAs, type JudgedAs } from './closest.ts'
import { dryRun, printPlan } from './dry-run.ts'
import { type Interruption, listenForInterruption } from './interrupt.ts'
import { type Flags, folderOf, settingsFrom } from './options.ts'
import { performRun } from './perform-run.ts'
import { progress } from './progress.ts'
import { publish } from './publish.ts'
import { selectRequirements } from './select.ts'

/** Performs, records, judges and reports. @returns the exit code */
export async function runCommand(flags: Flags, [operand]: readonly string[]): Promise<number> {
  if (operand !== undefined)
    throw new UsageError(
      `run takes no operand: "${operand}" is none of its options; --only ${operand} selects requirements`,
    )
  const folder = folderOf(flags)
  const settings = readSettings(settingsFrom(flags))
  const profile = profileSetting(settings)
  const requirements = selectRequirements(flags.only, profile)
  if (flags['dry-run']) return dryRun(settings, requirements)
  const bar = progress()
  let interruption: Interruption | undefined
  const onStart = async (target: Target) => {
    await printPlan(target, requirements, profile)
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
  if (interruption?.exitCode) return interrupted(accounts, recording.meta.target, interruption.exitCode)
  const as: JudgedAs = closestSetting(settings) ? closestAs(recording, requirements) : {}
  const results = judge(recording, requirements, as.judgedAs)
  return publish(
    folder,
    reportOf(recording, requirements, results, { profile, only: flags.only, accounts, budget, ...as }),
  )
}

/** Nothing is judged: half a run says nothing. Whatever still sleeps is not waited for. */
function interrupted(accounts: Cleaned, target: string, exitCode: number): never {
  const { created, removed, left } = accounts
  for (const line of leftLines(left, target)) console.log(line)
  console.log(`Interrupted: nothing was judged. ${accountsLine(created, removed, left, target)}`)
  process.exit(exitCode)
}
