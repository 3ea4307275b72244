import { from } from '../../../../release/index.ts'
import { code } from '../../../judge/source.ts'
import type { KnownChange } from './known-change.ts'

/** The addresses of customers. */
export const addressChanges: readonly KnownChange[] = [
  {
    in: from('2.3.1'),
    says: 'from 2.3.1 a default address is not changed by a profile without addresses',
    source: code('module-customer/Model/ResourceModel/CustomerRepository.php:217', '2.3.1'),
    seen: [{ where: /^profile-addresses#.*default alone$/, place: /\/default_billing$/ }],
  },
  {
    in: from('2.3.3'),
    says: 'from 2.3.3 an address in a country that is not allowed is dropped, where the registration was refused',
    source: code('module-customer/Model/AccountManagement.php:899', '2.3.3'),
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
    in: from('2.3.3'),
    says: 'from 2.3.3 blanks around a telephone number are removed',
    source: code('module-customer/Model/Address/AbstractAddress.php', '2.3.3'),
    seen: [{ place: /\/telephone$/, old: /^" .* "$/ }],
  },
  {
    in: from('2.4.4-p8', '2.4.5-p7', '2.4.6-p5', '2.4.7'),
    says: 'from 2.4.4-p8, 2.4.5-p7, 2.4.6-p5 and 2.4.7 a default address has to be one of the customer’s',
    source: code('module-customer/Model/ResourceModel/CustomerRepository.php:533', '2.4.4-p8'),
    seen: [
      { where: /default/, place: /^status$/, old: /^200$/, now: /^400 "The %fieldName value is invalid/ },
      { where: /none left/, place: /^\/default_billing$/, now: /^nothing$/ },
    ],
  },
  {
    in: from('2.4.4-p12', '2.4.5-p11', '2.4.6-p9', '2.4.7-p4'),
    says: 'from 2.4.4-p12, 2.4.5-p11, 2.4.6-p9 and 2.4.7-p4 it is also checked where no addresses are sent',
    source: code('module-customer/Model/ResourceModel/CustomerRepository.php:577', '2.4.7-p4'),
    seen: [{ where: /default alone/, place: /^status$/, old: /^200$/, now: /^400 "The %fieldName value is invalid/ }],
  },
  {
    in: from('2.4.8'),
    says: 'from 2.4.8 the default shipping address stands first',
    source: code('module-customer/Model/Customer.php', '2.4.8'),
    seen: [{ place: /(^|\/)addresses$/, now: /order/ }],
  },
]
