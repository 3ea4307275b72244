import { checkSettings } from './check-settings.ts'
import { surroundingCi } from './ci.ts'
import type { ReadSettings } from './read-settings.ts'
import { type Settings, UsageError } from './settings.ts'

const whatToDo =
  'set MAGENTO_BASE_URL or --url to the shop, or use --reference to ask the reference that comes with the suite'

/**
 * Decides whether a shop or the embedded reference is asked, so that a forgotten URL never looks like a conforming shop:
 * the reference is asked when the user says so, or when nothing at all is set and no CI is around.
 * @param reference whether --reference is given
 * @param inCi whether this is a CI's machine; by the environment unless told
 * @returns the settings to go by: of the reference they name no target
 * @throws UsageError when settings are made for a shop and none is named
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
  // A value that makes no sense is the first thing to mend, whatever else is missing.
  checkSettings(settings)
  const [first, ...more] = settings.given
  if (first !== undefined)
    throw new UsageError(`${[first, ...more].join(', ')} ${more.length ? 'are' : 'is'} set, but no target: ${whatToDo}`)
  if (inCi) throw new UsageError(`no target is set, and this is a CI (CI=true): ${whatToDo}`)
  return settings
}
