import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { allFaults } from '../../faults/index.ts'
import { startReference } from '../../reference/index.ts'
import { advancingClock } from '../../src/clock/advance.ts'
import { judge } from '../../src/judge/judge.ts'
import { requirements } from '../../src/judge/requirement.ts'
import { outboxMailbox } from '../../src/mailbox/outbox.ts'
import { htmlReport } from '../../src/report/html/report-page.ts'
import { type Report, reportOf } from '../../src/report/report.ts'
import { openTarget } from '../../src/target/open.ts'
import { readSettings } from '../../src/target/read-settings.ts'
import { openBrowser } from '../support/browser.ts'
import { newFolder } from '../support/command.ts'
import { programPath } from '../support/needs.ts'
import { record } from '../support/run.ts'

/** Three things that went wrong in real shops, so that the picture shows what a failure looks like. */
const shownFaults = ['confirmation-key-leaks', 'foreign-address-moves', 'no-login-through-all']
const shownRequirement = 'CREATE-28'

const picture = fileURLToPath(new URL('../../docs/report.png', import.meta.url))

/** A run with every power against a shop that has these faults. */
async function faultyRun(): Promise<Report> {
  const changes = allFaults.filter(({ id }) => shownFaults.includes(id)).map(({ change }) => change)
  const shop = await startReference({ release: '2.4.7-p6', port: 8080, changes })
  const settings = {
    MAGENTO_BASE_URL: shop.url,
    MAGENTO_RELEASE: shop.release,
    MAGENTO_ADMIN_TOKEN: shop.admin.token,
    MAGENTO_LOCKOUT: 'on',
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

/** `npm run screenshots`: what the README shows of a report. */
if (!programPath('chromium')) throw new Error('a picture of the report needs a browser: apt-get install chromium')
const page = join(newFolder(), 'report.html')
writeFileSync(page, [...htmlReport(await faultyRun())].join(''))
const browser = await openBrowser()
try {
  const tab = await browser.newPage({ viewport: { width: 1100, height: 1400 }, colorScheme: 'light' })
  await tab.goto(`${pathToFileURL(page)}?verdict=fail#${shownRequirement}`)
  await tab.evaluate('document.activeElement.blur(), scrollTo(0, 0)')
  await tab.screenshot({ path: picture })
} finally {
  await browser.close()
}
console.log(picture)
