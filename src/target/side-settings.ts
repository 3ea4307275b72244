import { readSettings } from './read-settings.ts'
import type { SettingName, Settings } from './settings.ts'

/** The two sides of a comparison. */
export type SideName = 'before' | 'after'

/** Settings that never apply to both shops. */
const neverShared: readonly SettingName[] = ['MAGENTO_BASE_URL', 'MAGENTO_RELEASE']

/** Settings of one shop. The other shop would refuse them, or they would change the wrong shop. */
const ofOneShop: readonly SettingName[] = [
  ...neverShared,
  'MAGENTO_ADMIN_TOKEN',
  'MAGENTO_INTEGRATION_CONSUMER_KEY',
  'MAGENTO_INTEGRATION_CONSUMER_SECRET',
  'MAGENTO_INTEGRATION_ACCESS_TOKEN',
  'MAGENTO_INTEGRATION_ACCESS_TOKEN_SECRET',
  'MAGENTO_TOKEN_BANK',
  'MAGENTO_CLOCK',
  'MAGENTO_CONFIG_COMMAND',
]

export interface SideSettings {
  readonly settings: Settings
  /** Settings that were given but are ignored, because it is unknown to which shop they belong. */
  readonly undecided: readonly SettingName[]
}

/**
 * Returns the settings for one of two shops: `MAGENTO_…_BEFORE` or `_AFTER` takes precedence over the name without
 * suffix, which applies to both.
 * @param flags command-line options for this shop
 * @param isAlone true if the other side is a file, so that settings of one shop apply to this one
 * @throws UsageError if the `.env` file cannot be read
 */
export function readSideSettings(
  side: SideName,
  flags: Partial<Record<SettingName, string>>,
  isAlone: boolean,
  ...from: [environment?: Readonly<Record<string, string | undefined>>, file?: string, mustExist?: boolean]
): SideSettings {
  const all = readSettings({}, ...from)
  const suffix = `_${side.toUpperCase()}`
  const own = (name: SettingName) => flags[name] ?? all.find(`${name}${suffix}`)
  const unshared = isAlone ? neverShared : ofOneShop
  return {
    settings: {
      get: (name) => own(name) ?? (unshared.includes(name) ? undefined : all.get(name)),
      nameOf: (name) => {
        if (flags[name] !== undefined) return name === 'MAGENTO_BASE_URL' ? side.toUpperCase() : `--release-${side}`
        return all.find(`${name}${suffix}`) === undefined ? name : `${name}${suffix}`
      },
      unknown: all.unknown.filter(({ name }) => !isOfASide(name, all)),
    },
    undecided: unshared.filter((name) => name !== 'MAGENTO_BASE_URL' && all.get(name) && !own(name)),
  }
}

const isOfASide = (name: string, { isKnown }: ReturnType<typeof readSettings>) =>
  /_(BEFORE|AFTER)$/.test(name) && isKnown(name.replace(/_(BEFORE|AFTER)$/, ''))
