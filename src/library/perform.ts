import { performRun } from '../cli/perform-run.ts'
import { selectRequirements } from '../cli/select.ts'
import type { Recording } from '../recording/recording.ts'
import { profileSetting } from '../target/parse.ts'
import { readSettings } from '../target/read-settings.ts'
import type { SettingName } from '../target/settings.ts'

export interface PerformOptions {
  /** URL of the shop; default MAGENTO_BASE_URL, else the embedded reference. */
  readonly url?: string
  /** The shop's release. */
  readonly release?: string
  /** Prefixes of ids; only scenarios of these requirements are performed. */
  readonly only?: readonly string[]
  /** Other settings, by name. They take precedence over the environment, and that over `.env`. */
  readonly settings?: Readonly<Partial<Record<SettingName, string>>>
  /** Folder for the recording and the ledger of created accounts; default `reports`. */
  readonly folder?: string
}

/**
 * Tests a shop, records all exchanges, and removes the accounts it created if it can.
 * @throws UsageError for invalid settings, TargetError if the shop cannot be tested
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
