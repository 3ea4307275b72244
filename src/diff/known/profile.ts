import { all, any, before, from } from '../../../release/index.ts'
import { code, recorded, verified } from '../../judge/source.ts'
import type { KnownChange } from './known-change.ts'

const chosen = { where: /^profile-own-data#((group|website) of own choice|me after choosing)$|^me\/update#.*group/ }
const missing = /^(create-refused|profile-refused|create\/|update\/)/
const names = /^(validate-names#|create\/\w*name)/
const hostname = /valid hostname/

export const profileChanges: readonly KnownChange[] = [
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
    in: from('2.3.3'),
    says: 'from 2.3.3 the answer to a registration does not hold the key that confirms it',
    source: code('module-customer/Model/AccountManagement.php:964', '2.3.3'),
    seen: [{ operation: /^POST \/V1\/customers$/, place: /^\/confirmation$/, now: /^nothing$/ }],
  },
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
    in: from('2.3.7', '2.4.2-p1'),
    says: 'from 2.3.7 and 2.4.2-p1 names may not hold every character',
    source: code('module-customer/Model/Validator/Name.php:18', '2.4.2-p1'),
    seen: [{ where: names, place: /^status$/, old: /^200$/, now: /^400 "(First|Middle|Last) Name is not valid!/ }],
  },
  {
    in: from('2.4.4'),
    says: 'from 2.4.4 a line feed in a name is stored, where it was answered with 500',
    source: verified('verified.md (b) N25'),
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
  {
    in: from('2.4.6'),
    says: 'from 2.4.6 a gender that is no option is refused',
    source: verified('verified.md (a) 8.1, 9.3'),
    seen: [{ where: /gender/, place: /^status$/, old: /^200$/, now: /^400 "Attribute gender does not contain option/ }],
  },
  {
    in: from('2.4.6'),
    says: 'from 2.4.6 what is wrong with the host of an address is told in other words, and letters beyond ASCII may stand before the @',
    source: verified('verified.md (a) 9.2'),
    seen: [
      { place: /^\/message$/, old: hostname, now: hostname },
      { place: /^status$/, old: /^400 "\\"Email\\" is not a valid email address/, now: /^200$/ },
    ],
  },
  {
    in: from('2.4.8'),
    says: 'from 2.4.8 a profile that is written without the date of birth loses it',
    source: verified('verified.md (b) N42'),
    seen: [{ operation: /customers\/me$/, place: /^\/dob$/, now: /^nothing$/ }],
  },
  {
    in: from('2.4.7'),
    says: 'from 2.4.7 a client does not overwrite when an account was created',
    source: code('module-customer/Model/ResourceModel/CustomerRepository.php:218', '2.4.7-p6'),
    seen: [{ operation: /customers\/me$/, place: /^\/created_at$/, old: /^"\d{4}-\d\d-\d\d /, now: /^a time/ }],
  },
  {
    in: from('2.3.6-p1', '2.4.1-p1'),
    says: 'from 2.3.6-p1 and 2.4.1-p1 customers choose neither website nor store nor group, nor address of another',
    source: code('module-customer/etc/webapi.xml:143', '2.4.1-p1'),
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
    in: all(from('2.3.5-p1'), before('2.3.6-p1')),
    says: 'from 2.3.5-p1 to 2.3.6 customers who write their profile fall back to the default group',
    source: code('module-customer/etc/webapi.xml:144', '2.3.5-p1'),
    seen: [{ ...chosen, place: /^\/group_id$/ }],
  },
  {
    in: any(from('2.3.5-p1', '2.4.1-p1')),
    says: 'from 2.3.5-p1 and 2.4.1-p1 customers do not choose their group',
    source: code('module-customer/etc/webapi.xml:144', '2.3.5-p1'),
    seen: [{ ...chosen, place: /^\/group_id$/, old: /^3$/, now: /^1$/ }],
  },
  {
    in: all(from('2.4.1'), before('2.4.4-p1', '2.4.5')),
    says: 'from 2.4.1 to 2.4.4 what is written to a profile is merged with the customer whose id the query names',
    source: code('module-customer/Model/Plugin/UpdateCustomer.php:46', '2.4.1'),
    seen: [
      { where: /^profile-own-data#other customer in the query$/, place: /^status$/, now: /^(200|400 "Provided)/ },
      { where: /^profile-own-data#/, place: /^\/(middlename|taxvat|default_\w+|addresses\/\*\/id)$/ },
      { where: /^change\/customer-id#with-id$/, place: /^status$/, old: /^200$/, now: /^404 "No such entity/ },
    ],
  },
  {
    in: from('2.4.8'),
    says: 'from 2.4.8 the address of another customer is refused in other words',
    source: code('module-customer/Model/Address/Validator/Customer.php:47', '2.4.8-p1'),
    seen: [
      { place: /^\/message$/, old: /^"Provided customer ID/, now: /^"A customer with the same email/ },
      { place: /^\/parameters$/, old: /customer_id/, now: /^nothing$/ },
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
