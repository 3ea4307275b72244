import { isDeepStrictEqual } from 'node:util'
import { all, any, has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { known, needed } from '../../src/judge/known.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, thread, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { without } from '../shared/circumstances.ts'
import { invalidValue } from '../shared/messages.ts'
import { addressesOf, unknownId } from '../shared/profile.ts'
import { leftOut, profileAddresses } from './profile-addresses.scenario.ts'

const whyDefaults =
  'Checkout fills in the default address. Another customer’s address would be shown to a stranger, or shipped to.'

const marks = ['default_billing', 'default_shipping'] as const
const isDefault = (address: Readonly<Record<string, unknown>>) => marks.some((mark) => address[mark] === true)

const { must, should, may } = requirementsOf(profileAddresses)
const repository = 'module-customer/Model/ResourceModel/CustomerRepository.php'
const invalidDefault = {
  message: 'The %fieldName value is invalid. Set the correct value and try again.',
  parameters: { fieldName: 'default_billing' },
}

must(
  'PROFILE-29',
  'An address sent with its id is updated, and keeps its id, its other fields and being the default',
  {
    why: 'Orders, quotes and other clients refer to the address by its id. If it gets a new id each time, their references break.',
    unless: without('US'),
    source: [code(`${repository}:276`, '2.4.7-p6'), verified('reading-and-writing-the-profile')],
  },
  ({ create, replace, 'me after replacing': me }) => {
    const id = defaultOf(create)
    const kept = addressesOf(create).find((address) => address.id === id)
    const moved = { ...kept, city: 'Harrison' }
    const sent = ({ company, fax, ...address }: Record<string, unknown>) => address
    for (const answer of [replace, me]) {
      expect(answer).toSucceed()
      expect(answer.at('/addresses')).toBe(`address ${id}, in Harrison now and otherwise as it was,`, () =>
        addressesOf(answer).some((address) => isDeepStrictEqual(sent(address), sent(moved))),
      )
    }
  },
)

should(
  'PROFILE-56',
  'An address sent with its id keeps the fields that are not sent, such as `company`',
  {
    why: 'A form without the company corrects the city. If the company is emptied with it, the next parcel does not find the office.',
    unless: without('US'),
    source: [
      code('module-customer/Model/Address.php', '2.4.7-p6'),
      code('module-customer/Model/ResourceModel/AddressRepository.php', '2.4.7-p6'),
    ],
  },
  ({ create, replace, 'me after replacing': me }) => {
    const id = defaultOf(create)
    const stored = addressesOf(create).find((address) => address.id === id)
    for (const answer of [replace, me]) {
      const kept = addressesOf(answer).find((address) => address.id === id)
      needed(answer, kept !== undefined, 'without the address')
      for (const field of leftOut) {
        if (replace.sent(`/customer/addresses/0/${field}`).exists) inapplicable(`the run sends ${field}`)
        needed(create, stored?.[field] !== undefined, `without ${field} in the address`)
        expect(answer.at('/addresses')).toBe(
          `${field} ${stored?.[field]} in address ${id}`,
          () => kept?.[field] === stored?.[field],
        )
      }
    }
  },
)

must(
  'PROFILE-30',
  '`addresses` replaces the whole list: an address without an id is added, an omitted one is deleted',
  {
    why: 'A client that sends only the changed address deletes all others. Its developers have to know before customers lose theirs.',
    unless: without('US'),
    source: [
      code(`${repository}:276`, '2.4.7-p6'),
      verified('addresses-of-an-update'),
      thread('magento/magento2#2499'),
    ],
  },
  ({ create, replace, 'me after replacing': me }) => {
    known(create.at('/addresses'))
    const earlier = addressesOf(create).map(({ id }) => id)
    for (const answer of [replace, me]) {
      expect(answer).toSucceed()
      expect(answer.at('/addresses')).toBe('two addresses, that in Armonk with an id of its own,', () => {
        const added = addressesOf(answer).find(({ city }) => city === 'Armonk')
        return addressesOf(answer).length === 2 && Number.isInteger(added?.id) && !earlier.includes(added?.id)
      })
    }
  },
)

must(
  'PROFILE-51',
  'A new address marked as the default takes the place of the earlier default address',
  {
    why: 'A customer who moves adds the new home and ticks "default". If the old one stays the default, checkout ships the next order there.',
    unless: without('US'),
    source: [
      code('module-customer/Model/ResourceModel/Address/Relation.php', '2.4.7-p6'),
      verified('addresses-of-an-update'),
    ],
  },
  ({ 'new default': answer, 'me with the new default': me }) => {
    for (const shown of [answer, me]) {
      expect(shown).toSucceed()
      expect(shown.at('/addresses')).toBe('the address in Yonkers as the only default, for both purposes,', () => {
        const [added, ...others] = addressesOf(shown).filter(
          (address) => address.city === 'Yonkers' || isDefault(address),
        )
        return added?.city === 'Yonkers' && others.length === 0 && marks.every((mark) => added[mark] === true)
      })
      const added = addressesOf(shown).find(({ city }) => city === 'Yonkers')
      for (const mark of marks) expect(shown.at(`/${mark}`)).toEqual(String(added?.id))
    }
  },
)

should(
  'PROFILE-31',
  'A default address sent without `addresses` changes nothing',
  {
    why: 'A client that sets the default this way gets 200, but nothing changed. It has to send the addresses too.',
    in: any(
      all(has('defaults-need-addresses'), lacks('default-address-is-checked')),
      has('default-address-is-checked-alone'),
    ),
    unless: without('US'),
    source: [code(`${repository}:254`, '2.4.7-p6'), verified('default-addresses')],
  },
  ({ 'me after replacing': me, 'own default alone': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/default_billing')).toEqual(me.at('/default_billing'))
  },
)

must(
  'PROFILE-32',
  'A default address that does not belong to the customer is rejected',
  {
    why: whyDefaults,
    in: has('default-address-is-checked'),
    unless: without('US'),
    source: [code(`${repository}:584`, '2.4.7-p6'), verified('default-addresses')],
  },
  ({ 'unknown default with addresses': answer }) => {
    expect(answer).toBeRefusedWith(400, invalidDefault)
  },
)

should(
  'PROFILE-33',
  'A default address that does not belong to the customer is rejected without `addresses` too',
  {
    why: whyDefaults,
    in: has('default-address-is-checked-alone'),
    unless: without('US'),
    source: [code(`${repository}:584`, '2.4.7-p6'), verified('default-addresses')],
  },
  ({ 'unknown default alone': answer }) => {
    expect(answer).toBeRefusedWith(400, invalidDefault)
  },
)

may(
  'PROFILE-34',
  'Older releases store a default address that does not belong to the customer',
  {
    why: 'Checkout fills in the default address. One that is not the customer’s own shows a stranger’s address, or ships there. This vulnerability was fixed in a later release. An administrator of such a shop has to know it, and a mock of this release has to have it.',
    in: lacks('default-address-is-checked'),
    unless: without('US'),
    source: [verified('default-addresses')],
  },
  ({ 'unknown default with addresses': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/default_billing')).toEqual(String(unknownId))
  },
)

must(
  'PROFILE-35',
  'An update with an address in an unknown country is rejected, naming the field',
  {
    why: 'An address in an unknown country cannot be shipped to. The form needs the error to mark the country.',
    source: [
      verified('addresses-of-an-update'),
      code('module-customer/Model/Address/Validator/Country.php:80', '2.4.7-p6'),
    ],
  },
  ({ 'unknown country': answer }) => {
    expect(answer).toBeRefusedWith(400, {
      message: invalidValue,
      parameters: { fieldName: 'countryId', value: 'ZZ' },
    })
  },
)

must(
  'PROFILE-36',
  'An empty list of addresses deletes all addresses',
  {
    why: 'This is how the last address is deleted. A client that sends an empty list for "unchanged" deletes the address book.',
    unless: without('US'),
    source: [code(`${repository}:276`, '2.4.7-p6'), thread('magento/magento2#2398')],
  },
  ({ 'none left': answer, 'me with none left': me }) => {
    for (const shown of [answer, me]) {
      expect(shown).toSucceed()
      expect(shown.at('/addresses')).toEqual([])
    }
  },
)

/** Returns the id of the default billing address. @throws Undecided if the response has none */
function defaultOf(customer: Exchange): unknown {
  const index = known<readonly { default_billing?: unknown }[]>(customer.at('/addresses')).findIndex(
    ({ default_billing }) => default_billing === true,
  )
  return known(customer.at(`/addresses/${index}/id`))
}
