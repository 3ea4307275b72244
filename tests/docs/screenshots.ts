import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { startReference } from '../../reference/index.ts'
import { allFaults } from '../../specs/faults.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import type { Diff } from '../../src/report/diff/diff.ts'
import { diffPage } from '../../src/report/diff/html/diff-page.ts'
import { htmlReport } from '../../src/report/html/report-page.ts'
import type { Report } from '../../src/report/report.ts'
import { reportOf } from '../../src/report/report-of.ts'
import { advancingClock } from '../../src/target/clock/advance.ts'
import { outboxMailbox } from '../../src/target/mailbox/outbox.ts'
import { openTarget } from '../../src/target/open.ts'
import { readSettings } from '../../src/target/read-settings.ts'
import { openBrowser } from '../support/browser.ts'
import { newFolder } from '../support/command.ts'
import { programPath } from '../support/needs.ts'
import { diffBetween } from '../support/reports.ts'
import { record } from '../support/run.ts'

/** The defect of a running Magento 2.4.1 that the README describes. */
const shownFaults = ['foreign-address-moves']
const shownRequirement = 'PROFILE-19'

/** A run with all access against a shop that has these faults. */
async function faultyRun(): Promise<Report> {
  const changes = allFaults.filter(({ id }) => shownFaults.includes(id)).map(({ change }) => change)
  const shop = await startReference({ release: '2.4.7-p6', port: 8080, changes })
  const settings = {
    MAGENTO_BASE_URL: shop.url,
    MAGENTO_RELEASE: shop.release,
    MAGENTO_ADMIN_TOKEN: shop.admin.token,
    MAGENTO_LOCKOUT: 'on',
    MAGENTO_STOREFRONT: 'on',
  }
  const target = await openTarget(readSettings(settings, {}, '/nonexistent'))
  try {
    const recording = await record({
      ...target,
      clock: advancingClock(shop.clock),
      mailbox: outboxMailbox(shop.outbox),
      configure: async (path, value) => shop.shop.settings.set(path, value),
    })
    return reportOf(recording, requirements, judge(recording, requirements))
  } finally {
    await target.close()
    await shop.close()
  }
}

/** An upgrade with three unannounced defects. */
async function upgrade(): Promise<Diff> {
  const shown = ['numbers-of-names-kept', 'no-longest-password', 'country-refusal-without-message']
  const changes = allFaults.filter(({ id }) => shown.includes(id)).map(({ change }) => change)
  return diffBetween(await record({ release: '2.4.7-p6' }), await record({ release: '2.4.8-p1', changes }))
}

/** Takes a screenshot of a page as it opens. */
async function take(html: Iterable<string>, name: string, search = '', height = 1400): Promise<void> {
  const page = join(newFolder(), 'page.html')
  writeFileSync(page, [...html].join(''))
  const path = fileURLToPath(new URL(`../../docs/${name}`, import.meta.url))
  const tab = await browser.newPage({ viewport: { width: 1100, height }, colorScheme: 'light' })
  await tab.goto(`${pathToFileURL(page)}${search}`)
  await tab.evaluate('document.activeElement.blur(), scrollTo(0, 0)')
  await tab.screenshot({ path })
  console.log(path)
}

/** `npm run screenshots`: docs/report.png, which README.md shows, and docs/diff.png; `-- report` or `-- diff` takes one. */
if (!programPath('chromium')) throw new Error('a picture of a page needs a browser: apt-get install chromium')
const browser = await openBrowser()
try {
  if (process.argv[2] !== 'diff')
    await take(htmlReport(await faultyRun()), 'report.png', `?verdict=fail#${shownRequirement}`, 950)
  if (process.argv[2] !== 'report') await take(diffPage(await upgrade()), 'diff.png')
} finally {
  await browser.close()
}
