import { all, before, from } from '../../../../release/index.ts'
import { code, recorded, verified } from '../../../judge/source.ts'
import type { KnownChange } from './known-change.ts'

const hostname = /valid hostname/

/** Which e-mail addresses are taken, and which are said to be available. */
export const emailChanges: readonly KnownChange[] = [
  {
    in: all(from('2.4.6'), before('2.4.8')),
    says: 'on 2.4.6 and 2.4.7, with PHP 8, a registration without an e-mail is answered with 500',
    source: code('module-customer/Model/AccountManagement.php:853', '2.4.7-p6'),
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
    in: from('2.4.8'),
    says: 'from 2.4.8 a registration without an e-mail is refused in other words',
    source: code('module-customer/Model/AccountManagement.php:852', '2.4.8-p1'),
    seen: [{ place: /^\/message$/, old: /^"The customer email is missing/, now: /^"The email address is required/ }],
  },
  {
    in: from('2.4.6'),
    says: 'from 2.4.6 what is wrong with the host of an address is told in other words, and letters beyond ASCII may stand before the @',
    source: verified('refused-registrations'),
    seen: [
      { place: /^\/message$/, old: hostname, now: hostname },
      { place: /^status$/, old: /^400 "\\"Email\\" is not a valid email address/, now: /^200$/ },
    ],
  },
  {
    in: from('2.4.4-p4', '2.4.5-p3', '2.4.6-p1'),
    says: 'from 2.4.4-p4, 2.4.5-p3 and 2.4.6-p1 every address is said to be available, and an unknown website is refused',
    source: recorded('email-available/free-then-taken#taken'),
    seen: [
      { operation: /isEmailAvailable$/, place: /^the body$/, old: /^false$/, now: /^true$/ },
      { operation: /isEmailAvailable$/, place: /^status$/, old: /^200$/, now: /^404/ },
    ],
  },
]
