import { closest } from 'fastest-levenshtein'
import { definitions, type SettingName } from '../../target/settings.ts'

/**
 * Returns why a setting must not be in a committed file, without quoting its value, which may be secret.
 * @returns undefined if it may
 */
export function settingProblem(name: string, value: unknown): { says: string; isSecret: boolean } | undefined {
  const known = Object.keys(definitions)
  if (!known.includes(name))
    return { says: `unknown setting ${name}. Did you mean ${closest(name, known)}?`, isSecret: false }
  if (typeof value !== 'string') return { says: `${name} must be a text`, isSecret: false }
  if (isSecret(name as SettingName) || /\/\/[^/@\s]+:[^/@\s]+@/.test(value))
    return { says: `${name} is a secret`, isSecret: true }
  return undefined
}

/** True if a setting's value must never be shown. */
export const isSecret = (name: SettingName): boolean => 'secret' in definitions[name]
