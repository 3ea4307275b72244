import type { KnownChange } from './known-change.ts'

const schema = /^GET \/schema/

/** Changes of routes, methods, headers and request bodies. */
export const protocolChanges: readonly KnownChange[] = [
  {
    change: 'unknown-method-is-405',
    seen: [{ place: /^status$/, old: /^400( "Request method is invalid\."| \(no body\))$/, now: /^405/ }],
  },
  {
    change: 'no-store-on-every-answer',
    seen: [{ place: /^header cache-control$/, old: /^no-store, no-cache/, now: /^(no-store|nothing)$/ }],
  },
  {
    change: 'refusals-start-no-session',
    seen: [{ place: /^header (set-cookie PHPSESSID|expires|pragma)$/, now: /^nothing$/ }],
  },
  {
    change: 'session-cookie-has-samesite',
    seen: [{ place: /^header set-cookie PHPSESSID$/, old: /^(?!.*samesite)/, now: /samesite=lax/ }],
  },
  {
    change: 'admin-failure-drops-form-key',
    seen: [{ operation: /admin\/token$/, place: /^header set-cookie form_key$/, old: /^nothing$/ }],
  },
  {
    change: 'error-redirect-header',
    seen: [{ place: /^header errorredirectaction$/ }],
  },
  {
    change: 'unknown-field-is-refused',
    seen: [{ place: /^status$/, old: /^500 "Internal Error/, now: /^400 "\\"%fieldName\\" is not supported/ }],
  },
  {
    change: 'input-size-is-limited',
    seen: [
      { place: /^\/search_criteria\/page_size$/, old: /^nothing$/ },
      { where: /twenty-one/, place: /^status$/, now: /^400 "Maximum items of type/ },
    ],
  },
  {
    change: 'script-in-text-is-refused',
    seen: [
      { where: /script/, place: /^status$/, old: /^200/, now: /^400 "\\"%field_name\\" does not contains valid value/ },
    ],
  },
  {
    change: 'first-spelling-counts',
    seen: [{ where: /^binding-spellings#/, operation: /^PUT/, place: /^\/firstname$/ }],
  },
  {
    change: 'first-spelling-counts-in-post',
    seen: [{ where: /^binding-spellings#/, operation: /^POST/, place: /^\/firstname$/ }],
  },
  {
    change: 'calls-itself-2.4',
    seen: [
      { operation: /magento_version$/, place: /^plain text$/, old: /Magento\/2\.3 /, now: /Magento\/2\.4 / },
      { place: /^\/info\/version$/, old: /^"2\.3"$/, now: /^"2\.4"$/ },
    ],
  },
  {
    change: 'schema-names-security',
    seen: [
      { operation: schema, place: /\/(operationId|name)$/ },
      { operation: schema, place: /^\/securityDefinitions$/, old: /^nothing$/ },
    ],
  },
  {
    change: 'schema-names-refused-login',
    seen: [{ operation: schema, place: /customer~1token\/post\/responses\/401$/, old: /^nothing$/ }],
  },
  {
    change: 'login-assistance-is-known',
    seen: [{ operation: schema, place: /\/assistance_allowed$/, old: /^nothing$/ }],
  },
  {
    change: 'async-is-served',
    seen: [{ operation: /\/async\//, place: /^status$/, old: /^500/, now: /^202$/ }],
  },
  {
    change: 'search-tells-subscription',
    seen: [{ operation: /customers\/search$/, place: /^\/items\/\*\/extension_attributes$/, old: /^nothing$/ }],
  },
  {
    change: 'search-ends-after-last-page',
    seen: [{ operation: /customers\/search$/, where: /beyond the end/, place: /^\/items$/, now: /^0 entries$/ }],
  },
]
