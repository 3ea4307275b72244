import { newestRecorded } from '../../release/index.ts'
import type { Report } from '../../src/report/report.ts'
import { type Profile, profiles } from '../../src/shared/profile.ts'
import { openTarget } from '../../src/target/open.ts'
import { readSettings } from '../../src/target/read-settings.ts'
import { reportAs } from '../profiles/shape-run.ts'
import { type Mock, mocks, startMock } from './programs.ts'

/** The results of a mock, for each profile separately. */
export interface Judged {
  readonly name: string
  readonly serves: string
  readonly reports: Readonly<Record<Profile, Report>>
}

/** Starts every mock and tests it with each profile, one after the other; the embedded reference is last. */
export async function judgeAll(): Promise<Judged[]> {
  const judged: Judged[] = []
  for (const mock of mocks) judged.push(await judgeOne(mock))
  const reference = { name: 'The reference', serves: 'itself, with all access' }
  return [...judged, { ...reference, reports: await reportsOf({ MAGENTO_RELEASE: newestRecorded }, tries) }]
}

async function judgeOne(mock: Mock): Promise<Judged> {
  const { url, stop } = await startMock(mock)
  try {
    const reports = await reportsOf({ MAGENTO_BASE_URL: url, MAGENTO_RELEASE: newestRecorded })
    return { name: mock.name, serves: mock.serves, reports }
  } finally {
    await stop()
  }
}

/** A busy machine may miss the second in which a token expires; then the reference is tested again. */
const tries = 5

/** @param most the maximum number of runs while a requirement is untestable */
async function reportsOf(settings: Record<string, string>, most = 1): Promise<Record<Profile, Report>> {
  const reports: [Profile, Report][] = []
  for (const profile of profiles) reports.push([profile, await reportOf(profile, settings, most)])
  return Object.fromEntries(reports) as Record<Profile, Report>
}

async function reportOf(profile: Profile, settings: Record<string, string>, most: number): Promise<Report> {
  const target = await openTarget(readSettings(settings, {}, '/nonexistent'), () => {})
  const report = await reportAs(profile, target).finally(() => target.close())
  return report.counts.untestable > 0 && most > 1 ? reportOf(profile, settings, most - 1) : report
}
