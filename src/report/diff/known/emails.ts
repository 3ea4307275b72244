import type { KnownChange } from './known-change.ts'

const hostname = /valid hostname/

/** Changes of the accepted e-mail addresses, and of e-mail availability. */
export const emailChanges: readonly KnownChange[] = [
  {
    change: 'missing-email-breaks',
    seen: [
      {
        operation: /^POST \/V1\/customers$/,
        place: /^status$/,
        old: /^400 "The (customer email|email address) is/,
        now: /^500/,
      },
    ],
  },
  {
    change: 'missing-email-in-other-words',
    seen: [{ place: /^\/message$/, old: /^"The customer email is missing/, now: /^"The email address is required/ }],
  },
  {
    change: 'email-host-in-other-words',
    seen: [
      { place: /^\/message$/, old: hostname, now: hostname },
      { place: /^status$/, old: /^400 "\\"Email\\" is not a valid email address/, now: /^200$/ },
    ],
  },
  {
    change: 'every-email-is-available',
    seen: [
      { operation: /isEmailAvailable$/, place: /^the body$/, old: /^false$/, now: /^true$/ },
      { operation: /isEmailAvailable$/, place: /^status$/, old: /^200$/, now: /^404/ },
    ],
  },
]
