import { checkSettings } from './check-settings.ts'
import { surroundingCi } from './ci.ts'
import type { ReadSettings } from './read-settings.ts'
import { type Settings, UsageError } from './settings.ts'

const whatToDo =
  'set MAGENTO_BASE_URL or --url to the shop, or use --reference to ask the reference that comes with the suite'

/**
 * Chooses between a shop and the embedded reference. The reference is used only if the user asks for it, or if nothing
 * is set and this is no CI machine, so that a missing URL never looks like a conforming shop.
 * @param reference true if --reference is given
 * @param inCi true on a CI machine; by default from the environment
 * @returns the settings to use; for the reference, without a base URL
 * @throws UsageError if settings for a shop are given but no base URL
 */
export function chooseTarget(settings: ReadSettings, reference: boolean, inCi = surroundingCi().isCi): Settings {
  const named = settings.get('MAGENTO_BASE_URL') !== undefined
  if (reference) {
    if (named && settings.nameOf('MAGENTO_BASE_URL') === '--url')
      throw new UsageError('--url and --reference name two targets: use one of them')
    return { ...settings, get: (name) => (name === 'MAGENTO_BASE_URL' ? undefined : settings.get(name)) }
  }
  if (named) return settings
  if (settings.isEmpty('MAGENTO_BASE_URL'))
    throw new UsageError(`${settings.nameOf('MAGENTO_BASE_URL')} is set but empty: ${whatToDo}`)
  const misspelt = settings.unknown.find(({ nearest }) => nearest === 'MAGENTO_BASE_URL')
  if (misspelt)
    throw new UsageError(`Unknown setting ${misspelt.name}, and no target is set. Did you mean MAGENTO_BASE_URL?`)
  // Report an invalid value first.
  checkSettings(settings)
  const [first, ...more] = settings.given
  if (first !== undefined)
    throw new UsageError(`${[first, ...more].join(', ')} ${more.length ? 'are' : 'is'} set, but no target: ${whatToDo}`)
  if (inCi) throw new UsageError(`no target is set, and this is a CI (CI=true): ${whatToDo}`)
  return settings
}
