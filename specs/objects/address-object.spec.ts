import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { oneStreetLine, ownTelephone, without } from '../shared/circumstances.ts'
import { addressIn } from './address.ts'
import { addressObject } from './address-object.scenario.ts'

const { must, should } = requirementsOf(addressObject)

must(
  'OBJECT-08',
  'A default address has the flag `true`; other addresses have no flag',
  {
    why: 'Some clients check whether the flag is present, not its value. A `false` would turn every address into a default for them.',
    unless: without('US'),
    source: [recorded('create/address-two#call'), recorded('create/address-no-defaults#call'), verified('objects')],
  },
  ({ 'three addresses': customer }) => {
    const defaults = { Albany: [], Buffalo: ['default_billing'], Cortland: ['default_shipping'] }
    for (const [city, flags] of Object.entries<string[]>(defaults))
      for (const flag of ['default_billing', 'default_shipping']) {
        const place = customer.at(`${addressIn(customer, city)}/${flag}`)
        if (flags.includes(flag)) expect(place).toEqual(true)
        else expect(place).toBeAbsent()
      }
  },
)

must(
  'OBJECT-09',
  '`default_billing` and `default_shipping` of the customer hold the address ids as strings',
  {
    why: 'Checkout preselects the default addresses by these ids. A client that compares them with numbers finds no match.',
    unless: without('US'),
    source: [recorded('create/address-two#call'), verified('objects')],
  },
  ({ 'three addresses': customer }) => {
    const idIn = (city: string) => String(customer.at(`${addressIn(customer, city)}/id`).value)
    expect(customer.at('/default_billing')).toEqual(idIn('Buffalo'))
    expect(customer.at('/default_shipping')).toEqual(idIn('Cortland'))
  },
)

should(
  'OBJECT-19',
  'An address marked as the default for one purpose is not the default for the other',
  {
    why: 'Checkout fills in the default shipping address. A billing address there sends the parcel to the office.',
    unless: without('US'),
    source: [
      verified('default-addresses'),
      code('module-customer/Model/ResourceModel/Address/Relation.php', '2.4.7-p6'),
    ],
  },
  ({ 'billing only': billing, 'shipping only': shipping }) => {
    for (const customer of [billing, shipping]) expect(customer).toSucceed()
    for (const place of ['', '/addresses/0']) {
      expect(billing.at(`${place}/default_shipping`)).toBeAbsent()
      expect(shipping.at(`${place}/default_billing`)).toBeAbsent()
    }
  },
)

should(
  'OBJECT-10',
  'Addresses are returned in order of creation; from 2.4.8 the default shipping address comes first',
  {
    why: 'Clients display the list in this order, and some use the first entry. They need to know that the upgrade changes which one it is.',
    unless: without('US'),
    source: [
      recorded('create/address-two-both-default#call'),
      code('module-customer/Model/Customer.php', '2.4.8'),
      verified('objects'),
    ],
  },
  ({ 'three addresses': customer }, shop) => {
    const cities = shop.is(has('default-shipping-comes-first'))
      ? ['Cortland', 'Albany', 'Buffalo']
      : ['Albany', 'Buffalo', 'Cortland']
    for (const [index, city] of cities.entries()) expect(customer.at(`/addresses/${index}/city`)).toEqual(city)
  },
)

must(
  'OBJECT-11',
  'A region sent by id inside `region` is returned with its code and name',
  {
    why: 'A form sends the id from its list of regions. If code and name are not filled in, invoices and tax rules lack the state.',
    unless: without('US'),
    source: [recorded('create/address-region-id-only#call'), verified('regions')],
  },
  ({ regions }) => {
    expectNewYork(regions, 'Identified')
  },
)

should(
  'OBJECT-12',
  '`region_id` sent directly in the address sets the region',
  {
    why: 'Responses contain the id in both places, so clients send it in either; if it is ignored, the tax is wrong.',
    unless: without('US'),
    source: [recorded('create/address-region-id-flat#call'), verified('regions')],
  },
  ({ regions }) => {
    expectNewYork(regions, 'Flat')
  },
)

should(
  'OBJECT-13',
  'A region sent only by its code is not looked up: the returned region is empty, with id 0',
  {
    why: 'A developer expects "TX" to be sufficient, and gets an address without a region and with wrong tax, without a warning.',
    unless: without('US'),
    source: [recorded('create/address-region-code-only#call'), verified('regions')],
  },
  ({ regions }) => {
    const address = addressIn(regions, 'Coded')
    expectRegion(regions, address, { region_code: null, region: null, region_id: 0 })
    expect(regions.at(`${address}/region_id`)).toEqual(0)
  },
)

should(
  'OBJECT-14',
  'A region sent as text is returned as name and code, with id 0',
  {
    why: 'Countries without a list of regions use free text only. If it is dropped, the county is missing on the label.',
    unless: without('GB'),
    source: [recorded('create/address-region-free-text#call'), verified('regions')],
  },
  ({ regions }) => {
    const address = addressIn(regions, 'Written')
    expectRegion(regions, address, { region_code: 'Elsewhere', region: 'Elsewhere', region_id: 0 })
    expect(regions.at(`${address}/region_id`)).toEqual(0)
  },
)

must(
  'OBJECT-15',
  'An address sent without a region returns a region object with code null, name null and id 0',
  {
    why: 'Clients read `region.region` without checking that it exists, and crash on the first address without one.',
    unless: without('US'),
    source: [recorded('create/address-missing-region#call'), verified('regions')],
  },
  ({ regions }) => {
    expectRegion(regions, addressIn(regions, 'Bare'), { region_code: null, region: null, region_id: 0 })
  },
)

should(
  'OBJECT-16',
  'An address sent without a region has no `region_id` beside the region object',
  {
    why: 'Clients would look up this number in the list of regions and display a state that the customer never chose.',
    unless: without('US'),
    source: [recorded('create/address-missing-region#call'), verified('regions')],
  },
  ({ regions }) => {
    expect(regions.at(`${addressIn(regions, 'Bare')}/region_id`)).toBeAbsent()
  },
)

should(
  'OBJECT-17',
  'Spaces around a telephone number are removed',
  {
    why: 'Numbers are often pasted with spaces around them; carriers and tax connectors reject them.',
    in: has('telephone-is-trimmed'),
    unless: [without('US'), ownTelephone],
    source: [verified('addresses'), code('module-customer/Model/Address/AbstractAddress.php', '2.4.7-p6')],
  },
  ({ regions }) => {
    expect(regions.at(`${addressIn(regions, 'Bare')}/telephone`)).toEqual('512-555-1111')
  },
)

must(
  'OBJECT-18',
  'Two street lines are returned as two, in the order sent',
  {
    why: 'The second line holds flat and floor. If the lines are joined or swapped, the parcel does not arrive.',
    unless: [without('US'), oneStreetLine],
    source: [verified('addresses'), recorded('create/address-street-three-lines#call')],
    next: 'the number of street lines is a setting: customer/address/street_lines, 2 on a stock shop',
  },
  ({ 'two lines of street': customer }) => {
    expect(customer).toSucceed()
    expect(customer.at('/addresses/0/street')).toEqual(customer.sent('/customer/addresses/0/street'))
  },
)

function expectNewYork(customer: Exchange, city: string): void {
  const address = addressIn(customer, city)
  expect(customer.at(`${address}/region/region_code`)).toEqual('NY')
  expect(customer.at(`${address}/region/region_id`)).toEqual(43)
  // The shop sets the name, in the language of the store view.
  expect(customer.at(`${address}/region/region`)).toMatch(/./)
  expect(customer.at(`${address}/region_id`)).toEqual(43)
}

function expectRegion(customer: Exchange, address: string, region: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(region)) expect(customer.at(`${address}/region/${key}`)).toEqual(value)
}
