import { join } from 'node:path'
import { judge } from '../judge/judge.ts'
import type { Requirement } from '../judge/requirement.ts'
import type { Report } from '../report/report.ts'
import { reportOf } from '../report/report-of.ts'
import { type Selected, selectedOf } from '../report/selection.ts'
import { checkSettings } from '../target/check-settings.ts'
import { checkRelease } from '../target/parse.ts'
import { readSideSettings, type SideName } from '../target/side-settings.ts'
import { type Interruption, listenForInterruption } from './interrupt.ts'
import { interrupted } from './interrupted.ts'
import type { envFile } from './options.ts'
import { performRun } from './perform-run.ts'
import { progress } from './progress.ts'
import { readEither } from './read-file.ts'

export interface GivenSide {
  readonly name: SideName
  /** A file or a base URL. */
  readonly given: string
  readonly release: string | undefined
}

export const isShop = ({ given }: GivenSide): boolean => /^https?:\/\//i.test(given)

/** Returns a report for each side. Files are read and judged again; shops are tested now, concurrently. */
export async function reportsOf(
  given: readonly GivenSide[],
  requirements: readonly Requirement[],
  selected: Selected,
  folder: string,
  file: ReturnType<typeof envFile>,
): Promise<Report[]> {
  const sides = given.map((side) => ({
    ...side,
    release: side.release && checkRelease(side.release, `--release-${side.name}`),
  }))
  // Files first, so that an unreadable file is reported before any request.
  const read = new Map(sides.filter((side) => !isShop(side)).map((side) => [side.name, readSide(side, requirements)]))
  const shops = sides.filter(isShop)
  const asked = shops.length ? await askAll(shops, requirements, selected, folder, file) : new Map<SideName, Report>()
  return sides.map(({ name }) => (read.get(name) ?? asked.get(name)) as Report)
}

/**
 * Reads a file. With a recording it is judged again by this version of the suite, as an older one may judge
 * differently.
 */
function readSide({ given, release }: GivenSide, requirements: readonly Requirement[]): Report {
  const { recording, report } = readEither(given)
  if (!recording) return report as Report
  const ids = report && new Set(report.requirements.map(({ id }) => id))
  const held = ids ? requirements.filter(({ id }) => ids.has(id)) : requirements
  const judgedAs = release ?? (report?.release.source === 'judged as' ? report.release.name : undefined)
  return reportOf(recording, held, judge(recording, held, judgedAs), { judgedAs, ...(report && selectedOf(report)) })
}

/** Tests shops concurrently. What stops one stops both, and each cleans up. */
async function askAll(
  shops: readonly GivenSide[],
  requirements: readonly Requirement[],
  selected: Selected,
  folder: string,
  file: ReturnType<typeof envFile>,
): Promise<Map<SideName, Report>> {
  const read = shops.map(({ name, given, release }) => {
    const flags = { MAGENTO_BASE_URL: given, ...(release ? { MAGENTO_RELEASE: release } : {}) }
    return readSideSettings(name, flags, shops.length === 1, process.env, ...file)
  })
  // Check both before any request.
  for (const { settings } of read) checkSettings(settings)
  for (const setting of new Set(read.flatMap(({ undecided }) => undecided)))
    console.error(`${setting} is not used: write ${setting}_BEFORE or ${setting}_AFTER, for the shop that it is of`)
  const bar = progress()
  bar.begin(shops.length === 1 ? 'checking the shop' : 'checking the shops', true)
  const counts = shops.map(() => [0, 0, 0] as [ended: number, of: number, requests: number])
  const failed = new AbortController()
  let interruption: Interruption | undefined
  const ask = async ({ name }: GivenSide, index: number) => {
    const { settings } = read[index] as (typeof read)[number]
    const performed = await performRun(settings, requirements, join(folder, name), {
      onProgress: (...numbers) => {
        counts[index] = numbers
        const [ended, of, requests] = counts.reduce(([a, b, c], [d, e, f]) => [a + d, b + e, c + f], [0, 0, 0])
        if (!interruption?.exitCode) bar.show(ended as number, of as number, requests as number)
      },
      onWaiting: bar.wait,
      onStart: async () => {
        interruption ??= listenForInterruption()
        return AbortSignal.any([interruption.signal, failed.signal])
      },
    })
    return { name, ...performed }
  }
  const asking = shops.map((shop, index) =>
    ask(shop, index).catch((error) => {
      failed.abort()
      throw error
    }),
  )
  const ended = await Promise.allSettled(asking)
  bar.end()
  interruption?.end()
  const performed = ended.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  if (interruption?.exitCode)
    interrupted(
      performed.map(({ accounts, recording }) => ({ accounts, target: recording.meta.target })),
      interruption.exitCode,
    )
  const rejected = ended.find((one) => one.status === 'rejected')
  if (rejected) throw rejected.reason
  return new Map(
    performed.map(({ name, recording, accounts, budget }) => [
      name,
      reportOf(recording, requirements, judge(recording, requirements), { ...selected, accounts, budget }),
    ]),
  )
}
