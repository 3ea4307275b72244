import { all, any, has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, thread, verified } from '../../src/judge/source.ts'
import { without } from '../shared/circumstances.ts'
import { invalidValue } from '../shared/messages.ts'
import { addressesOf, unknownId } from '../shared/profile.ts'
import { profileAddresses } from './profile-addresses.scenario.ts'

const whyDefaults =
  'Checkout fills in the default address. One that is not the customer’s own shows a stranger’s address, or ships there.'

const { must, should, may } = requirementsOf(profileAddresses)
const repository = 'module-customer/Model/ResourceModel/CustomerRepository.php'
const invalidDefault = {
  message: 'The %fieldName value is invalid. Set the correct value and try again.',
  parameters: { fieldName: 'default_billing' },
}

must(
  'PROFILE-29',
  'an address sent with its id is changed in place',
  {
    why: 'Orders, quotes and other clients point to the address by its id. Made anew each time, their pointers lead nowhere.',
    unless: without('US'),
    source: [code(`${repository}:276`, '2.4.7-p6'), verified('reading-and-writing-the-profile')],
  },
  ({ create, replace, 'me after replacing': me }) => {
    const { id } = addressesOf(create).find(({ default_billing }) => default_billing === true) ?? {}
    for (const answer of [replace, me]) {
      expect(answer).toSucceed()
      expect(answer.at('/addresses')).toBe(`address ${id}, in Harrison now and still the default,`, () =>
        addressesOf(answer).some(
          (address) => address.id === id && address.city === 'Harrison' && address.default_billing === true,
        ),
      )
    }
  },
)

must(
  'PROFILE-30',
  'addresses are replaced as a whole: one sent without an id is added, one left out is deleted',
  {
    why: 'A client that sends only the address it changed deletes all others. Whoever writes one has to know, before customers lose theirs.',
    unless: without('US'),
    source: [
      code(`${repository}:276`, '2.4.7-p6'),
      verified('addresses-of-an-update'),
      thread('magento/magento2#2499'),
    ],
  },
  ({ create, replace, 'me after replacing': me }) => {
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

should(
  'PROFILE-31',
  'a default address named without sending addresses changes nothing',
  {
    why: 'A client that sets the default this way is answered 200 and has changed nothing; it has to send the addresses too.',
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
  'a default address that is none of the customer’s is refused',
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
  'a default address that is none of the customer’s is refused without addresses in the update too',
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
  'older releases store a default address that is none of the customer’s',
  {
    why: 'Checkout fills in the default address. One that is not the customer’s own shows a stranger’s address, or ships there. It is a weakness that was closed later. An administrator of such a shop has to know it, and a mock of this release has to have it.',
    in: lacks('default-address-is-checked'),
    source: [verified('default-addresses')],
  },
  ({ 'unknown default with addresses': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('/default_billing')).toEqual(String(unknownId))
  },
)

must(
  'PROFILE-35',
  'an address in a country that does not exist is refused in an update, and the field is named',
  {
    why: 'An address in no country cannot be shipped to. In an update it is refused and not dropped, so that the form can say so.',
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
  'an empty list of addresses deletes them all',
  {
    why: 'The last address is deleted this way, and no other. A client that sends an empty list for "unchanged" deletes the address book.',
    source: [code(`${repository}:276`, '2.4.7-p6'), thread('magento/magento2#2398')],
  },
  ({ 'none left': answer, 'me with none left': me }) => {
    for (const shown of [answer, me]) {
      expect(shown).toSucceed()
      expect(shown.at('/addresses')).toEqual([])
    }
  },
)
