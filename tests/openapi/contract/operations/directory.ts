import { type OperationGroup, schema } from '../operation.ts'

export const directory: OperationGroup = {
  tag: 'Directory',
  describes: 'Countries with their regions, and the currency.',
  operations: [
    {
      id: 'listCountries',
      method: 'get',
      path: '/V1/directory/countries',
      summary: 'Read the countries that the shop allows',
      notes: ['The id of a region is a string here, and a number in addresses.'],
      access: 'anyone',
      answer: { description: 'The countries.', schema: { type: 'array', items: schema('Country') } },
    },
    {
      id: 'getCountry',
      method: 'get',
      path: '/V1/directory/countries/{countryId}',
      summary: 'Read a country',
      notes: ['The id of a region is a string here, and a number in addresses.'],
      access: 'anyone',
      params: { countryId: { schema: { type: 'string' }, description: 'Two upper-case letters.' } },
      answer: { description: 'The country.', schema: schema('Country') },
      refusals: { 404: ['The country does not exist, or the shop does not allow it.'] },
    },
    {
      id: 'getCurrency',
      method: 'get',
      path: '/V1/directory/currency',
      summary: 'Read the currency',
      notes: ['The base currency, and the currencies of the store view.'],
      access: 'anyone',
      answer: { description: 'The currency.', schema: schema('Currency') },
    },
  ],
}
