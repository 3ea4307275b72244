import { all, any, before, from } from '../../../../release/index.ts'
import { code, verified } from '../../../judge/source.ts'
import type { KnownChange } from './known-change.ts'

const chosen = { where: /^profile-own-data#((group|website) of own choice|me after choosing)$|^me\/update#.*group/ }

/** What customers may write to their profile, and what of it is answered. */
export const profileChanges: readonly KnownChange[] = [
  {
    in: from('2.3.3'),
    says: 'from 2.3.3 the answer to a registration does not hold the key that confirms it',
    source: code('module-customer/Model/AccountManagement.php:964', '2.3.3'),
    seen: [{ operation: /^POST \/V1\/customers$/, place: /^\/confirmation$/, now: /^nothing$/ }],
  },
  {
    in: from('2.4.6'),
    says: 'from 2.4.6 a gender that is no option is refused',
    source: verified('birth-and-gender'),
    seen: [{ where: /gender/, place: /^status$/, old: /^200$/, now: /^400 "Attribute gender does not contain option/ }],
  },
  {
    in: from('2.4.8'),
    says: 'from 2.4.8 a profile that is written without the date of birth loses it',
    source: verified('what-an-update-leaves-out'),
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
]
