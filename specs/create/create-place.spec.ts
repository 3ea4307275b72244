import { lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import { invalidValue } from '../shared/messages.ts'
import { createPlace } from './create-place.scenario.ts'

const whyWrongPlace =
  'A wrong id in a client’s configuration shows at the first registration, instead of filling the wrong store with customers.'

const { should } = requirementsOf(createPlace)

should(
  'CREATE-32',
  'a registration that names neither website nor store view ends in the default store view, whatever store the URL names',
  {
    why: 'A client of a second store view finds its customers in the default one, with its language and mails, and has to send the store on purpose.',
    source: [
      recorded('protocol/create-on-all#call'),
      code('module-customer/Model/AccountManagement.php:897', '2.4.7-p6'),
      verified('registration'),
    ],
  },
  ({ plain, 'through all stores': all }) => {
    expect(all).toSucceed()
    for (const field of ['website_id', 'store_id', 'created_in'])
      expect(all.at(`/${field}`)).toEqual(plain.at(`/${field}`))
  },
)

should(
  'CREATE-33',
  'a website and a store view of it can be named',
  {
    why: 'A shop with several websites registers customers where they shop; otherwise their prices, mails and logins are those of another site.',
    source: [
      recorded('create/with-website-and-store#call'),
      code('module-customer/Model/AccountManagement.php:888', '2.4.7-p6'),
    ],
  },
  ({ 'with website and store': answer }) => {
    expect(answer).toSucceed()
    for (const field of ['website_id', 'store_id'])
      expect(answer.at(`/${field}`)).toEqual(answer.sent(`/customer/${field}`))
  },
)

should(
  'CREATE-34',
  'an unknown website is answered 404 with its id in the text',
  {
    why: whyWrongPlace,
    source: [recorded('create/with-website-unknown#call'), verified('registration')],
  },
  ({ 'with an unknown website': answer }) => {
    const id = answer.sent('/customer/website_id').value
    expect(answer).toBeRefusedWith(404, {
      message: `The website with id ${id} that was requested wasn't found. Verify the website and try again.`,
    })
  },
)

should(
  'CREATE-35',
  'an unknown store view is answered 404',
  {
    why: whyWrongPlace,
    source: [recorded('create/with-store-unknown#call'), verified('registration')],
  },
  ({ 'with an unknown store': answer }) => {
    expect(answer).toBeRefusedWith(404, {
      message: "The store that was requested wasn't found. Verify the store and try again.",
    })
  },
)

should(
  'CREATE-36',
  'a page to go on to may be sent along; the answer does not repeat it',
  {
    why: 'Clients send the page that the mail’s link leads on to. Echoed, it would put an address of a stranger’s choice into an answer that a page may show.',
    source: [recorded('create/redirect-url#call'), doc('order-create-customer')],
  },
  ({ subscribed }) => {
    expect(subscribed).toSucceed()
    expect(subscribed.at('/redirectUrl')).toBeAbsent()
    expect(subscribed.at('/redirect_url')).toBeAbsent()
  },
)

should(
  'CREATE-37',
  'who subscribes to the newsletter while registering is subscribed in the answer',
  {
    why: 'A subscription is consent, with legal weight. Lost or invented, the marketing list is wrong from the first day.',
    source: [
      recorded('create/subscribed#call'),
      code('module-newsletter/Model/Plugin/CustomerPlugin.php:245', '2.4.0'),
    ],
    next: 'a shop without the newsletter, or with a confirmation for it, answers otherwise',
  },
  ({ subscribed }) => {
    expect(subscribed).toSucceed()
    expect(subscribed.at('/extension_attributes/is_subscribed')).toEqual(true)
  },
)

should(
  'CREATE-38',
  'an address without a country, or in one that is none, is left out without a word; before 2.3.3 it is refused',
  {
    why: 'The registration succeeds and the address is gone: a client that does not look finds out at checkout.',
    source: [
      recorded('create/address-country-unknown#call'),
      recorded('create/address-missing-countryId#call'),
      code('module-customer/Model/AccountManagement.php:931', '2.4.7-p6'),
    ],
  },
  ({ 'with countries that are none': answer }, shop) => {
    if (shop.is(lacks('bad-country-is-dropped'))) {
      expect(answer).toBeRefusedWith(400, {
        message: invalidValue,
        parameters: { fieldName: 'countryId', value: 'XX' },
      })
      return
    }
    expect(answer).toSucceed()
    const cities = ['Nowhere', 'Anywhere']
    expect(answer.at('/addresses')).toBe('no address with such a country', (addresses) =>
      Array.isArray(addresses) ? addresses.every((address) => !cities.includes(address?.city)) : false,
    )
    for (const field of ['default_billing', 'default_shipping']) expect(answer.at(`/${field}`)).toBeAbsent()
  },
)
