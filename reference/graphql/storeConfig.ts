import type { Rules, Switches } from '../releases.ts'
import type { Call, Shop } from '../types.ts'

type Value = (shop: Shop, call: Call) => unknown

const setting =
  (path: string): Value =>
  (shop) =>
    shop.settings.get(path)

const flag =
  (path: string): Value =>
  (shop) =>
    shop.settings.get(path) === '1'

const always =
  (value: unknown): Value =>
  () =>
    value

const groups: [keyof Switches | undefined, Record<string, Value>][] = [
  [
    undefined,
    {
      id: (_shop, call) => call.store.id,
      code: (_shop, call) => call.store.code,
      website_id: (_shop, call) => call.store.websiteId,
      locale: always('en_US'),
      base_url: (shop) => `${shop.baseUrl}/`,
      base_link_url: (shop) => `${shop.baseUrl}/`,
      secure_base_link_url: (shop) => `${shop.baseUrl}/`,
      timezone: always('UTC'),
      base_currency_code: always('USD'),
    },
  ],
  [
    'graphqlKnowsPasswordPolicy',
    {
      minimum_password_length: setting('customer/password/minimum_password_length'),
      required_character_classes_number: setting('customer/password/required_character_classes_number'),
      autocomplete_on_storefront: always(false),
    },
  ],
  [
    'graphqlKnowsStores',
    {
      is_default_store: always(true),
      is_default_store_group: always(true),
      store_code: (_shop, call) => call.store.code,
      website_code: (shop, call) => shop.store.websites.find(({ id }) => id === call.store.websiteId)?.code,
      use_store_in_url: always(false),
    },
  ],
  [
    'graphqlKnowsConfirmation',
    {
      // Hours, from the setting that no longer affects tokens.
      customer_access_token_lifetime: (shop) => Number(shop.settings.get('oauth/access_token_lifetime/customer')),
      create_account_confirmation: flag('customer/create_account/confirm'),
      is_guest_checkout_enabled: always(true),
      default_country: always('US'),
      countries_with_required_region: always('CA,US'),
      optional_zip_countries: setting('general/country/optional_zip_countries'),
      display_state_if_optional: always(true),
      newsletter_enabled: always(true),
      contact_enabled: always(true),
      is_one_page_checkout_enabled: always(true),
    },
  ],
]

/** Known values of the fields that mark a release. */
const signValues: Record<string, unknown> = { is_checkout_agreements_enabled: false, cart_merge_preference: 'guest' }

/** Returns the fields of `storeConfig` in a release (docs/findings.md#settings-that-graphql-tells). */
export function storeConfigFields(rules: Rules): Record<string, Value> {
  const known = groups.filter(([rule]) => rule === undefined || rules[rule])
  const signs = rules.graphqlSigns.map((field) => [field, always(signValues[field] ?? null)])
  return Object.assign(Object.fromEntries(signs), ...known.map(([, fields]) => fields))
}
