import { operation, together } from '../../faults/change.ts'
import { type Body, refuse, without } from '../../faults/changes/registrations.ts'
import { answering, insteadOfRefusing } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'

const unauthorized = "The consumer isn't authorized to access %resources."

const german = new Intl.DisplayNames('de', { type: 'region' })
const inGerman = (country: Body): Body => ({ ...country, full_name_english: german.of(String(country.id)) })

export const directoryFaults = faults([
  {
    id: 'countries-by-code',
    does: 'the countries are an object keyed by code instead of a list',
    breaks: ['DIRECTORY-01'],
    change: answering('directory.countries', (list) =>
      Object.fromEntries((list as unknown as { id: string }[]).map((country) => [country.id, country])),
    ),
  },
  {
    id: 'countries-not-for-guests',
    does: 'the list of countries is not open to guests',
    breaks: ['DIRECTORY-01'],
    change: operation('directory.countries', (call, inner) =>
      call.user ? inner(call) : refuse(401, unauthorized, { resources: 'Magento_Backend::admin' }),
    ),
  },
  {
    id: 'countries-without-names',
    does: 'the countries lack their names',
    breaks: ['DIRECTORY-01'],
    change: answering('directory.countries', (list) =>
      (list as unknown as object[]).map((country) => ({ ...country, full_name_locale: null, full_name_english: null })),
    ),
  },
  {
    id: 'country-in-camel-case',
    does: 'a country’s fields are in camelCase',
    breaks: ['DIRECTORY-02'],
    change: answering('directory.country', ({ id, full_name_locale, available_regions }) => ({
      id,
      fullNameLocale: full_name_locale,
      available_regions,
    })),
  },
  {
    id: 'region-ids-as-numbers',
    does: 'the region ids of a country are numbers instead of strings',
    breaks: ['DIRECTORY-02', 'DIRECTORY-03'],
    change: answering('directory.country', (country) => ({
      ...country,
      available_regions: (country.available_regions as { id: string }[] | undefined)?.map((region) => ({
        ...region,
        id: Number(region.id),
      })),
    })),
  },
  {
    id: 'unknown-country-is-nothing',
    does: 'an unknown country returns an empty list instead of 404',
    breaks: ['DIRECTORY-04', 'DIRECTORY-05'],
    change: insteadOfRefusing('directory.country', 404, []),
  },
  {
    id: 'country-in-any-case',
    does: 'a country is found by its id in lower case',
    breaks: ['DIRECTORY-05'],
    change: operation('directory.country', (call, inner) => {
      call.arguments = { countryId: String(call.arguments.countryId).toUpperCase() }
      return inner(call)
    }),
  },
  {
    id: 'regions-of-the-united-states-only',
    does: 'the list of countries has the regions of the United States only',
    breaks: ['DIRECTORY-07'],
    change: answering('directory.countries', (list) =>
      (list as unknown as Body[]).map((country) =>
        country.id === 'US' ? country : without(country, 'available_regions'),
      ),
    ),
  },
  {
    id: 'country-alone-without-regions',
    does: 'a country that is read alone lacks its regions',
    breaks: ['DIRECTORY-07'],
    change: answering('directory.country', (country) => without(country, 'available_regions')),
  },
  {
    id: 'english-names-translated',
    does: '`full_name_english` of countries is in the language of the store view, not in English',
    breaks: ['DIRECTORY-08'],
    change: together(
      answering('directory.countries', (list) => (list as unknown as Body[]).map(inGerman)),
      answering('directory.country', inGerman),
    ),
  },
  {
    id: 'rates-by-currency',
    does: 'the exchange rates are an object keyed by currency instead of a list',
    breaks: ['DIRECTORY-06'],
    change: answering('directory.currency', (currency) => ({ ...currency, exchange_rates: { USD: 1 } })),
  },
])
