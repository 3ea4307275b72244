import { closest } from 'fastest-levenshtein'
import {
  type ChangeName,
  distributed,
  distributedName,
  knownReleases,
  newestRelease,
  releaseBelow,
  releaseChanges,
} from '../../release/index.ts'
import type { Requirement } from '../judge/requirement.ts'
import { perform } from '../perform/perform.ts'
import { type Scenario, scenarios } from '../perform/scenario.ts'
import type { Recording } from '../recording/recording.ts'
import { changesOf, seenBetween } from '../report/changes/changes.ts'
import { consoleChanges } from '../report/changes/console.ts'
import { examplesOf } from '../report/changes/examples.ts'
import { changesFormats } from '../report/changes/formats.ts'
import { historyOf } from '../report/changes/history.ts'
import type { Document } from '../report/changes/words.ts'
import { calledAs } from '../shared/command.ts'
import { noLedger } from '../target/ledger/ledger.ts'
import { openTarget } from '../target/open.ts'
import { readSettings } from '../target/read-settings.ts'
import { UsageError } from '../target/settings.ts'
import { isColoured } from '../target/terminal.ts'
import { formatNamed } from './format.ts'
import type { Flags } from './options.ts'
import { selectRequirements } from './select.ts'

/**
 * Prints what an API client notices between two releases, or the changes of single releases. Requests nothing from a
 * shop.
 * @returns the exit code
 */
export async function changesCommand(flags: Flags, operands: readonly string[]): Promise<number> {
  if (operands.length > 2)
    throw new UsageError(`changes takes at most two releases: ${calledAs} changes 2.4.6-p11 ${newestRelease}`)
  const format = flags.format === undefined ? undefined : formatNamed(changesFormats, flags.format)
  const document = await documentOf(operands.map(knownRelease))
  if (format) for (const text of format.render(document)) process.stdout.write(text)
  else console.log(consoleChanges(document, { coloured: isColoured(process.stdout), width: process.stdout.columns }))
  return 0
}

async function documentOf([before, after]: readonly string[]): Promise<Document> {
  const requirements = selectRequirements(undefined)
  if (before === undefined) return historyOf(requirements)
  if (after === undefined) return historyOf(requirements, [before])
  const shown = showing(seenBetween(before, after), requirements)
  if (shown.length === 0) return changesOf(before, after, requirements)
  const [old, now] = await Promise.all([answersOf(before, shown), answersOf(after, shown)])
  return changesOf(before, after, requirements, examplesOf(old, now, requirements))
}

/** Returns the named release. @throws UsageError if the suite does not know it */
function knownRelease(text: string): string {
  const name = releaseBelow(text) ?? text.trim()
  if (knownReleases.includes(name)) return name
  const best = closest(text, [...knownReleases, ...distributed.map(distributedName)])
  throw new UsageError(
    `"${text}" is not a release that the suite knows. Did you mean ${best}? ${calledAs} changes lists all, up to ${newestRelease}`,
  )
}

/** Returns the scenarios that show these changes: named in the data, else those of the requirements about them. */
function showing(names: readonly ChangeName[], requirements: readonly Requirement[]): Scenario[] {
  const shown = new Set(
    names.flatMap((name) => {
      const own = requirements.filter((one) => one.in.changes?.includes(name))
      return releaseChanges[name].shown ?? own.map(({ scenario }) => scenario)
    }),
  )
  return scenarios.filter(({ name }) => shown.has(name))
}

/** Starts the reference as a release, performs the scenarios and closes it. */
async function answersOf(release: string, asked: readonly Scenario[]): Promise<Recording> {
  const settings = readSettings({ MAGENTO_RELEASE: release }, {}, '/dev/null')
  const target = await openTarget(settings, () => {})
  try {
    return (await perform(target, asked, { ledger: noLedger, mailTimeout: 1000 })).recording
  } finally {
    await target.close()
  }
}
