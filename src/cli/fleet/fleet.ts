import type { SettingName } from '../../target/settings.ts'

/** The contents of `shops.jsonc`; see schemas/fleet.schema.json. */
export interface Fleet {
  readonly file: string
  readonly shops: readonly Shop[]
}

/** One shop, including the common settings of the file. */
export interface Shop {
  readonly name: string
  readonly settings: Readonly<Partial<Record<SettingName, string>>>
  /** By setting, the name of the CI variable that contains it. */
  readonly secrets: Readonly<Partial<Record<SettingName, string>>>
  /** Further options of a run, such as `--only` and `TOKEN`. */
  readonly arguments: readonly string[]
}
