import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { known, needed, succeeded } from '../../src/judge/known.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { inapplicable, Undecided } from '../../src/judge/unmet.ts'
import { noNewsletter, oneStreetLine, requiring, without } from '../shared/circumstances.ts'
import { expectToken } from '../shared/logged-in.ts'
import { asAdministrator, permitted } from '../shared/permitted.ts'
import { expectSameProfile } from '../shared/profile.ts'
import {
  changedAddress,
  changedCustomer,
  expectAsSent,
  expectValues,
  realAddress,
  realCustomer,
} from '../shared/real-data.ts'
import { administrationCreate } from './administration-create.scenario.ts'
import { administrationWrite, adminMerges } from './administration-write.scenario.ts'

const { must, should } = asAdministrator(requirementsOf(administrationWrite))
const routes = (line: number) => code(`module-customer/etc/webapi.xml:${line}`, '2.4.7-p6')
const written = verified('customers-of-an-administrator')
const subscription = '/extension_attributes/is_subscribed'

requirementsOf(administrationCreate).must(
  'ADMIN-37',
  'The response to an administrator’s registration has every customer and address field as it was sent',
  {
    why: 'Imports create customers this way. A name, tax number or street that is changed on the way is wrong on every document.',
    unless: [without('US'), oneStreetLine],
    source: [recorded('create/with-group-as-admin#call'), recorded('create/all-optional#call')],
  },
  ({ 'create in a group': answer, validate }) => {
    // Both requests need the same permission; without it, this refusal is no evidence.
    if (answer.status === 401) permitted(validate)
    if (answer.status === 400) inapplicable('the shop has no such customer group')
    expect(answer).toSucceed()
    expectAsSent(answer, '/customer', '', Object.keys(realCustomer))
    expectAsSent(answer, '/customer/addresses/0', '/addresses/0', Object.keys(realAddress))
  },
)

must(
  'ADMIN-38',
  'An administrator’s update stores every customer field that it changes',
  {
    why: 'Support corrects names, birthdays and tax numbers here. An update that succeeds and keeps the old value is noticed on the next invoice.',
    source: [routes(131), written, thread('magento/magento2#40341')],
  },
  ({ 'change every field': change, 'read after every change': read }) => {
    expect(change).toSucceed()
    for (const answer of [change, read]) expectValues(answer, '', changedCustomer, [change, '/customer'])
  },
)

must(
  'ADMIN-39',
  'An administrator’s update stores every address field that it changes, and the address keeps its id',
  {
    why: 'Support corrects the address of the customer on the phone. One field that keeps its old value sends the parcel to the old home.',
    unless: [without('US'), oneStreetLine],
    source: [routes(131), written, code('module-customer/Model/ResourceModel/AddressRepository.php', '2.4.7-p6')],
  },
  ({ create, 'change every field': change, 'read after every change': read }) => {
    expect(change).toSucceed()
    for (const answer of [change, read]) {
      expect(answer.at('/addresses/0/id')).toEqual(create.at('/addresses/0/id'))
      expectValues(answer, '/addresses/0', changedAddress, [change, '/customer/addresses/0'])
    }
  },
)

must(
  'ADMIN-40',
  'An administrator’s update ends a newsletter subscription',
  {
    why: 'Customers withdraw their consent by phone or letter too. A customer who still gets mails can complain to the authorities.',
    unless: noNewsletter,
    source: [code('module-newsletter/Model/Plugin/CustomerPlugin.php', '2.4.7-p6'), thread('magento/magento2#8027')],
  },
  ({ read: before, 'change every field': change, 'read after every change': after }) => {
    expect(before).toSucceed()
    if (before.at(subscription).value !== true)
      inapplicable('the shop did not subscribe the customer as requested, or requires a confirmation first')
    expect(change).toSucceed()
    expect(after.at(subscription)).toEqual(false)
  },
)

must(
  'ADMIN-55',
  'An administrator’s update without `extension_attributes` leaves the newsletter subscription unchanged',
  {
    why: 'Connectors send the fields that they know. If each of their updates ends the subscription, the newsletter loses its readers.',
    in: adminMerges,
    unless: noNewsletter,
    source: [code('module-newsletter/Model/Plugin/CustomerPlugin.php', '2.4.7-p6'), written],
  },
  ({ create, 'change in whole': whole, 'change in part': part, read }) => {
    if (whole.at(subscription).value !== true)
      inapplicable('the shop did not subscribe the customer who asked for it, or asks for a confirmation first')
    if (part.sent('/customer/extension_attributes').exists) inapplicable('the run sends extension attributes')
    permitted(part)
    succeeded(part)
    needed(read, read.at('/id').value === known(create.at('/id')), 'with another customer')
    expect(read.at(subscription)).toEqual(true)
  },
)

should(
  'ADMIN-41',
  'An administrator’s update stores `disable_auto_group_change`',
  {
    why: 'It keeps a business customer in the group that was agreed. If it is ignored, the next order moves the customer to another group’s prices.',
    source: [routes(131), verified('objects')],
  },
  ({ 'change every field': change, 'read after every change': read }) => {
    expect(change).toSucceed()
    for (const answer of [change, read]) expect(answer.at('/disable_auto_group_change')).toEqual(1)
  },
)

must(
  'ADMIN-42',
  'A search shows a customer with the same values as reading it by its id',
  {
    why: 'Connectors read customers by searching. A value that the search shows otherwise is imported wrong, and written back.',
    source: [recorded('admin/life#search'), routes(167), verified('search')],
  },
  ({ 'change every field': change, 'read after every change': read, 'find after every change': found }, shop) => {
    permitted(change)
    if (found.at('/items/0/id').value !== read.at('/id').value)
      throw new Undecided('blocked', `"${found.name}" does not begin with the customer`, { by: found.name })
    const tells = shop.is(has('search-tells-subscription'))
    expectSameProfile(found, read, { at: '/items/0', except: tells ? [] : ['extension_attributes/is_subscribed'] })
  },
)

must(
  'ADMIN-43',
  'A customer whose e-mail an administrator changes logs in with the new one, as it was written',
  {
    why: 'Support corrects the e-mail of a customer who cannot log in. If the correction or the password is lost, the customer is locked out for good.',
    source: [routes(131), written, verified('changing-the-e-mail')],
  },
  ({ 'change every field': change, 'read after every change': read, 'login after every change': login }, shop) => {
    expect(change).toSucceed()
    for (const answer of [change, read]) expect(answer.at('/email')).toEqual(change.sent('/customer/email'))
    if (change.at('/confirmation').exists) inapplicable('the shop requires confirmation of a changed e-mail')
    if (login.status === 401 && shop.probe('confirmation required', false))
      inapplicable('the shop requires confirmation of an account before its first login')
    expectToken(login)
  },
)

must(
  'ADMIN-44',
  'Validating a customer changes nothing',
  {
    why: 'An import validates first and asks the user before it writes. Data that is written by asking was never approved.',
    unless: requiring('suffix'),
    source: [routes(218), written],
  },
  ({ create, validate, read }) => {
    if (!validate.sent('/customer/suffix').exists) inapplicable('the validated customer equals the registered one')
    expect(create.at('/suffix')).toBeAbsent()
    if (read.status !== 200) throw new Undecided('blocked', `"${read.name}" shows nothing`, { by: read.name })
    expect(read.at('/suffix')).toBeAbsent()
  },
)
