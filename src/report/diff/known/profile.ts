import type { KnownChange } from './known-change.ts'

const chosen = {
  where:
    /^profile-own-data#((group|website) of own choice|address for the other|me after choosing)$|^me\/update#.*group/,
}

/** Changes of what customers may write to their profile, and of the answers. */
export const profileChanges: readonly KnownChange[] = [
  {
    change: 'confirmation-key-is-hidden',
    seen: [{ operation: /^POST \/V1\/customers$/, place: /^\/confirmation$/, now: /^nothing$/ }],
  },
  {
    change: 'gender-is-checked',
    seen: [{ where: /gender/, place: /^status$/, old: /^200$/, now: /^400 "Attribute gender does not contain option/ }],
  },
  {
    change: 'omitted-birth-date-is-deleted',
    seen: [{ operation: /customers\/me$/, place: /^\/dob$/, now: /^nothing$/ }],
  },
  {
    change: 'creation-time-is-kept',
    seen: [{ operation: /customers\/me$/, place: /^\/created_at$/, old: /^"\d{4}-\d\d-\d\d /, now: /^a time/ }],
  },
  {
    change: 'profile-forces-identity',
    seen: [
      { place: /^status$/, old: /^400 "\\"Associate to Website\\" is a required value/, now: /^200$/ },
      { where: /address of the other|foreign/, place: /^status$/, old: /^200$/, now: /^400 "Provided customer ID/ },
      { where: /^profile-own-data#other customer in the query$/, place: /^status$/, now: /^400 "Provided customer ID/ },
      { ...chosen, place: /^\/(store_id|website_id|group_id)$/ },
      { ...chosen, place: /^\/(default_billing|default_shipping|addresses(\/\*\/(id|firstname))?|middlename|taxvat)$/ },
      { where: /^profile-own-data#the other afterwards$/, place: /^\/(addresses|default_\w+)$/ },
    ],
  },
  {
    change: 'update-resets-group',
    seen: [{ ...chosen, place: /^\/group_id$/ }],
  },
  {
    change: 'profile-forces-group',
    seen: [{ ...chosen, place: /^\/group_id$/, old: /^3$/, now: /^1$/ }],
  },
  {
    change: 'query-names-customer',
    seen: [
      { where: /^profile-own-data#other customer in the query$/, place: /^status$/, now: /^(200|400 "Provided)/ },
      { where: /^profile-own-data#/, place: /^\/(middlename|taxvat|default_\w+|addresses\/\*\/id)$/ },
      { where: /^change\/customer-id#with-id$/, place: /^status$/, old: /^200$/, now: /^404 "No such entity/ },
    ],
  },
  {
    change: 'foreign-address-in-other-words',
    seen: [
      { place: /^\/message$/, old: /^"Provided customer ID/, now: /^"A customer with the same email/ },
      { place: /^\/parameters$/, old: /customer_id/, now: /^nothing$/ },
    ],
  },
]
