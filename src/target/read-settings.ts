import { closest, distance } from 'fastest-levenshtein'
import { readDotenv } from './dotenv.ts'
import { definitions, type SettingName, type Settings } from './settings.ts'

/** The command-line option of a setting, for messages. */
const optionOf: Partial<Record<SettingName, string>> = {
  MAGENTO_BASE_URL: '--url',
  MAGENTO_RELEASE: '--release',
  MAGENTO_PROFILE: '--profile',
  MAGENTO_EXPECTED: '--expected',
}

export interface ReadSettings extends Settings {
  /** Returns the value of any name. */
  readonly find: (name: string) => string | undefined
  readonly isKnown: (name: string) => boolean
  /** The settings that have a value, by the name under which they were given. */
  readonly given: readonly string[]
  /** True if a setting was given with an empty value. */
  readonly isEmpty: (name: SettingName) => boolean
}

let own: Partial<Record<SettingName, string>> = {}

/** Sets the values of the user's configuration file; all other sources take precedence. */
export function setOwnSettings(settings: Partial<Record<SettingName, string>>): void {
  own = settings
}

/**
 * Reads the settings. Options take precedence over the environment, then `.env`, then `contract.config`.
 * @param flags values given on the command line, by setting name
 * @param environment default: that of the process
 * @param file path of the `.env` file
 * @param mustExist true if the user named that file
 * @throws UsageError if the file cannot be read, or a line of it is not a setting
 */
export function readSettings(
  flags: Partial<Record<SettingName, string>>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  file = '.env',
  mustExist = false,
): ReadSettings {
  const layers: Readonly<Record<string, string | undefined>>[] = [flags, environment, readDotenv(file, mustExist), own]
  const find = (name: string) => {
    for (const values of layers) {
      const value = values[name]?.trim()
      if (value) return value
    }
    return undefined
  }
  const names = Object.keys(definitions) as SettingName[]
  const mentioned = new Set(layers.flatMap((values) => Object.keys(values)).filter((name) => /^MAGENTO_/.test(name)))
  const isKnown = (name: string) => Object.hasOwn(definitions, name)
  const nameOf = (name: SettingName) => (flags[name] !== undefined && optionOf[name]) || name
  return {
    find,
    isKnown,
    get: (name) => find(name),
    nameOf,
    given: names.filter((name) => find(name) !== undefined).map(nameOf),
    isEmpty: (name) => find(name) === undefined && layers.some((values) => values[name] !== undefined),
    unknown: [...mentioned].filter((name) => !isKnown(name)).map((name) => ({ name, nearest: nearest(name, names) })),
  }
}

/**
 * Returns the most similar name: one that is a prefix or extension, else the nearest by edit distance if it is near.
 */
function nearest(name: string, names: readonly string[]): string | undefined {
  const alike = names.find((known) => known.startsWith(name) || name.startsWith(known))
  if (alike) return alike
  const best = closest(name, names as string[])
  return distance(name, best) <= Math.max(2, (name.length - 'MAGENTO_'.length) / 3) ? best : undefined
}
