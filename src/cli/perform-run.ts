import { join } from 'node:path'
import type { Requirement } from '../judge/requirement.ts'
import { fileLedger, noLedger } from '../ledger/ledger.ts'
import { type Performed, type PerformOptions, perform } from '../perform/perform.ts'
import { mailSettings } from '../target/mail-settings.ts'
import { openTarget } from '../target/open.ts'
import { numberSetting } from '../target/parse.ts'
import type { Settings } from '../target/settings.ts'
import { writeRecording } from './publish.ts'
import { scenariosOf } from './select.ts'

/**
 * Asks the target all that these requirements look at, once, and writes the recording into the folder.
 * @throws UsageError, TargetError
 */
export async function performRun(
  settings: Settings,
  requirements: readonly Requirement[],
  folder: string,
  onProgress?: PerformOptions['onProgress'],
): Promise<Performed> {
  for (const { name, nearest } of settings.unknown)
    console.error(`${name} means nothing to this suite${nearest ? `: is ${nearest} meant?` : ''}`)
  const mailTimeout = numberSetting(settings, 'MAGENTO_MAIL_TIMEOUT', 30) * 1000
  const { deleteMails } = mailSettings(settings)
  const target = await openTarget(settings)
  try {
    const ledger = target.embedded ? noLedger : fileLedger(join(folder, 'ledger.jsonl'))
    const options = { ledger, mailTimeout, deleteMails, ...(onProgress ? { onProgress } : {}) }
    const performed = await perform(target, scenariosOf(requirements), options)
    writeRecording(folder, performed.recording)
    return performed
  } finally {
    await target.close()
  }
}
