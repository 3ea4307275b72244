import { leftLines } from '../perform/left-accounts.ts'
import { type ChangeClass, classNames } from '../report/diff/classes.ts'
import { consoleDiff } from '../report/diff/console.ts'
import { diffOf } from '../report/diff/diff-of.ts'
import { exitCodeOf } from '../report/diff/exit-code.ts'
import { diffFormats } from '../report/diff/formats.ts'
import type { Report } from '../report/report.ts'
import { calledAs } from '../shared/command.ts'
import { UsageError, withoutUser } from '../target/settings.ts'
import { isColoured } from '../target/terminal.ts'
import { isShop, reportsOf } from './diff-sides.ts'
import { makeFolder, writePieces } from './folder.ts'
import { formatNamed } from './format.ts'
import { envFile, type Flags, folderOf } from './options.ts'
import { selectionOf } from './select.ts'

/** Prints the changes between two reports, recordings or shops. @returns the exit code */
export async function diffCommand(flags: Flags, operands: readonly string[]): Promise<number> {
  const [before, after, ...more] = operands
  if (!before || !after || more.length)
    throw new UsageError(
      `diff takes two reports, recordings or base URLs: ${calledAs} diff old/report.json new/report.json`,
    )
  const format = flags.format === undefined ? undefined : formatNamed(diffFormats, flags.format)
  const failOn = flags['fail-on']?.map(classNamed)
  const { requirements, ...selected } = selectionOf(flags)
  const sides = [
    { name: 'before', given: before, release: flags['release-before'] },
    { name: 'after', given: after, release: flags['release-after'] },
  ] as const
  const [b, a] = (await reportsOf(sides, requirements, selected, folderOf(flags), envFile(flags))) as [Report, Report]
  checkComparable(b, a)
  const shown = sides.map((side) => (isShop(side) ? withoutUser(side.given) : side.given)) as [string, string]
  const diff = diffOf({ given: shown[0], report: b }, { given: shown[1], report: a }, requirements, {
    asBefore: flags['as-before'] ?? false,
  })
  const { exchanges, mails, requirements: judged } = diff.compared
  if ((b.recording && a.recording ? exchanges + mails : judged) === 0)
    throw new UsageError(
      `the two sides have no common requests: ${diff.notes.join('; ') || 'they have no request in common'}`,
    )
  const folder = flags.out ?? (sides.some(isShop) ? folderOf(flags) : undefined)
  if (folder !== undefined) {
    makeFolder(folder)
    for (const { file, render } of Object.values(diffFormats)) if (file) writePieces(folder, file, render(diff))
  }
  for (const { left, target } of [b, a])
    for (const line of leftLines(left, target.url, { count: 3, rest: 'the ledger lists all' })) console.error(line)
  if (format) for (const text of format.render(diff)) process.stdout.write(text)
  else console.log(consoleDiff(diff, isColoured(process.stdout)))
  const broken = [b, a].some(
    ({ recording, counts }) => counts.error > 0 || recording?.outcomes.some(({ halt }) => halt?.kind === 'error'),
  )
  return exitCodeOf(diff, broken, {
    ...(failOn ? { failOn } : {}),
    allowExpected: flags['allow-expected'] ?? false,
  })
}

function classNamed(name: string): ChangeClass {
  const known = classNames.find((one) => one === name)
  if (!known) throw new UsageError(`Unknown class of changes ${name} (--fail-on). Use ${classNames.join(', ')}`)
  return known
}

/** @throws UsageError for different store views, whose responses may differ in language and attributes */
function checkComparable({ target: before }: Report, { target: after }: Report): void {
  if (before.store !== after.store)
    throw new UsageError(
      `before was tested on store view "${before.store}" and after on "${after.store}": test both on the same (MAGENTO_STORE_CODE)`,
    )
}
