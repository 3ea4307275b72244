import { countries } from '../data/countries.ts'
import { regionOf, regionsOf } from '../data/regions.ts'
import { linesRefusal, type Problem, refusalOf, required } from '../errors.ts'
import type { Address } from '../store.ts'
import type { Shop } from '../types.ts'

type Input = Record<string, unknown>

const texts = ['company', 'telephone', 'fax', 'postcode', 'city', 'firstname', 'lastname', 'middlename']
const textsToo = ['prefix', 'suffix', 'vat_id', 'country_id']

const isEmpty = (value: unknown) => typeof value !== 'string' || value.trim() === ''

export function addressServices(shop: Shop) {
  const allowed = (country: string) => {
    const list = shop.settings.get('general/country/allow')
    return list === '' || list.split(',').includes(country)
  }

  return {
    countryIsAllowed: (country: unknown) => typeof country === 'string' && countries.has(country) && allowed(country),

    /** Returns an address as stored: the sent values over the stored ones. */
    makeAddress(input: Input, stored?: Address): Address {
      const made: Address = { ...(stored ?? { id: 0, customer_id: 0, country_id: '', street: [] }) }
      for (const field of [...texts, ...textsToo]) {
        const value = input[field]
        if (typeof value === 'string') made[field] = value === '' ? undefined : shop.services.storedText(value)
      }
      if (typeof made.telephone === 'string' && shop.rules.telephoneTrimmed) made.telephone = made.telephone.trim()
      if (Array.isArray(input.street)) made.street = shop.services.streetLines(input.street)
      return { ...made, ...shop.services.regionFor(input) }
    },

    /** Splits at line breaks; empty lines at the ends are dropped. */
    streetLines(street: string[]): string[] {
      const text = shop.services.withoutFourBytes(street.join('\n')).replace(/^\n+|\n+$/g, '')
      return text === '' ? [] : text.split('\n')
    },

    /**
     * An id takes precedence over text, `region_id` over the region's own id, and a number in the text is an id. Codes
     * and names are not looked up.
     */
    regionFor(input: Input): Partial<Address> {
      if (!('region' in input) && typeof input.region_id !== 'number') return {}
      const region = (input.region ?? {}) as { region?: string | null; region_id?: number | null }
      const text = region.region || undefined
      const numeric = text && /^\d+$/.test(text) ? Number(text) : undefined
      const id = (input.region_id as number | null) || region.region_id || numeric || 0
      return { region_id: id, regionText: id ? undefined : text }
    },

    /** Returns missing or invalid fields, in Magento's order. */
    addressProblems(address: Address): Problem[] {
      const wanted = (field: string, show: string) =>
        shop.settings.get(`customer/address/${show}_show`) === 'req' && isEmpty(address[field])
      const optionalPostcode = shop.settings.get('general/country/optional_zip_countries').split(',')
      const absent: [string, boolean][] = [
        ['firstname', isEmpty(address.firstname)],
        ['lastname', isEmpty(address.lastname)],
        ['street', isEmpty(address.street[0])],
        ['city', isEmpty(address.city)],
        ['telephone', wanted('telephone', 'telephone')],
        ['fax', wanted('fax', 'fax')],
        ['company', wanted('company', 'company')],
        ['postcode', isEmpty(address.postcode) && !optionalPostcode.includes(address.country_id)],
      ]
      return [
        ...absent.filter(([, isAbsent]) => isAbsent).map(([field]) => required(field)),
        ...shop.services.countryProblems(address),
      ]
    },

    countryProblems({ country_id, region_id }: Address): Problem[] {
      if (isEmpty(country_id)) return [required('countryId')]
      if (!shop.services.countryIsAllowed(country_id)) return [invalid('countryId', country_id)]
      const unknown = region_id && regionsOf(country_id) && !regionOf(country_id, region_id)
      return unknown ? [invalid('regionId', String(region_id))] : []
    },

    /** Returns the results of further checks, as message lines. */
    addressLines(address: Address): string[] {
      const most = shop.services.mostStreetLines()
      const long = address.street.length > most ? [`"Street Address" cannot contain more than ${most} lines.`] : []
      return [...long, ...shop.services.addressTextLines(address)]
    },

    mostStreetLines: () => shop.settings.integer('customer/address/street_lines'),

    /** @throws Refusal 400 */
    validateAddress(address: Address): void {
      const problems = shop.services.addressProblems(address)
      if (problems.length) throw refusalOf(problems)
      const lines = shop.services.addressLines(address)
      if (lines.length) throw linesRefusal(lines, shop.rules.listsValidatorMessages)
    },
  }
}

function invalid(fieldName: string, value: string): Problem {
  return { message: 'Invalid value of "%value" provided for the %fieldName field.', parameters: { fieldName, value } }
}

declare module '../types.ts' {
  interface Services extends ReturnType<typeof addressServices> {}
}
