import picocolors from 'picocolors'
import { judge } from '../judge/judge.ts'
import type { Requirement } from '../judge/requirement.ts'
import { accountsLine, leftLines } from '../perform/left-accounts.ts'
import { scenarios } from '../perform/scenario.ts'
import type { Exchange } from '../recording/exchange.ts'
import type { MailObservation } from '../recording/mail.ts'
import { releaseNote } from '../report/console-head.ts'
import { requirementLines } from '../report/console-requirement.ts'
import { exchangeLines, mailLines } from '../report/replayed.ts'
import { reportOf } from '../report/report-of.ts'
import { calledAs } from '../shared/command.ts'
import { chooseTarget } from '../target/choose-target.ts'
import { surroundingCi } from '../target/ci.ts'
import { UsageError } from '../target/settings.ts'
import { isColoured } from '../target/terminal.ts'
import { foundAs } from './closest.ts'
import { type Interruption, listenForInterruption } from './interrupt.ts'
import { interrupted } from './interrupted.ts'
import { type Flags, folderOf, settingsOf } from './options.ts'
import { performRun } from './perform-run.ts'
import { requirementCalled } from './select.ts'

/**
 * Performs the scenario of one requirement, prints each exchange as it happens, and judges the requirement. Creates and
 * removes accounts like a run; writes no report.
 * @returns the exit code of a run of this requirement
 * @throws UsageError, TargetError
 */
export async function replayCommand(flags: Flags, [id, ...more]: readonly string[]): Promise<number> {
  if (!id || more.length) throw new UsageError(`replay takes one requirement: ${calledAs} replay TOKEN-04`)
  const requirement = requirementCalled(id)
  const scenario = scenarios.find(({ name }) => name === requirement.scenario)
  if (!scenario)
    throw new UsageError(
      `${requirement.id} is about every answer of a run: ${calledAs} --only ${requirement.id} asks them all`,
    )
  const isRevealed = flags.reveal ?? false
  if (isRevealed && (!process.stdout.isTTY || surroundingCi().isCi))
    throw new UsageError('--reveal shows secrets: it works only at a terminal, and not in a CI')
  const settings = chooseTarget(settingsOf(flags), flags.reference ?? false)
  const pc = picocolors.createColors(isColoured(process.stdout))
  const show = (lines: readonly string[]) => console.log(lines.join('\n'))
  const isWhole = flags.verbose ?? false
  show([
    `${pc.bold(requirement.id)} ${requirement.sentence}`,
    `scenario ${scenario.name}: ${scenario.asks}`,
    `secrets  ${isRevealed ? 'are shown as they are' : 'are replaced by values of the same form; --reveal shows them'}`,
  ])
  let interruption: Interruption | undefined
  const { recording, accounts } = await performRun(settings, [requirement], folderOf(flags), {
    isReplay: true,
    onExchange: (kept: Exchange, live: Exchange) => show(exchangeLines(isRevealed ? live : kept, pc, isWhole)),
    onMails: (kept: MailObservation, live: MailObservation) => show(mailLines(isRevealed ? live : kept, pc)),
    onWaiting: (seconds) => seconds > 1 && console.error(`waiting ${Math.ceil(seconds)} s`),
    onStart: async (target) => {
      show([`target   ${target.redactor.apply(target.baseUrl)}`])
      interruption = listenForInterruption()
      return interruption.signal
    },
  }).finally(() => interruption?.end())
  if (interruption?.exitCode) return interrupted([{ accounts, target: recording.meta.target }], interruption.exitCode)
  return verdict(requirement, recording, accounts, pc)
}

type Performed = Awaited<ReturnType<typeof performRun>>

/** Prints the verdict. @returns the exit code */
function verdict(
  requirement: Requirement,
  recording: Performed['recording'],
  accounts: Performed['accounts'],
  pc: ReturnType<typeof picocolors.createColors>,
): number {
  const as = foundAs(recording, [requirement], false)
  const results = judge(recording, [requirement], as.judgedAs)
  const report = reportOf(recording, [requirement], results, { only: [requirement.id], accounts, ...as })
  const { created, removed, left } = accounts
  const lines = [
    ...report.requirements.flatMap((one) => [
      ...requirementLines(one, pc),
      ...(one.read.length ? [`  reads     ${one.read.map((name) => `“${name}”`).join(', ')}`] : []),
    ]),
    '',
    `release  ${report.release.name}${releaseNote(report.release)}`,
    ...(recording.meta.embedded
      ? []
      : [
          `accounts ${accountsLine(created, removed, left, recording.meta.target)}`,
          ...leftLines(left, recording.meta.target),
        ]),
  ]
  console.log(lines.join('\n'))
  return report.exitCode
}
