import { performRun } from '../cli/perform-run.ts'
import { selectRequirements } from '../cli/select.ts'
import type { Recording } from '../recording/recording.ts'
import { profileSetting } from '../target/parse.ts'
import { readSettings } from '../target/read-settings.ts'
import type { SettingName } from '../target/settings.ts'

export interface PerformOptions {
  /** The shop; the reference that comes with the package when neither this nor MAGENTO_BASE_URL is given. */
  readonly url?: string
  /** The release that it claims to be. */
  readonly release?: string
  /** What ids begin with: only what these requirements look at is asked. */
  readonly only?: readonly string[]
  /** Any other settings of the command line, by name. They beat the environment, which beats `.env`. */
  readonly settings?: Readonly<Partial<Record<SettingName, string>>>
  /** Where the recording, and the ledger of created accounts, are written: `reports` unless told. */
  readonly folder?: string
}

/**
 * Asks a shop, writes down every answer, and removes the accounts it made where it may.
 * @throws UsageError for settings that cannot be used, TargetError when the shop cannot be asked
 */
export async function perform(options: PerformOptions = {}): Promise<Recording> {
  const { url, release, only, folder = 'reports' } = options
  const settings = readSettings({
    ...options.settings,
    ...(url ? { MAGENTO_BASE_URL: url } : {}),
    ...(release ? { MAGENTO_RELEASE: release } : {}),
  })
  const requirements = selectRequirements(only, profileSetting(settings))
  return (await performRun(settings, requirements, folder)).recording
}
