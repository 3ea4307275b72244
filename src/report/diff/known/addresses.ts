import type { KnownChange } from './known-change.ts'

/** Changes of customer addresses. */
export const addressChanges: readonly KnownChange[] = [
  {
    change: 'defaults-need-addresses',
    seen: [{ where: /^profile-addresses#.*default alone$/, place: /\/default_billing$/ }],
  },
  {
    change: 'new-default-outlives-earlier',
    seen: [{ where: /^profile-own-data#address (of|for) the other$/, place: /\/default_(billing|shipping)$/ }],
  },
  {
    change: 'bad-country-is-dropped',
    seen: [
      {
        operation: /^POST \/V1\/customers$/,
        place: /^status$/,
        old: /^400 "Invalid value of \\"%value\\"/,
        now: /^200$/,
      },
      {
        operation: /^POST \/V1\/customers$/,
        place: /^status$/,
        old: /^400 "\\"%fieldName\\" is required/,
        now: /^200$/,
      },
    ],
  },
  {
    change: 'telephone-is-trimmed',
    seen: [{ place: /\/telephone$/, old: /^" .* "$/ }],
  },
  {
    change: 'default-address-is-checked',
    seen: [
      { where: /default/, place: /^status$/, old: /^200$/, now: /^400 "The %fieldName value is invalid/ },
      { where: /none left/, place: /^\/default_billing$/, now: /^nothing$/ },
    ],
  },
  {
    change: 'default-address-is-checked-alone',
    seen: [{ where: /default alone/, place: /^status$/, old: /^200$/, now: /^400 "The %fieldName value is invalid/ }],
  },
  {
    change: 'default-shipping-comes-first',
    seen: [{ place: /(^|\/)addresses$/, now: /order/ }],
  },
  {
    change: 'address-errors-by-label',
    seen: [
      {
        operation: /^POST \/V1\/customers$/,
        place: /^status$/,
        old: /^400/,
        now: /^400 ".*(is a required value|cannot contain more than|input exceptions)/,
      },
      {
        operation: /^POST \/V1\/customers$/,
        place: /^\/message$/,
        now: /is a required value|cannot contain|input exceptions/,
      },
      { where: /^validate-address#/, place: /^\/(parameters|errors)/ },
    ],
  },
  {
    change: 'validator-messages-are-listed',
    seen: [{ place: /^\/errors/, old: /^nothing$/ }],
  },
  {
    change: 'street-is-checked',
    seen: [
      { where: /street|storefront-escaping/, place: /^status$/, old: /^200$/, now: /^400 ".*Invalid Street Address/ },
    ],
  },
  {
    change: 'city-and-telephone-take-more',
    seen: [
      {
        where: /^validate-address#abbreviated city/,
        place: /^status$/,
        old: /^400 ".*Invalid (City|Phone)/,
        now: /^200$/,
      },
      { where: /^validate-address#abbreviated city/, place: /^\/message$/, old: /Invalid (City|Phone)/ },
    ],
  },
  {
    change: 'birth-date-in-other-words',
    seen: [{ place: /^(status|\/message)$/, old: /Invalid date/, now: /Date of Birth is invalid/ }],
  },
  {
    change: 'guest-activates-with-key',
    seen: [{ operation: /^POST \/V1\/customers\/activate$/ }],
  },
]
