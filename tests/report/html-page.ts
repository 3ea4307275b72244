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

/** Writes the page to a file, as in a folder of reports. */
export function written(report: Report): string {
  const path = join(newFolder(), 'report.html')
  writeFileSync(path, [...htmlReport(report)].join(''))
  return pathToFileURL(path).href
}

/** A part of a report with every verdict; axe needs half a minute for a whole one. */
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

/** Returns serious and critical findings of axe, with the elements. */
export async function seriousOf(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<axe.AxeResults>("axe.run({ resultTypes: ['violations'] })")
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)
}
