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
  /** True if the recording is not written, so that a replay does not replace a run's. */
  readonly isReplay?: boolean
  /** Called when the target is ready. @returns the signal that stops the run, if there is one */
  readonly onStart?: (target: Target) => Promise<AbortSignal>
}

/** Returns the path of the ledger. @param folder for reports */
export const ledgerPath = (settings: Settings, folder: string): string =>
  settings.get('MAGENTO_LEDGER') ?? join(folder, 'ledger.jsonl')

/** Warns of unknown settings, and of settings that have no effect on the embedded reference. */
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
 * Performs the scenarios of these requirements once, and writes the recording to the folder, unless the run was
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
    // Nothing is requested if the result could not be written.
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
