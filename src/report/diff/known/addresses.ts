import type { KnownChange } from './known-change.ts'

/** The addresses of customers. */
export const addressChanges: readonly KnownChange[] = [
  {
    change: 'defaults-need-addresses',
    seen: [{ where: /^profile-addresses#.*default alone$/, place: /\/default_billing$/ }],
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
]
