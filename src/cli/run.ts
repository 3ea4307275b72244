import { judge } from '../judge/judge.ts'
import { reportOf } from '../report/report-of.ts'
import { isPart } from '../report/selection.ts'
import { chooseTarget } from '../target/choose-target.ts'
import { closestSetting, profileSetting } from '../target/parse.ts'
import { UsageError } from '../target/settings.ts'
import type { Target } from '../target/target.ts'
import { closestAs, foundAs, type JudgedAs } from './closest.ts'
import { dryRun, printPlan } from './dry-run.ts'
import { expectedFailures, updated, writeNew } from './expected.ts'
import { type Interruption, listenForInterruption } from './interrupt.ts'
import { interrupted } from './interrupted.ts'
import { type Flags, folderOf, settingsOf } from './options.ts'
import { performRun } from './perform-run.ts'
import { progress } from './progress.ts'
import { publish } from './publish.ts'
import { scenariosOf, selectionOf } from './select.ts'

/** Performs a run, records, judges and reports it. @returns the exit code */
export async function runCommand(flags: Flags, [operand]: readonly string[]): Promise<number> {
  if (operand !== undefined)
    throw new UsageError(
      `run takes no operand: "${operand}" is unexpected. Use --only ${operand} to select requirements`,
    )
  const folder = folderOf(flags)
  const settings = chooseTarget(settingsOf(flags), flags.reference ?? false)
  const profile = profileSetting(settings)
  const { requirements, ...selected } = selectionOf(flags, profile)
  const listed = expectedFailures(settings, flags, settings.get('MAGENTO_BASE_URL') === undefined)
  if (flags['dry-run']) return dryRun(settings, requirements, selected)
  const bar = progress()
  const shop = settings.get('MAGENTO_BASE_URL')
  let interruption: Interruption | undefined
  const onStart = async (target: Target) => {
    bar.clear()
    await printPlan(target, requirements, profile)
    bar.show(0, scenariosOf(requirements, profile).length, 0)
    interruption = listenForInterruption()
    return interruption.signal
  }
  const performing = performRun(settings, requirements, folder, {
    // After an interrupt the progress is no longer shown, because scenarios end because of it.
    onProgress: (...numbers) => interruption?.exitCode ?? bar.show(...numbers),
    onWaiting: bar.wait,
    onStart,
  })
  bar.begin(shop ? 'checking the shop' : 'starting the reference', shop !== undefined)
  const { recording, accounts, budget } = await performing.finally(() => {
    bar.end()
    interruption?.end()
  })
  if (interruption?.exitCode) return interrupted([{ accounts, target: recording.meta.target }], interruption.exitCode)
  bar.begin(`judging ${recording.exchanges.length} answers`)
  try {
    const as: JudgedAs = closestSetting(settings)
      ? closestAs(recording, requirements)
      : foundAs(recording, requirements, !isPart(selected) && profile !== 'shape')
    const results = judge(recording, requirements, as.judgedAs)
    bar.clear()
    const expected = updated(listed, results, flags)
    bar.begin('writing the report')
    const told = { profile, ...selected, accounts, budget, ...as, expected }
    const report = reportOf(recording, requirements, results, told)
    bar.end()
    writeNew(expected, report, flags)
    return publish(folder, report, flags)
  } finally {
    bar.end()
  }
}
