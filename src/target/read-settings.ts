import { readFileSync } from 'node:fs'
import dotenv from 'dotenv'
import { closest, distance } from 'fastest-levenshtein'
import { definitions, type SettingName, type Settings, UsageError } from './settings.ts'

let own: Partial<Record<SettingName, string>> = {}

/** Settings of the user's configuration file, which all others beat. */
export function setOwnSettings(settings: Partial<Record<SettingName, string>>): void {
  own = settings
}

/**
 * Flag beats environment beats `.env` beats `contract.config`.
 * @param flags values given on the command line, by setting name
 * @param environment of the process, unless told
 * @param file path of the `.env` file; a missing one is no error
 * @throws UsageError when the file is there and cannot be read
 */
export function readSettings(
  flags: Partial<Record<SettingName, string>>,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  file = '.env',
): Settings & {
  /** The value of any name. */
  readonly find: (name: string) => string | undefined
  readonly isKnown: (name: string) => boolean
} {
  const layers: Readonly<Record<string, string | undefined>>[] = [flags, environment, readDotenv(file), own]
  const find = (name: string) => {
    for (const values of layers) {
      const value = values[name]?.trim()
      if (value) return value
    }
    return undefined
  }
  const names = Object.keys(definitions) as SettingName[]
  const given = new Set(layers.flatMap((values) => Object.keys(values)).filter((name) => name.startsWith('MAGENTO_')))
  const isKnown = (name: string) => Object.hasOwn(definitions, name)
  return {
    find,
    isKnown,
    get: (name) => find(name),
    unknown: [...given].filter((name) => !isKnown(name)).map((name) => ({ name, nearest: nearest(name, names) })),
  }
}

function readDotenv(file: string): Record<string, string> {
  try {
    return dotenv.parse(readFileSync(file))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`)
  }
}

/** What is meant by a name: one that begins or goes on alike, else the nearest that is near. */
function nearest(name: string, names: readonly string[]): string | undefined {
  const alike = names.find((known) => known.startsWith(name) || name.startsWith(known))
  if (alike) return alike
  const best = closest(name, names as string[])
  return distance(name, best) <= Math.max(2, (name.length - 'MAGENTO_'.length) / 3) ? best : undefined
}
