import type { Excluded, Relevelled } from '../../judge/adjustments.ts'
import type { SettingName } from '../../target/settings.ts'

/** What `contract.config` may say. */
export interface Config {
  /** Files with scenarios and requirements of one's own, from the folder of this file. */
  readonly specs?: readonly string[]
  /** The file of expected failures, from the folder of this file. */
  readonly expected?: string
  /** Settings that are no secrets, by name. Options, the environment and `.env` beat them. */
  readonly settings?: Readonly<Partial<Record<SettingName, string>>>
  /** Requirements of Magento's to leave out, each with a reason. */
  readonly exclude?: readonly Excluded[]
  /** Requirements of Magento's to set to another level, each with a reason. */
  readonly levels?: readonly Relevelled[]
}

/** Gives a configuration back: it is there for its type. */
export const defineConfig = (config: Config): Config => config
