import { type Country, countries } from '../data/countries.ts'
import { regionsOf } from '../data/regions.ts'
import { missing } from '../errors.ts'
import type { Operation, Shop } from '../types.ts'

export function directoryOperations({ services }: Shop): Record<string, Operation> {
  return {
    'directory.countries': () => [...countries.values()].filter(({ id }) => services.countryIsAllowed(id)).map(view),

    'directory.country': (call) => {
      const country = countries.get((call.arguments as { countryId: string }).countryId)
      if (!country || !services.countryIsAllowed(country.id)) throw missing("The country isn't available.")
      return view(country)
    },

    'directory.currency': () => ({
      base_currency_code: 'USD',
      base_currency_symbol: '$',
      default_display_currency_code: 'USD',
      default_display_currency_symbol: '$',
      available_currency_codes: ['USD'],
      exchange_rates: [{ currency_to: 'USD', rate: 1 }],
    }),
  }
}

/** Region ids are strings here, and numbers in addresses. */
function view({ id, threeLetters, name }: Country) {
  const regions = regionsOf(id)
  return {
    id,
    two_letter_abbreviation: id,
    three_letter_abbreviation: threeLetters,
    full_name_locale: name,
    full_name_english: name,
    ...(regions ? { available_regions: regions.map((region) => ({ ...region, id: String(region.id) })) } : {}),
  }
}
