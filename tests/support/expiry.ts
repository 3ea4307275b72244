import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performRun } from '../../src/cli/perform-run.ts'
import { selectRequirements } from '../../src/cli/select.ts'
import { judge } from '../../src/judge/judge.ts'
import type { Report, ReportedRequirement } from '../../src/report/report.ts'
import { reportOf } from '../../src/report/report-of.ts'
import { readSettings } from '../../src/target/read-settings.ts'
import { contract, type Ended, newFolder } from './command.ts'

export interface Verdicts {
  readonly report: Report
  /** By id. */
  readonly requirement: (id: string) => ReportedRequirement
  /** Ids of a verdict, in order. */
  readonly ids: (verdict: ReportedRequirement['verdict']) => string[]
}

export interface ExpiryRun extends Verdicts {
  readonly ended: Ended
  readonly folder: string
}

/** Runs `npm run contract -- --only EXPIRY` against a running target. */
export async function runExpiry(url: string, release: string, environment: Record<string, string>): Promise<ExpiryRun> {
  const folder = newFolder()
  const args = ['--url', url, '--release', release, '--only', 'EXPIRY', '--verbose', '--out', folder]
  const ended = await contract(args, environment)
  const report = reportIn(folder, ended)
  return { ended, folder, ...verdictsOf(report) }
}

/** The same in this process, for tests with many runs. */
export async function judgeExpiry(url: string, release: string, flags: Record<string, string>): Promise<Verdicts> {
  const requirements = selectRequirements(['EXPIRY'])
  const settings = readSettings({ ...flags, MAGENTO_BASE_URL: url, MAGENTO_RELEASE: release }, {}, '/nonexistent')
  const { recording, accounts } = await performRun(settings, requirements, newFolder())
  return verdictsOf(reportOf(recording, requirements, judge(recording, requirements), { accounts }))
}

function verdictsOf(report: Report): Verdicts {
  return {
    report,
    requirement: (id) => report.requirements.find((one) => one.id === id) as ReportedRequirement,
    ids: (verdict) =>
      report.requirements
        .filter((one) => one.verdict === verdict)
        .map(({ id }) => id)
        .sort(),
  }
}

function reportIn(folder: string, { stderr, stdout }: Ended): Report {
  try {
    return JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report
  } catch (error) {
    throw new Error(`there is no report: ${(error as Error).message}\n${stdout}\n${stderr}`)
  }
}
