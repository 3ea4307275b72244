import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { verdicts } from '../../src/judge/verdict.ts'
import type { Recording } from '../../src/recording/recording.ts'
import { htmlReport } from '../../src/report/html/report-page.ts'
import type { Report } from '../../src/report/report.ts'
import { newFolder } from '../support/command.ts'

/** The page as a file, as it is opened from a folder of reports. */
export function written(report: Report): string {
  const path = join(newFolder(), 'report.html')
  writeFileSync(path, [...htmlReport(report)].join(''))
  return pathToFileURL(path).href
}

/** A part of a report with every verdict in it, as to look at all of one takes axe half a minute. */
export function partOf(report: Report): Report {
  const recording = report.recording as Recording
  const expiring = report.requirements.filter(({ scenario }) => scenario === 'token-expiry')
  return {
    ...report,
    counts: { ...report.counts, blocked: 1, untestable: 1, error: 1 },
    requirements: expiring.map((one, index) => ({
      ...one,
      ...(verdicts[index] ? { verdict: verdicts[index], why: 'a reason' } : {}),
    })),
    recording: {
      ...recording,
      exchanges: recording.exchanges.filter(({ data }) => data.scenario === 'token-expiry'),
    },
  }
}

/** What axe finds serious or critical on a page, with the elements. */
export async function seriousOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>("axe.run({ resultTypes: ['violations'] })")
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)
}
