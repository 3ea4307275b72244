import { all, before, from } from '../../../../release/index.ts'
import { code, verified } from '../../../judge/source.ts'
import type { KnownChange } from './known-change.ts'

/** Who may call what, and what they are told who may not. */
export const accessChanges: readonly KnownChange[] = [
  {
    in: from('2.3.6', '2.4.0-p1'),
    says: 'from 2.3.6 and 2.4.0-p1 deleting a customer needs a permission of its own',
    source: code('module-customer/etc/webapi.xml:228', '2.3.6'),
    seen: [
      { place: /^\/parameters\/resources$/, old: /^"Magento_Customer::manage"$/, now: /^"Magento_Customer::delete"$/ },
    ],
  },
  {
    in: from('2.4.1'),
    says: 'from 2.4.1 a customer’s token opens nothing through the store views of another website, nor through all',
    source: code('module-customer/Model/Plugin/CustomerAuthorization.php:87', '2.4.1'),
    seen: [{ where: /through all|all-store/, place: /^status$/, old: /^200$/, now: /^401/ }],
  },
  {
    in: all(from('2.4.1'), before('2.4.1-p1')),
    says: 'on 2.4.1 a customer who chose another website is refused through the store views of the old one',
    source: verified('what-a-customer-cannot-change'),
    seen: [{ where: /^profile-own-data#me after choosing$/, place: /^status$/, now: /^401/ }],
  },
  {
    in: from('2.4.1'),
    says: 'from 2.4.1 a customer logs in and resets the password through the path all',
    source: verified('reset-tokens'),
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
    in: from('2.3.7', '2.4.2-p1'),
    says: 'from 2.3.7 and 2.4.2-p1 a guest who registers does not choose the group',
    source: code('module-customer/Model/AccountManagement.php:855', '2.4.2-p1'),
    seen: [
      { where: /with-?\s?group/, operation: /^POST \/V1\/customers$/, place: /^\/group_id$/, old: /^3$/, now: /^1$/ },
    ],
  },
  {
    in: from('2.4.4-p12', '2.4.5-p11', '2.4.6-p9', '2.4.7'),
    says: 'from 2.4.4-p12, 2.4.5-p11, 2.4.6-p9 and 2.4.7 a guest who names a group is refused',
    source: code('module-customer/Model/AccountManagementApi.php:151', '2.4.4-p12'),
    seen: [
      { where: /with-?\s?group/, operation: /^POST \/V1\/customers$/, place: /^status$/, old: /^200$/, now: /^401/ },
    ],
  },
  {
    in: from('2.4.1'),
    says: 'from 2.4.1 a group that does not exist is refused',
    source: code('module-customer/Model/ResourceModel/CustomerRepository.php:324', '2.4.1'),
    seen: [
      { where: /group/, place: /^status$/, old: /^200$/, now: /^400 "The specified customer group id does not exist/ },
    ],
  },
  {
    in: from('2.4.1'),
    says: 'from 2.4.1 an administrator may send of a customer only what changes',
    source: code('module-customer/Model/Plugin/UpdateCustomer.php:46', '2.4.1'),
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
    in: all(from('2.4.1'), before('2.4.1-p1')),
    says: 'on 2.4.1 the id of an unknown customer is told as a text',
    source: verified('refusals'),
    seen: [{ place: /^\/parameters\/fieldValue$/, old: /^a number$/, now: /^a string$/ }],
  },
]
