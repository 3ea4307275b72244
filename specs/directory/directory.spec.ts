import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { schemaErrors } from '../../src/judge/schema.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { directory } from './directory.scenario.ts'

const { must, should, may } = requirementsOf(directory)
const routes = code('module-directory/etc/webapi.xml', '2.4.7-p6')

must(
  'DIRECTORY-01',
  'A guest reads the list of countries',
  {
    why: 'Every address form begins with this list. Without it nobody can enter an address.',
    source: [routes, verified('directory')],
  },
  ({ countries }) => {
    expect(countries).toSucceed()
    expect(countries.at('')).toBe('a list of countries, each with its id and abbreviations', (value) => {
      const list = Array.isArray(value) ? value : []
      return list.length > 0 && list.every((country) => schemaErrors('country', country).length === 0)
    })
    // The server's ICU may lack one or the other country, and then gives no name for it.
    expect(countries.at('')).toBe('names of countries', (value) => {
      return (value as { full_name_english?: unknown }[]).some(
        ({ full_name_english: name }) => typeof name === 'string',
      )
    })
  },
)

must(
  'DIRECTORY-02',
  'A guest reads one country by its id',
  {
    why: 'A form loads the regions when the country is chosen, and finds none under other field names.',
    source: [recorded('bearer/reach#countries'), routes],
  },
  ({ country }) => {
    expect(country).toSucceed().toMatchSchema('country')
    const id = country.data.request.url.split('/').at(-1)
    expect(country.at('/id')).toEqual(id)
    expect(country.at('/two_letter_abbreviation')).toEqual(id)
  },
)

must(
  'DIRECTORY-03',
  'The regions of a country have an id (a string of digits), a code and a name',
  {
    why: 'The id is a string here and a number in addresses. A typed client that expects one type fails on the other.',
    source: [recorded('bearer/reach#countries'), verified('directory')],
  },
  ({ country }) => {
    expect(country).toSucceed()
    const regions = country.at('/available_regions')
    if (!regions.exists && country.at('/id').exists) inapplicable('no country of the shop has regions')
    expect(regions).toBe('regions, each with an id of digits, a code and a name', (value) => {
      const list = Array.isArray(value) ? (value as Record<string, unknown>[]) : []
      return list.every(
        ({ id, code: short, name }) =>
          typeof id === 'string' && /^\d+$/.test(id) && typeof short === 'string' && typeof name === 'string',
      )
    })
  },
)

must(
  'DIRECTORY-04',
  'An unknown country is not found',
  {
    why: 'Otherwise a form with a wrong code shows an empty list of regions, and the customer continues without a region.',
    source: [routes, verified('directory')],
  },
  ({ 'unknown country': answer }) => {
    expect(answer).toBeRefusedWith(404, { message: "The country isn't available." })
    expect(answer.at('/parameters')).toBeAbsent()
  },
)

may(
  'DIRECTORY-05',
  'A country id in lower case is not found',
  {
    why: 'Address services return codes in lower case. A client that passes them on works only on a lax mock.',
    source: [verified('directory')],
  },
  ({ 'country in lower case': answer }) => {
    expect(answer).toBeRefusedWith(404, { message: "The country isn't available." })
  },
)

should(
  'DIRECTORY-06',
  'A guest reads the base currency, the available currencies and their exchange rates',
  {
    why: 'Prices in another currency are computed from these rates; keyed or typed otherwise, they come out wrong.',
    source: [routes, verified('directory')],
  },
  ({ currency }) => {
    expect(currency).toSucceed()
    expect(currency.at('/base_currency_code')).toMatch(/^[A-Z]{3}$/)
    expect(currency.at('/default_display_currency_code')).toMatch(/^[A-Z]{3}$/)
    expect(currency.at('/available_currency_codes')).toBe('a list of currency codes', (value) => {
      return Array.isArray(value) && value.length > 0 && value.every((entry) => /^[A-Z]{3}$/.test(String(entry)))
    })
    expect(currency.at('/exchange_rates')).toBe('a list of rates, each to a currency', (value) => {
      const rates = Array.isArray(value) ? (value as Record<string, unknown>[]) : undefined
      return (
        rates?.every(({ currency_to, rate }) => typeof currency_to === 'string' && typeof rate === 'number') ?? false
      )
    })
  },
)
