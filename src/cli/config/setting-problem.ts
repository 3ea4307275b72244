import { closest } from 'fastest-levenshtein'
import { definitions, type SettingName } from '../../target/settings.ts'

/**
 * What is wrong with a setting in a file that is committed; nothing of it is quoted, as it may be a secret.
 * @returns undefined when it may stand there
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

/** Whether a setting's value is shown nowhere. */
export const isSecret = (name: SettingName): boolean => 'secret' in definitions[name]
