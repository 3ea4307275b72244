import { isDeepStrictEqual } from 'node:util'
import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOfRun } from '../../src/judge/requirement.ts'
import { code, doc, recorded, thread, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { show } from '../../src/recording/show.ts'
import { answersWith, each, jsonAnswers } from './every-answer.ts'
import { addressesOf, type SentAddress, sentAddresses } from './sent-addresses.ts'

const { must } = requirementsOfRun('Customer and address objects')

const ofCustomers = [
  answersWith('POST', /\/V1\/customers\/?$/),
  answersWith('GET', /\/V1\/customers\/(me|\d+)\/?$/),
  answersWith('PUT', /\/V1\/customers\/(me|\d+|[^/]+\/activate|me\/activate)\/?$/),
]
const ofAddresses = [
  answersWith('GET', /\/V1\/customers\/(me|\d+)\/(billing|shipping)Address$/),
  answersWith('GET', /\/V1\/customers\/addresses\/\d+$/),
]

must(
  'WHOLE-01',
  'Every customer in a response has all fields of a customer, each with its type',
  {
    why: 'Typed clients decode every customer in the same way. One response without a field breaks the page that uses it.',
    profile: 'shape',
    source: [
      doc('order-create-customer'),
      verified('objects'),
      code('module-customer/Api/Data/CustomerInterface.php', '2.4.7-p6'),
    ],
  },
  (exchanges) => {
    const customers = jsonAnswers(exchanges).filter((exchange) => ofCustomers.some((holds) => holds(exchange)))
    each(customers, 'customer', (customer) => expect(customer).toMatchSchema('customer'))
  },
)

must(
  'WHOLE-02',
  'Every default address, or address read by its id, has all fields of an address, each with its type',
  {
    why: 'Typed clients decode every address in the same way. One address without a field breaks the checkout of its customer.',
    profile: 'shape',
    source: [verified('objects'), code('module-customer/Api/Data/AddressInterface.php', '2.4.7-p6')],
  },
  (exchanges) => {
    // Without a default address the response is an empty list.
    const addresses = jsonAnswers(exchanges).filter(
      (exchange) =>
        ofAddresses.some((holds) => holds(exchange)) && !(Array.isArray(exchange.json) && exchange.json.length === 0),
    )
    each(addresses, 'address', (address) => expect(address).toMatchSchema('address'))
  },
)

must(
  'WHOLE-03',
  'Every search response has complete customers, the search criteria and the total count',
  {
    why: 'Connectors page by the count and the criteria in the response. Without them they stop too early or never.',
    source: [verified('objects'), code('module-customer/Api/Data/CustomerSearchResultsInterface.php', '2.4.7-p6')],
  },
  (exchanges) => {
    const found = jsonAnswers(exchanges).filter(answersWith('GET', /\/V1\/customers\/search$/))
    each(found, 'search result', (result) => expect(result).toMatchSchema('customer-search'))
  },
)

must(
  'WHOLE-04',
  'Every address of a registration is returned with each field that was sent',
  {
    why: 'A field that is lost silently is noticed only on a wrong parcel or invoice.',
    profile: 'shape',
    source: [
      doc('order-create-customer'),
      recorded('create/address-company-vat-fax#call'),
      recorded('create/address-two#call'),
    ],
  },
  (exchanges) => {
    const registrations = jsonAnswers(exchanges).filter(answersWith('POST', /\/V1\/customers\/?$/))
    const pairs = registrations.flatMap((registration) =>
      sentAddresses(registration).map((sent) => ({ registration, sent })),
    )
    each(pairs, 'registration with an address', ({ registration, sent }) => comesBack(registration, sent))
  },
)

must(
  'WHOLE-06',
  'Every address of an update comes back with each field that was sent',
  {
    why: 'The form that saved the address shows this response. A field lost without a word is noticed when the parcel is wrong.',
    source: [
      verified('addresses-of-an-update'),
      recorded('create/address-company-vat-fax#call'),
      thread('magento/magento2#16854'),
    ],
  },
  (exchanges, shop) => {
    const flagged = shop.is(has('new-default-outlives-earlier'))
    const updates = jsonAnswers(exchanges).filter(answersWith('PUT', /\/V1\/customers\/(me|\d+)\/?$/))
    const pairs = updates.flatMap((update) => sentAddresses(update, flagged).map((sent) => ({ update, sent })))
    each(pairs, 'update with an address', ({ update, sent }) => comesBack(update, sent))
  },
)

must(
  'WHOLE-05',
  'The customer’s `default_billing` and `default_shipping` match the addresses marked as default',
  {
    why: 'The flag and the id are two references to one address. If they disagree, two clients ship to two places.',
    profile: 'shape',
    source: [doc('order-create-customer'), recorded('create/address-two#call'), verified('objects')],
  },
  (exchanges) => {
    const customers = jsonAnswers(exchanges).filter((exchange) => ofCustomers.some((holds) => holds(exchange)))
    each(customers, 'customer', (customer) => {
      for (const address of addressesOf(customer))
        for (const role of ['default_shipping', 'default_billing'])
          if (address[role] === true) expect(customer.at(`/${role}`)).toEqual(String(address.id))
          else if (customer.at(`/${role}`).value === String(address.id))
            throw new Unmet(`"${role}" of address ${address.id}: true`, show(address[role]), customer)
    })
  },
)

/** The shop drops an address in a country that it does not allow; other requirements check for missing addresses. */
function comesBack(answer: Exchange, sent: SentAddress): void {
  const kept = addressesOf(answer).find(({ city, firstname }) => city === sent.city && firstname === sent.firstname)
  if (!kept) return
  for (const [field, value] of Object.entries(sent))
    if (!isDeepStrictEqual(kept[field], value))
      throw new Unmet(
        `"${field}" of the address in ${sent.city} as it was sent: ${show(value)}`,
        show(kept[field]),
        answer,
      )
}
