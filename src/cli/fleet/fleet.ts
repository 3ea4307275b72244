import type { SettingName } from '../../target/settings.ts'

/** What `shops.jsonc` says; its form is schemas/fleet.schema.json. */
export interface Fleet {
  readonly file: string
  readonly shops: readonly Shop[]
}

/** One shop, with what all shops of the file have in common. */
export interface Shop {
  readonly name: string
  readonly settings: Readonly<Partial<Record<SettingName, string>>>
  /** By setting, the name of the CI variable that holds it. */
  readonly secrets: Readonly<Partial<Record<SettingName, string>>>
  /** More options of a run, such as `--only` and `TOKEN`. */
  readonly arguments: readonly string[]
}
