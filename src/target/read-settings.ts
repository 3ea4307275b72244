import { closest, distance } from 'fastest-levenshtein'
import { readDotenv } from './dotenv.ts'
import { definitions, type SettingName, type Settings } from './settings.ts'

/** The option of the command line that gives a setting, for messages. */
const optionOf: Partial<Record<SettingName, string>> = {
  MAGENTO_BASE_URL: '--url',
  MAGENTO_RELEASE: '--release',
  MAGENTO_PROFILE: '--profile',
  MAGENTO_EXPECTED: '--expected',
}

export interface ReadSettings extends Settings {
  /** The value of any name. */
  readonly find: (name: string) => string | undefined
  readonly isKnown: (name: string) => boolean
  /** The settings that have a value, by the name under which it was given. */
  readonly given: readonly string[]
  /** Whether a setting was given, and without a value. */
  readonly isEmpty: (name: SettingName) => boolean
}

let own: Partial<Record<SettingName, string>> = {}

/** Sets the settings of the user's configuration file, which all other sources override. */
export function setOwnSettings(settings: Partial<Record<SettingName, string>>): void {
  own = settings
}

/**
 * Flag beats environment beats `.env` beats `contract.config`.
 * @param flags values given on the command line, by setting name
 * @param environment of the process, unless told
 * @param file path of the `.env` file
 * @param mustExist whether the user named that file
 * @throws UsageError when the file cannot be read, or a line of it is not a setting
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

/** What is meant by a name: one that begins or goes on alike, else the nearest that is near. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const alike = names.find((known) => known.startsWith(name) || name.startsWith(known))
  if (alike) return alike
  const best = closest(name, names as string[])
  return distance(name, best) <= Math.max(2, (name.length - 'MAGENTO_'.length) / 3) ? best : undefined
}
