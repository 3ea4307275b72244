import { join } from 'node:path'
import { judge } from '../judge/judge.ts'
import { fileLedger, noLedger } from '../ledger/ledger.ts'
import { perform } from '../perform/perform.ts'
import { reportOf } from '../report/report.ts'
import { openTarget } from '../target/open.ts'
import { numberSetting } from '../target/parse.ts'
import { readSettings } from '../target/settings.ts'
import type { Flags } from './options.ts'
import { progress } from './progress.ts'
import { publish, writeRecording } from './publish.ts'
import { scenariosOf, selectRequirements } from './select.ts'

/** Performs, records, judges and reports. @returns the exit code */
export async function runCommand(flags: Flags): Promise<number> {
  const folder = flags.out ?? 'reports'
  const requirements = selectRequirements(flags.only)
  const settings = readSettings(
    {
      ...(flags.url ? { MAGENTO_BASE_URL: flags.url } : {}),
      ...(flags.release ? { MAGENTO_RELEASE: flags.release } : {}),
    },
    process.env,
  )
  for (const { name, nearest } of settings.unknown)
    console.error(`${name} means nothing to this suite${nearest ? `: is ${nearest} meant?` : ''}`)
  const mailTimeout = numberSetting(settings, 'MAGENTO_MAIL_TIMEOUT', 30) * 1000
  const target = await openTarget(settings)
  try {
    const ledger = target.embedded ? noLedger : fileLedger(join(folder, 'ledger.jsonl'))
    const bar = progress()
    const { recording, left } = await perform(target, scenariosOf(requirements), {
      ledger,
      mailTimeout,
      onProgress: bar.show,
    })
    bar.end()
    writeRecording(folder, recording)
    const results = judge(recording, requirements)
    return publish(folder, reportOf(recording, requirements, results, { left }))
  } finally {
    await target.close()
  }
}
