import type { KnownChange } from './known-change.ts'

/** Changes of reset requests, reset links, and setting the password. */
export const resetChanges: readonly KnownChange[] = [
  {
    change: 'reset-ends-lock',
    seen: [
      {
        where: /^reset-locked#/,
        operation: /(customer\/token|resetPassword)$/,
        place: /^status$/,
        old: /^401/,
        now: /^200$/,
      },
    ],
  },
  {
    change: 'resets-are-limited',
    seen: [
      {
        operation: /^PUT \/V1\/customers\/password$/,
        place: /^(status|\/message)$/,
        now: /too many requests for password resets/,
      },
      // The refusal by the rate limit, whose parameters are a list, replaces another refusal.
      { where: /^reset-request#unknown template$/, place: /^\/parameters$/, old: /^an object$/, now: /^a list$/ },
      // A refused request sends no mail and does not replace the previous link.
      {
        where: /^reset-request#mails( of the third| later)?$/,
        place: /^mailbox$/,
        old: /^[234] mails$/,
        now: /^(1 mail|[23] mails)$/,
      },
      {
        where: /^reset-request#welcome link after the unknown template$/,
        place: /^status$/,
        old: /^400 "The password token is mismatched/,
        now: /^200$/,
      },
    ],
  },
  {
    change: 'reset-needs-email',
    seen: [
      {
        where: /empty.e-?mail/,
        operation: /resetPassword$/,
        place: /^status$/,
        old: /^200$/,
        now: /^400 "\\"%fieldName\\" is required/,
      },
      // In the older release the token had already been used up.
      {
        where: /^reset\/refused#upper-email$/,
        place: /^status$/,
        old: /^400 "The password token is mismatched/,
        now: /^200$/,
      },
    ],
  },
  {
    change: 'negative-id-is-unknown',
    seen: [{ operation: /resetLinkToken/, place: /^status$/, old: /^400 "Invalid value/, now: /^404 "No such entity/ }],
  },
  {
    change: 'reset-link-has-id',
    seen: [{ place: /^parameter of the mail’s link$/, old: /^nothing$/, now: /^id of / }],
  },
  {
    change: 'reset-link-has-email',
    seen: [{ place: /^parameter of the mail’s link$/, old: /^nothing$/, now: /^email of / }],
  },
]
