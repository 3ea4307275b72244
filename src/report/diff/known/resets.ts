import { from } from '../../../../release/index.ts'
import { code, verified } from '../../../judge/source.ts'
import type { KnownChange } from './known-change.ts'

/** Asking for a reset, its link, and the password set by it. */
export const resetChanges: readonly KnownChange[] = [
  {
    in: from('2.4.6'),
    says: 'from 2.4.6 a reset ends the lock of an account',
    source: code('module-customer/Model/AccountManagement.php:761', '2.4.6'),
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
    in: from('2.4.8'),
    says: 'from 2.4.8 requests for a reset mail are limited: one in ten minutes',
    source: code('module-security/Model/Plugin/AccountManagement.php:81', '2.4.8-p1'),
    seen: [
      {
        operation: /^PUT \/V1\/customers\/password$/,
        place: /^(status|\/message)$/,
        now: /too many requests for password resets/,
      },
      // A refusal of its own gives way to that of the limit, whose parameters are a list.
      { where: /^reset-request#unknown template$/, place: /^\/parameters$/, old: /^an object$/, now: /^a list$/ },
      // Nor does a request that is not served send a mail, or take the place of the link before it.
      {
        where: /^reset-request#mails( of the third)?$/,
        place: /^mailbox$/,
        old: /^[23] mails$/,
        now: /^(1 mail|2 mails)$/,
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
    in: from('2.3.7-p3', '2.4.3-p2'),
    says: 'from 2.3.7-p3 and 2.4.3-p2 a password is not set without an e-mail, whatever the token',
    source: code('module-customer/Model/ForgotPasswordToken/GetCustomerByToken.php:78', '2.4.3-p2'),
    seen: [
      {
        where: /empty.e-?mail/,
        operation: /resetPassword$/,
        place: /^status$/,
        old: /^200$/,
        now: /^400 "\\"%fieldName\\" is required/,
      },
      // The token was used up before.
      {
        where: /^reset\/refused#upper-email$/,
        place: /^status$/,
        old: /^400 "The password token is mismatched/,
        now: /^200$/,
      },
    ],
  },
  {
    in: from('2.3.7-p3', '2.4.3-p2'),
    says: 'from 2.3.7-p3 and 2.4.3-p2 the link of a negative id is unknown, and no longer invalid',
    source: code('module-customer/Model/AccountManagement.php:1186', '2.3.7-p3'),
    seen: [{ operation: /resetLinkToken/, place: /^status$/, old: /^400 "Invalid value/, now: /^404 "No such entity/ }],
  },
  {
    in: from('2.3.7-p3', '2.4.3-p2'),
    says: 'from 2.3.7-p3 and 2.4.3-p2 the link of a reset mail holds the customer’s id',
    source: verified('reset-links'),
    seen: [{ place: /^parameter of the mail’s link$/, old: /^nothing$/, now: /^id of / }],
  },
  {
    in: from('2.4.8'),
    says: 'from 2.4.8 the link of a reset mail holds the e-mail address',
    source: verified('reset-links'),
    seen: [{ place: /^parameter of the mail’s link$/, old: /^nothing$/, now: /^email of / }],
  },
]
