import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { oneStreetLine, without } from '../shared/circumstances.ts'
import { addressIn } from './address.ts'
import { addressObject } from './address-object.scenario.ts'

const { must, should } = requirementsOf(addressObject)

must(
  'OBJECT-08',
  'an address says that it is a default only when it is: `true` there, and nothing on the others',
  {
    why: 'Clients look for the flag and not for its value. A `false` on every other address makes all of them the default in a loose comparison.',
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
  'the customer names the default addresses by their ids, as text, each by its own',
  {
    why: 'Checkout fills in the default addresses by these ids. Compared with a number where a text stands, none is found.',
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
  'OBJECT-10',
  'addresses stand in the order in which they were made; from 2.4.8 the default for shipping stands first',
  {
    why: 'Clients show the list as it comes, and some take the first entry. They should know that from 2.4.8 it is another one.',
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
  'the id of a region is enough: code and name are filled in',
  {
    why: 'A form sends the id from its list of regions. Not filled in, invoices and tax rules lack the state.',
    unless: without('US'),
    source: [recorded('create/address-region-id-only#call'), verified('regions')],
  },
  ({ regions }) => {
    expectNewYork(regions, 'Identified')
  },
)

should(
  'OBJECT-12',
  'the id of a region may stand directly in the address',
  {
    why: 'Answers have the id in both places, so that clients send it in either; a region that is passed over costs the right tax.',
    unless: without('US'),
    source: [recorded('create/address-region-id-flat#call'), verified('regions')],
  },
  ({ regions }) => {
    expectNewYork(regions, 'Flat')
  },
)

should(
  'OBJECT-13',
  'the code of a region alone is not looked up: the region is empty',
  {
    why: 'A developer expects "TX" to be enough, and gets an address without a region, wrongly taxed and without a warning.',
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
  'a region in words comes back as name and as code, with the id 0',
  {
    why: 'Countries without a list of regions have it in words only. Dropped, the county is missing on the label.',
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
  'an address sent without a region has a region object all the same, of three keys that say none',
  {
    why: 'Clients read `region.region` without asking whether it is there, and crash on the first address without one.',
    unless: without('US'),
    source: [recorded('create/address-missing-region#call'), verified('regions')],
  },
  ({ regions }) => {
    expectRegion(regions, addressIn(regions, 'Bare'), { region_code: null, region: null, region_id: 0 })
  },
)

should(
  'OBJECT-16',
  'an address sent without a region has no id of a region beside the region object',
  {
    why: 'A number here would be looked up in the list of regions and show a state that the customer never chose.',
    unless: without('US'),
    source: [recorded('create/address-missing-region#call'), verified('regions')],
  },
  ({ regions }) => {
    expect(regions.at(`${addressIn(regions, 'Bare')}/region_id`)).toBeAbsent()
  },
)

should(
  'OBJECT-17',
  'blanks around a telephone number are taken away',
  {
    why: 'Numbers are pasted with blanks; carriers and tax connectors refuse them.',
    in: has('telephone-is-trimmed'),
    unless: without('US'),
    source: [verified('addresses'), code('module-customer/Model/Address/AbstractAddress.php', '2.4.7-p6')],
  },
  ({ regions }) => {
    expect(regions.at(`${addressIn(regions, 'Bare')}/telephone`)).toEqual('512-555-1111')
  },
)

must(
  'OBJECT-18',
  'two lines of street come back as two, in order',
  {
    why: 'The second line holds flat and floor. Joined or turned round, the parcel does not arrive.',
    unless: [without('US'), oneStreetLine],
    source: [verified('addresses'), recorded('create/address-street-three-lines#call')],
    next: 'how many lines a street has is a setting: customer/address/street_lines, 2 on a stock shop',
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
  // The name is the store's, in the store's language.
  expect(customer.at(`${address}/region/region`)).toMatch(/./)
  expect(customer.at(`${address}/region_id`)).toEqual(43)
}

function expectRegion(customer: Exchange, address: string, region: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(region)) expect(customer.at(`${address}/region/${key}`)).toEqual(value)
}
