import type { KnownChange } from './known-change.ts'

/** Changes of permissions, and of errors about missing ones. */
export const accessChanges: readonly KnownChange[] = [
  {
    change: 'delete-has-own-permission',
    seen: [
      { place: /^\/parameters\/resources$/, old: /^"Magento_Customer::manage"$/, now: /^"Magento_Customer::delete"$/ },
    ],
  },
  {
    change: 'store-views-are-separate',
    seen: [{ where: /through all|all-store/, place: /^status$/, old: /^200$/, now: /^401/ }],
  },
  {
    change: 'chosen-website-ends-login',
    seen: [{ where: /^profile-own-data#me after choosing$/, place: /^status$/, now: /^401/ }],
  },
  {
    change: 'all-path-is-the-default-website',
    seen: [
      {
        operation: /customer\/token$/,
        where: /through all|token-on-all/,
        place: /^status$/,
        old: /^401/,
        now: /^200$/,
      },
      { operation: /resetPassword$/, where: /through all/, place: /^status$/, old: /^404/, now: /^400/ },
    ],
  },
  {
    change: 'guest-group-is-dropped',
    seen: [
      { where: /with-?\s?group/, operation: /^POST \/V1\/customers$/, place: /^\/group_id$/, old: /^3$/, now: /^1$/ },
    ],
  },
  {
    change: 'guest-group-is-refused',
    seen: [
      { where: /with-?\s?group/, operation: /^POST \/V1\/customers$/, place: /^status$/, old: /^200$/, now: /^401/ },
    ],
  },
  {
    change: 'unknown-group-is-refused',
    seen: [
      { where: /group/, place: /^status$/, old: /^200$/, now: /^400 "The specified customer group id does not exist/ },
    ],
  },
  {
    change: 'admin-update-merges',
    seen: [
      {
        operation: /^PUT \/V1\/customers\/:id$/,
        place: /^status$/,
        old: /^400 "(The customer email is missing|.*is a required value)/,
        now: /^200$/,
      },
      { where: /^administration-write#read$/, place: /^\/firstname$/ },
    ],
  },
  {
    change: 'unknown-id-is-text',
    seen: [{ place: /^\/parameters\/fieldValue$/, old: /^a number$/, now: /^a string$/ }],
  },
]
