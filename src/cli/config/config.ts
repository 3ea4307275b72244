import type { Excluded, Relevelled } from '../../judge/adjustments.ts'
import type { SettingName } from '../../target/settings.ts'

/** The contents of `contract.config`. */
export interface Config {
  /** Files with the user's scenarios and requirements, relative to this file. */
  readonly specs?: readonly string[]
  /** The file of expected failures, relative to this file. */
  readonly expected?: string
  /** Settings that are no secrets, by name. Options, the environment and `.env` take precedence. */
  readonly settings?: Readonly<Partial<Record<SettingName, string>>>
  /** Magento's requirements to exclude, with reasons. */
  readonly exclude?: readonly Excluded[]
  /** Magento's requirements to set to another level, with reasons. */
  readonly levels?: readonly Relevelled[]
}

/** Returns the configuration unchanged, for type checking. */
export const defineConfig = (config: Config): Config => config
