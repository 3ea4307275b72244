import { existsSync, writeFileSync } from 'node:fs'
import { withEntries } from '../judge/expected/add.ts'
import type { ExpectedFailures } from '../judge/expected/expected.ts'
import { readExpected } from '../judge/expected/read.ts'
import { withoutEntries } from '../judge/expected/remove.ts'
import { weigh } from '../judge/expected/weigh.ts'
import { requirements } from '../judge/requirement.ts'
import type { Result } from '../judge/verdict.ts'
import { newEntries } from '../report/new-entries.ts'
import type { Report } from '../report/report.ts'
import { fileProblem } from '../shared/file-problem.ts'
import { type Settings, UsageError } from '../target/settings.ts'
import type { Flags } from './options.ts'
import { readText } from './read-file.ts'

/** Used if it exists in the working directory and no file is named. */
const defaultExpectedFile = 'contract-expected.jsonc'

/**
 * Returns the expected failures from the named file, or else the default file. The default file is about a shop, so it
 * is not used for the embedded reference.
 * @param embedded true if the embedded reference is or was tested
 * @returns undefined if there is no file
 * @throws UsageError, ExpectedError
 */
export function expectedFailures(settings: Settings, flags: Flags, embedded: boolean): ExpectedFailures | undefined {
  const writes = flags['write-expected'] ?? false
  const named = settings.get('MAGENTO_EXPECTED')
  const file = named ?? (!embedded && (writes || existsSync(defaultExpectedFile)) ? defaultExpectedFile : undefined)
  if (file !== undefined) {
    if (writes && !existsSync(file)) return { file, entries: [] }
    const ids = requirements.map(({ id }) => id)
    return { file, entries: readExpected(readText(file), file, ids) }
  }
  if (!writes && !flags['update-expected']) return undefined
  const option = writes ? '--write-expected' : '--update-expected'
  throw new UsageError(
    embedded
      ? `${option} has no file: name one with --expected, as the reference has none by default`
      : `${option} has no file: there is no ${defaultExpectedFile} in this folder. Name another with --expected`,
  )
}

/**
 * Removes entries that pass from the file, if requested. Adds none.
 * @returns the expected failures for the report
 * @throws UsageError if the file cannot be written
 */
export function updated(
  expected: ExpectedFailures | undefined,
  results: readonly Result[],
  { 'update-expected': update }: Flags,
): ExpectedFailures | undefined {
  if (!expected?.entries.length || !update) return expected
  const { known } = weigh(expected, new Map(results.map((result) => [result.id, result])))
  const stale = [...known].flatMap(([id, { state, area }]) => (state === 'stale' ? [area ?? id] : []))
  const { file } = expected
  if (!stale.length) {
    console.error(`${file}: nothing to remove`)
    return expected
  }
  const text = withoutEntries(readText(file), stale)
  write(file, text)
  console.error(`${file}: removed ${stale.join(', ')}`)
  const ids = requirements.map(({ id }) => id)
  return { file, entries: readExpected(text, file, ids) }
}

/**
 * Adds unlisted failures to the file, if requested, each with an empty reason that a person must fill in. Until then a
 * run with this file ends with exit code 2.
 * @param listed the expected failures used for the report
 * @throws UsageError if the file cannot be written
 */
export function writeNew(
  listed: ExpectedFailures | undefined,
  report: Report,
  { 'write-expected': writes }: Flags,
): void {
  if (!listed || !writes) return
  const { file } = listed
  const { entries, failures, different } = newEntries(report)
  if (entries.length) {
    write(file, withEntries(existsSync(file) ? readText(file) : undefined, entries))
    console.error(
      `${file}: added ${failures} failures in ${entries.length} entries. Write the reason of each: while one is empty, a run ends with 2`,
    )
  } else console.error(`${file}: nothing to add`)
  if (different.length)
    console.error(`${file}: the entry of ${different.join(', ')} accepts something else: change it by hand`)
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    throw new UsageError(`"${file}" cannot be written: ${fileProblem(error)}`)
  }
}
