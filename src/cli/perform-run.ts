import { join } from 'node:path'
import type { Requirement } from '../judge/requirement.ts'
import { type PerformOptions, perform } from '../perform/perform.ts'
import type { Performed } from '../perform/run.ts'
import { fileLedger, noLedger } from '../target/ledger/ledger.ts'
import { mailSettings } from '../target/mail-settings.ts'
import { openTarget } from '../target/open.ts'
import { numberSetting, profileSetting } from '../target/parse.ts'
import type { SettingName, Settings } from '../target/settings.ts'
import type { Target } from '../target/target.ts'
import { makeFolder } from './folder.ts'
import { writeRecording } from './publish.ts'
import { scenariosOf } from './select.ts'

export interface RunOptions extends Pick<PerformOptions, 'onProgress' | 'onWaiting' | 'onExchange' | 'onMails'> {
  /** Whether the recording is not written: a run's own stays as it is. */
  readonly isReplay?: boolean
  /** Told when the target is ready to be asked. @returns what stops the asking, if anything may */
  readonly onStart?: (target: Target) => Promise<AbortSignal>
}

/** Where a run writes accounts down. @param folder for the reports */
export const ledgerPath = (settings: Settings, folder: string): string =>
  settings.get('MAGENTO_LEDGER') ?? join(folder, 'ledger.jsonl')

/** Points out names that look like settings and are none, and settings that are of no use to the embedded reference. */
export function warnOfUnknown(settings: Settings): void {
  for (const { name, nearest } of settings.unknown)
    console.error(`Unknown setting ${name}.${nearest ? ` Did you mean ${nearest}?` : ''}`)
  const isReference = settings.get('MAGENTO_BASE_URL') === undefined
  const idle = isReference ? ofShops.filter((name) => settings.get(name) !== undefined) : []
  if (idle.length)
    console.error(`The reference that comes with the suite is asked, and does not use ${idle.join(', ')}`)
}

const ofShops: readonly SettingName[] = [
  'MAGENTO_ADMIN_TOKEN',
  'MAGENTO_ADMIN_USERNAME',
  'MAGENTO_INTEGRATION_CONSUMER_KEY',
  'MAGENTO_MAILBOX_URL',
  'MAGENTO_TOKEN_BANK',
  'MAGENTO_STOREFRONT_URL',
  'MAGENTO_CLOCK',
  'MAGENTO_CONFIG_COMMAND',
]

/**
 * Asks the target all that these requirements look at, once, and writes the recording into the folder, unless it was
 * stopped.
 * @throws UsageError, TargetError, LedgerError
 */
export async function performRun(
  settings: Settings,
  requirements: readonly Requirement[],
  folder: string,
  { onStart, isReplay = false, ...told }: RunOptions = {},
): Promise<Performed> {
  warnOfUnknown(settings)
  const mailTimeout = numberSetting(settings, 'MAGENTO_MAIL_TIMEOUT') * 1000
  const { deleteMails } = mailSettings(settings)
  const profile = profileSetting(settings)
  const target = await openTarget(settings)
  try {
    // What cannot be written down in the end is not asked.
    makeFolder(folder)
    const ledger = target.embedded ? noLedger : fileLedger(ledgerPath(settings, folder), target.baseUrl)
    const stop = await onStart?.(target)
    const options = { ledger, profile, mailTimeout, deleteMails, ...told, ...(stop ? { stop } : {}) }
    const performed = await perform(target, scenariosOf(requirements, profile), options).finally(ledger.close)
    if (!stop?.aborted && !isReplay) writeRecording(folder, performed.recording)
    return performed
  } catch (error) {
    throw target.redactor.applyToError(error)
  } finally {
    await target.close()
  }
}
