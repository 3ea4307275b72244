import { expect } from '../../src/judge/expect.ts'
import { needed, succeeded } from '../../src/judge/known.ts'
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
    // The server's ICU library may not know a country; its name is then missing.
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

/** The regions of a country as text, with ids as strings; another requirement checks the type of the ids. */
function regionsIn(country: unknown): string | undefined {
  const { available_regions: regions } = Object(country)
  return Array.isArray(regions) ? regions.map(({ id, code, name }) => `${id} ${code} ${name}`).join(', ') : undefined
}

should(
  'DIRECTORY-07',
  'A country that is read alone has the same regions as in the list',
  {
    why: 'One form reads the list, another the country. If they differ, the region that one of them offers is unknown to the other.',
    source: [recorded('bearer/reach#countries'), verified('directory')],
  },
  ({ countries, country, 'another country': other }) => {
    const list = succeeded(countries).json
    for (const answer of [country, other]) {
      expect(answer).toSucceed()
      const entry = (Array.isArray(list) ? list : []).find(({ id }) => id === answer.at('/id').value)
      needed(answer, entry !== undefined, 'with an id of the list')
      const wanted = regionsIn(entry)
      const place = expect(answer.at('/available_regions'))
      if (wanted === undefined) place.toBeAbsent()
      else place.toBe(`the regions of the list: ${wanted}`, () => regionsIn(answer.json) === wanted)
    }
  },
)

should(
  'DIRECTORY-08',
  '`full_name_english` is the name of the country in English, whatever the language of the store view',
  {
    why: 'Carriers and customs forms want the English name. A name in the language of the shop goes on no label.',
    source: [recorded('bearer/reach#countries'), verified('directory')],
  },
  ({ countries }) => {
    const list = succeeded(countries).json
    const names: Readonly<Record<string, string>> = { US: 'United States', DE: 'Germany', FR: 'France' }
    const entries = [...(Array.isArray(list) ? list : []).entries()].filter(
      ([, { id, full_name_english }]) => id in names && full_name_english !== null,
    )
    if (entries.length === 0)
      inapplicable('the shop allows none of these countries, or its server has no names of countries')
    for (const [index, { id }] of entries) expect(countries.at(`/${index}/full_name_english`)).toEqual(names[id])
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
