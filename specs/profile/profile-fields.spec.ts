import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { needed, succeeded } from '../../src/judge/known.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { noNewsletter, oneStreetLine, without } from '../shared/circumstances.ts'
import { changedAddress, changedCustomer, expectValues, realAddress, realCustomer } from '../shared/real-data.ts'
import { expectSameInXml, inResponse } from '../shared/xml.ts'
import { profileFields } from './profile-fields.scenario.ts'

const { must, should } = requirementsOf(profileFields)
const newsletter = code('module-newsletter/Model/Plugin/CustomerPlugin.php', '2.4.7-p6')
const optional = recorded('create/all-optional#call')
const confirmed =
  'a shop that asks for a confirmation of subscriptions (newsletter/subscription/confirm) subscribes later'

const isSubscribed = (answer: Exchange) => answer.at('/extension_attributes/is_subscribed')

must(
  'CREATE-45',
  'The response to a registration has every field of customer and address as it was sent',
  {
    why: 'The page after the form shows this response. A name or street that it changes frightens the customer, or was changed in the shop too.',
    unless: [without('US'), oneStreetLine],
    source: [optional, recorded('create/address-company-vat-fax#call'), verified('objects')],
  },
  ({ create }) => {
    expect(create).toSucceed()
    expectValues(create, '', realCustomer, [create, '/customer'])
    expectValues(create, '/addresses/0', realAddress, [create, '/customer/addresses/0'])
  },
)

must(
  'PROFILE-42',
  'GET customers/me returns every customer field as it was registered',
  {
    why: 'Real names have accents and other scripts, and numbers have leading zeros. A changed value is a wrong invoice and a wrong letter.',
    source: [optional, verified('objects')],
  },
  ({ create, me }) => {
    expect(create).toSucceed()
    expect(me).toSucceed()
    expectValues(me, '', realCustomer, [create, '/customer'])
  },
)

must(
  'PROFILE-43',
  'GET customers/me returns every address field as it was registered',
  {
    why: 'The label of the parcel is printed from these fields. A lost second line or leading zero sends the parcel back.',
    unless: [without('US'), oneStreetLine],
    source: [optional, recorded('create/address-company-vat-fax#call'), verified('objects')],
  },
  ({ create, me, 'billing address': billing }) => {
    expect(create).toSucceed()
    expect(me).toSucceed()
    expectValues(me, '/addresses/0', realAddress, [create, '/customer/addresses/0'])
    expect(billing).toSucceed()
    expectValues(billing, '', realAddress, [create, '/customer/addresses/0'])
  },
)

must(
  'PROFILE-44',
  'The profile in XML holds the same values as the profile in JSON',
  {
    why: 'Connectors that read XML import customers from it. A character that is lost in one form makes two different customers.',
    // Earlier releases escape an ampersand twice; NEG-19 compares values without one.
    in: has('xml-escapes-once'),
    source: [
      optional,
      code('framework/Webapi/Rest/Response/Renderer/Xml.php', '2.3.1'),
      thread('magento/magento2#18361'),
    ],
  },
  ({ me, 'me in XML': xml }) => {
    expect(me).toSucceed()
    expectSameInXml(me.json, inResponse(xml, 200), xml)
  },
)

must(
  'PROFILE-45',
  'A profile update stores every customer field that it changes',
  {
    why: 'The update succeeds and the form shows the new value; the next page shows the old one. Nobody notices before the invoice.',
    source: [verified('what-an-update-leaves-out'), thread('magento/magento2#40341')],
  },
  ({ change, 'me after the change': after }) => {
    expect(change).toSucceed()
    expectValues(change, '', changedCustomer, [change, '/customer'])
    expectValues(after, '', changedCustomer, [change, '/customer'])
  },
)

must(
  'PROFILE-46',
  'An address sent with its id stores every field that it changes',
  {
    why: 'A customer who moves corrects the stored address. One field that keeps its old value sends the parcel to the old home.',
    unless: [without('US'), oneStreetLine],
    source: [code('module-customer/Model/ResourceModel/AddressRepository.php', '2.4.7-p6'), verified('objects')],
  },
  ({ create, move, 'me after the move': after }) => {
    expect(move).toSucceed()
    for (const answer of [move, after]) {
      expect(answer.at('/addresses/0/id')).toEqual(create.at('/addresses/0/id'))
      expectValues(answer, '/addresses/0', changedAddress, [move, '/customer/addresses/0'])
    }
  },
)

must(
  'PROFILE-52',
  'The default billing address shows a change of the address',
  {
    why: 'Checkout reads the address here, the address book reads the profile. If one of them is older, the invoice has the address of before.',
    unless: [without('US'), oneStreetLine],
    source: [recorded('bearer/reach#billing'), code('module-customer/etc/webapi.xml:250', '2.4.7-p6')],
  },
  ({ create, move, 'billing address after the move': billing }) => {
    expect(billing).toSucceed()
    expect(billing.at('/id')).toEqual(create.at('/addresses/0/id'))
    expectValues(billing, '', changedAddress, [move, '/customer/addresses/0'])
  },
)

must(
  'PROFILE-47',
  'An address sent with its id stores a changed region',
  {
    why: 'Tax and freight are computed from the region. The old region with the new city charges the wrong tax.',
    unless: without('US'),
    source: [
      code('module-customer/Model/ResourceModel/AddressRepository.php', '2.4.7-p6'),
      thread('magento/magento2#18118'),
    ],
  },
  ({ move, 'me after the move': after }) => {
    expect(move).toSucceed()
    const sent = move.sent('/customer/addresses/0/region_id')
    if (!sent.exists || sent.value === 43) inapplicable('the shop lists no other region of the United States')
    expect(after.at('/addresses/0/region_id')).toEqual(sent)
    expect(after.at('/addresses/0/region/region_id')).toEqual(sent)
  },
)

must(
  'PROFILE-48',
  'A newsletter subscription chosen at registration is stored',
  {
    why: 'Consent that is given once and lost cannot be shown to a court, and the customer gets no newsletter.',
    unless: noNewsletter,
    source: [recorded('create/subscribed#call'), newsletter],
    next: confirmed,
  },
  ({ create, me, 'me after subscribing': later }) => {
    expect(create).toSucceed()
    if (isSubscribed(later).value === false) inapplicable(confirmed)
    expect(isSubscribed(me)).toEqual(true)
  },
)

must(
  'PROFILE-49',
  'A profile update stores a changed newsletter subscription',
  {
    why: 'A customer who unsubscribes and still gets mails has a right to complain to the authorities.',
    unless: noNewsletter,
    source: [newsletter, thread('magento/magento2#8027')],
    next: confirmed,
  },
  ({ me, unsubscribe, 'me after unsubscribing': without, subscribe, 'me after subscribing': again }) => {
    expect(unsubscribe).toSucceed()
    expect(isSubscribed(without)).toEqual(false)
    if (isSubscribed(me).value === false) inapplicable(confirmed)
    expect(subscribe).toSucceed()
    expect(isSubscribed(again)).toEqual(true)
  },
)

must(
  'PROFILE-55',
  'An update without `extension_attributes` leaves the newsletter subscription unchanged',
  {
    why: 'A form for the name does not send the newsletter. A subscription that ends with it is a consent that the shop loses.',
    unless: noNewsletter,
    source: [newsletter, code('module-newsletter/Model/Plugin/CustomerPlugin.php', '2.3.7')],
    next: confirmed,
  },
  ({ me, change, 'me after the change': after }) => {
    if (isSubscribed(succeeded(me)).value !== true) inapplicable(confirmed)
    if (change.sent('/customer/extension_attributes').exists) inapplicable('the run sends extension attributes')
    succeeded(change)
    const isIts = [me, after].every((answer) => answer.at('/id').value === change.at('/id').value)
    needed(after, isIts, 'with another customer')
    expect(isSubscribed(succeeded(after))).toEqual(true)
  },
)

should(
  'PROFILE-50',
  'A newsletter subscription is stored by the registration or by an update',
  {
    why: 'A shop that stores neither loses every consent, or asks for a confirmation by mail first.',
    unless: noNewsletter,
    source: [recorded('create/subscribed#call'), newsletter],
    next: confirmed,
  },
  ({ me, 'me after subscribing': later }) => {
    expect(me).toSucceed()
    if (isSubscribed(me).value !== true) expect(isSubscribed(later)).toEqual(true)
  },
)
