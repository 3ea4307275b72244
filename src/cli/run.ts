import { judge } from '../judge/judge.ts'
import { reportOf } from '../report/report.ts'
import { readSettings } from '../target/settings.ts'
import type { Flags } from './options.ts'
import { performRun } from './perform-run.ts'
import { progress } from './progress.ts'
import { publish } from './publish.ts'
import { selectRequirements } from './select.ts'

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
  const bar = progress()
  const { recording, left } = await performRun(settings, requirements, folder, bar).finally(bar.end)
  const results = judge(recording, requirements)
  return publish(folder, reportOf(recording, requirements, results, { left }))
}
