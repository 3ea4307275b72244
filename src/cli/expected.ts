import { existsSync, writeFileSync } from 'node:fs'
import type { ExpectedFailures } from '../judge/expected/expected.ts'
import { readExpected } from '../judge/expected/read.ts'
import { withoutEntries } from '../judge/expected/remove.ts'
import { requirements } from '../judge/requirement.ts'
import type { Result } from '../judge/verdict.ts'
import { type Settings, UsageError } from '../target/settings.ts'
import type { Flags } from './options.ts'
import { readText } from './read-file.ts'

/** Looked for in the working directory when no file is named. */
const defaultExpectedFile = 'contract-expected.jsonc'

/**
 * The expected failures to go by: of the file that is named, else of the default where there is one. That one speaks of
 * a shop: of the embedded reference nothing is expected to fail unless a file is named.
 * @param embedded whether the embedded reference is or was asked
 * @returns undefined when there is no file
 * @throws UsageError, ExpectedError
 */
export function expectedFailures(settings: Settings, flags: Flags, embedded: boolean): ExpectedFailures | undefined {
  const named = settings.get('MAGENTO_EXPECTED')
  const file = named ?? (!embedded && existsSync(defaultExpectedFile) ? defaultExpectedFile : undefined)
  if (file !== undefined)
    return {
      file,
      entries: readExpected(
        readText(file),
        file,
        requirements.map(({ id }) => id),
      ),
    }
  if (!flags['update-expected']) return undefined
  throw new UsageError(
    embedded
      ? '--update-expected has no file: name one with --expected, as the embedded reference has none of its own'
      : `--update-expected has no file: there is no ${defaultExpectedFile} here; name another with --expected`,
  )
}

/**
 * Takes what passes out of the file, if that is asked for. It adds nothing: a new failure is a person's to accept.
 * @returns the expected failures to report with
 */
export function updated(
  expected: ExpectedFailures | undefined,
  results: readonly Result[],
  { 'update-expected': update }: Flags,
): ExpectedFailures | undefined {
  if (!expected || !update) return expected
  const passed = new Set(results.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id))
  const stale = expected.entries.filter(({ id }) => passed.has(id)).map(({ id }) => id)
  if (stale.length) writeFileSync(expected.file, withoutEntries(readText(expected.file), stale))
  console.error(stale.length ? `${expected.file}: removed ${stale.join(', ')}` : `${expected.file}: nothing to remove`)
  return { ...expected, entries: expected.entries.filter(({ id }) => !passed.has(id)) }
}
