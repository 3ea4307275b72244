import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Report, ReportedRequirement } from '../../src/report/report.ts'
import { contract, type Ended, newFolder } from './command.ts'

export interface ExpiryRun {
  readonly ended: Ended
  readonly folder: string
  readonly report: Report
  /** By id. */
  readonly requirement: (id: string) => ReportedRequirement
  /** Ids of a verdict, in order. */
  readonly ids: (verdict: ReportedRequirement['verdict']) => string[]
}

/** `npm run contract -- --only EXPIRY` against a running target. */
export async function runExpiry(url: string, release: string, environment: Record<string, string>): Promise<ExpiryRun> {
  const folder = newFolder()
  const args = ['--url', url, '--release', release, '--only', 'EXPIRY', '--out', folder]
  const ended = await contract(args, environment)
  const report = reportIn(folder, ended)
  return {
    ended,
    folder,
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
