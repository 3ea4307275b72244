import { all, before, from } from '../../../../release/index.ts'
import { code, verified } from '../../../judge/source.ts'
import type { KnownChange } from './known-change.ts'

const missing = /^(create-refused|profile-refused|create\/|update\/)/
const names = /^(validate-names#|create\/\w*name)/

/** Which names, and which fields of an address, are taken. */
export const nameChanges: readonly KnownChange[] = [
  {
    in: all(from('2.3.1'), before('2.3.4')),
    says: 'from 2.3.1 to 2.3.3 a missing name is answered with 500',
    source: code('module-eav/Model/Attribute/Data/Text.php', '2.3.1'),
    seen: [
      {
        where: missing,
        place: /^status$/,
        old: /^400 .*is a required value/,
        now: /^500 "Internal Error/,
      },
    ],
  },
  {
    in: from('2.3.7', '2.4.2-p1'),
    says: 'from 2.3.7 and 2.4.2-p1 names may not hold every character',
    source: code('module-customer/Model/Validator/Name.php:18', '2.4.2-p1'),
    seen: [{ where: names, place: /^status$/, old: /^200$/, now: /^400 "(First|Middle|Last) Name is not valid!/ }],
  },
  {
    in: from('2.4.4'),
    says: 'from 2.4.4 a line feed in a name is stored, where it was answered with 500',
    source: verified('refused-registrations'),
    seen: [{ where: /newline/, place: /^status$/, old: /^500 "Internal Error/, now: /^200$/ }],
  },
  {
    in: from('2.4.5'),
    says: 'from 2.4.5 names may hold ’ and `',
    source: code('module-customer/Model/Validator/Name.php:18', '2.4.5'),
    seen: [
      {
        where: /apostrophe|backtick|firstname-unicode/,
        place: /^status$/,
        old: /^400 "(First|Last) Name is not valid!/,
        now: /^200$/,
      },
    ],
  },
  {
    in: from('2.4.7'),
    says: 'from 2.4.7 names may hold &',
    source: code('module-customer/Model/Validator/Name.php:18', '2.4.7'),
    seen: [{ where: /ampersand/, place: /^status$/, old: /^400 "(First|Last) Name is not valid!/, now: /^200$/ }],
  },
  {
    in: from('2.4.2-p1'),
    says: 'from 2.4.2-p1 names may not hold quotation marks',
    source: code('module-customer/Model/Validator/Name.php:18', '2.4.2-p1'),
    seen: [{ where: /quotation/, place: /^status$/, old: /^200$/, now: /^400 "First Name is not valid!/ }],
  },
  {
    in: from('2.4.8'),
    says: 'from 2.4.8 city, telephone, names of addresses and the date of birth are checked',
    source: code('module-customer/Model/Validator/City.php', '2.4.8-p1'),
    seen: [
      {
        where: /^validate-(address|details)#/,
        place: /^status$/,
        old: /^200$/,
        now: /^400 ".*(Invalid City|Invalid Phone|(First|Last) Name is not valid|Date of Birth should not be greater)/,
      },
    ],
  },
]
