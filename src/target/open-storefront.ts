import type { Redactor } from '../recording/redact.ts'
import { type Access, learnCredentials, userOf } from './access-settings.ts'
import type { Guard } from './guard/guard.ts'
import { shopUrl, storefrontSetting, wrong } from './parse.ts'
import type { Way } from './reach.ts'
import { type Settings, UsageError } from './settings.ts'
import { type Selectors, selectorsFrom } from './storefront/selectors.ts'
import { type Storefront, TargetError } from './target.ts'

export interface StorefrontSettings {
  readonly selectors: Selectors
  /** Set if it is not the base URL. */
  readonly url: string | undefined
  /** `user:password` in that URL. */
  readonly credentials: string | undefined
}

/** Reads the settings about the storefront; undefined if it is off. @throws UsageError */
export function storefrontSettings(settings: Settings): StorefrontSettings | undefined {
  const text = settings.get('MAGENTO_STOREFRONT_URL')
  const url = text === undefined ? undefined : shopUrl('MAGENTO_STOREFRONT_URL', text)
  const selectors = selectorsSetting(settings)
  if (storefrontSetting(settings)) return { selectors, url, credentials: text && userOf(new URL(text)) }
  if (url) throw new UsageError('MAGENTO_STOREFRONT_URL is set without MAGENTO_STOREFRONT=on')
  return undefined
}

function selectorsSetting(settings: Settings): Selectors {
  const text = settings.get('MAGENTO_STOREFRONT_SELECTORS') ?? '{}'
  try {
    return selectorsFrom(text)
  } catch (error) {
    const allowed = `a JSON object of CSS selectors, such as {"billing": ".my-billing address"} (${(error as Error).message})`
    throw wrong('MAGENTO_STOREFRONT_SELECTORS', text, allowed)
  }
}

/**
 * Returns the access data for the storefront. On a host other than the API's, headers, client certificate and reCAPTCHA
 * value for the API's host are left out.
 * @param baseUrl of the API
 */
function accessTo(url: string, baseUrl: string, credentials: string | undefined, access: Access): Access {
  if (new URL(url).hostname === new URL(baseUrl).hostname)
    return { ...access, credentials: credentials ?? access.credentials }
  const { ca } = access.tls ?? {}
  return { ...access, headers: {}, credentials, recaptcha: undefined, tls: ca ? { ca } : undefined }
}

/**
 * Opens access to the storefront.
 * @param found access to the API
 * @param guard the run's guard, which also limits page requests
 * @param reach opens access to another address
 * @throws UsageError for a host that may be a live shop, TargetError if it gives no answer
 */
export async function openStorefront(
  { url, selectors, credentials }: StorefrontSettings,
  found: Pick<Way, 'baseUrl'>,
  guard: Guard,
  access: Access,
  redactor: Redactor,
  reach: (url: string, access: Access) => Promise<Way>,
): Promise<Storefront> {
  if (!url || (url === found.baseUrl && credentials === undefined))
    return { baseUrl: found.baseUrl, client: guard.client, selectors }
  learnCredentials(credentials, redactor)
  try {
    const way = await reach(url, accessTo(url, found.baseUrl, credentials, access))
    return { baseUrl: way.baseUrl, client: guard.also(way.client), selectors }
  } catch (error) {
    if (!(error instanceof TargetError)) throw error
    throw new TargetError(`MAGENTO_STOREFRONT_URL: ${error.message}`)
  }
}
