import { lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import { untestable } from '../../src/judge/unmet.ts'
import { noNewsletter } from '../shared/circumstances.ts'
import { invalidValue } from '../shared/messages.ts'
import { createPlace } from './create-place.scenario.ts'

const whyWrongPlace =
  'A wrong id in a client’s configuration is found at the first registration, before customers are created in the wrong store.'

const { should } = requirementsOf(createPlace)

should(
  'CREATE-32',
  'A registration without website and store view uses the default store view, whatever store the URL names',
  {
    why: 'A client of a second store view creates its customers in the default one, with that view’s language and mails, unless it sends the store id.',
    source: [
      recorded('protocol/create-on-all#call'),
      code('module-customer/Model/AccountManagement.php:897', '2.4.7-p6'),
      verified('registration'),
    ],
  },
  ({ plain, 'through all stores': all }, shop) => {
    if (shop.probe('own website', false))
      untestable('every registration of this run names its website', 'run on a store view of the default website')
    expect(all).toSucceed()
    for (const field of ['website_id', 'store_id', 'created_in'])
      expect(all.at(`/${field}`)).toEqual(plain.at(`/${field}`))
  },
)

should(
  'CREATE-33',
  'A registration can set a website and one of its store views',
  {
    why: 'Shops with several websites register customers in the site they use; otherwise their prices, mails and logins come from another site.',
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
  'An unknown website returns 404 with the website’s id in the message',
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
  'An unknown store view returns 404',
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
  'A registration with a redirect URL succeeds; the response does not repeat the URL',
  {
    why: 'Clients send the page to open from the mail’s link. If the response repeated it, a page could display a URL chosen by an attacker.',
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
  'A newsletter subscription sent with the registration is returned as `is_subscribed: true`',
  {
    why: 'A subscription is consent with legal weight. If it is lost or invented, the mailing list is wrong.',
    unless: noNewsletter,
    source: [
      recorded('create/subscribed#call'),
      code('module-newsletter/Model/Plugin/CustomerPlugin.php:245', '2.4.0'),
    ],
    next: 'a shop with newsletter confirmation enabled returns another value',
  },
  ({ subscribed }) => {
    expect(subscribed).toSucceed()
    expect(subscribed.at('/extension_attributes/is_subscribed')).toEqual(true)
  },
)

should(
  'CREATE-38',
  'An address without a country or with an unknown one is dropped silently; before 2.3.3 it is rejected',
  {
    why: 'The registration succeeds but the address is lost: a client that does not check the response notices only at checkout.',
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
