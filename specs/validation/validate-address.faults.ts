import { operation, rule, service } from '../../faults/change.ts'
import type { Body } from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'
import { type Change, Refusal } from '../../reference/index.ts'

/** Finds other errors in an address than the shop does. */
const problems = (
  change: (found: { message: string; parameters?: unknown }[]) => { message: string; parameters?: unknown }[],
): Change => service('addressProblems', (find) => (address) => change(find(address)) as ReturnType<typeof find>)

const fieldOf = ({ parameters }: { parameters?: unknown }) => String((parameters as Body | undefined)?.fieldName)

export const addressFaults = faults([
  {
    id: 'city-may-be-missing',
    does: 'an address without a city is accepted',
    breaks: ['VALID-15', 'VALID-16', 'VALID-17', 'WHOLE-01'],
    change: problems((found) => found.filter((problem) => fieldOf(problem) !== 'city')),
  },
  {
    id: 'one-error-as-list',
    does: 'a single error in an address is returned as a list of one',
    breaks: ['VALID-15', 'VALID-19', 'VALID-20', 'ERROR-01', 'PROFILE-35'],
    change: service('validateAddress', (validate, shop) => (address) => {
      const found = shop.services.addressProblems(address)
      if (found.length === 1) throw new Refusal(400, 'One or more input exceptions have occurred.', undefined, found)
      validate(address)
    }),
  },
  {
    id: 'field-names-in-snake-case',
    does: 'errors in an address name their fields in snake_case: region_id instead of regionId',
    breaks: ['VALID-19', 'VALID-20', 'PROFILE-35'],
    change: service(
      'addressProblems',
      (problems) => (address) =>
        problems(address).map(({ message, parameters }) => ({
          message,
          parameters: Object.fromEntries(
            Object.entries(Object(parameters)).map(([name, value]) => [
              name,
              name === 'fieldName' ? String(value).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : value,
            ]),
          ),
        })),
    ),
  },
  {
    id: 'first-fault-only',
    does: 'only the first of several errors in an address is returned',
    breaks: ['VALID-16', 'VALID-17'],
    change: problems((found) => found.slice(0, 1)),
  },
  {
    id: 'faults-in-alphabetical-order',
    does: 'errors in an address are returned in alphabetical order',
    breaks: ['VALID-16', 'VALID-17'],
    change: problems((found) => [...found].sort((one, other) => fieldOf(one).localeCompare(fieldOf(other)))),
  },
  {
    id: 'telephone-may-be-missing',
    does: 'an address without a telephone number is accepted',
    breaks: ['VALID-17'],
    change: problems((found) => found.filter((problem) => fieldOf(problem) !== 'telephone')),
  },
  {
    id: 'refused-address-leaves-account',
    does: 'a registration rejected for its address still creates the account',
    breaks: ['VALID-18'],
    origin: 'magento/magento2#2914',
    change: operation('customer.create', (call, inner) => {
      const { customer } = call.arguments as { customer: Body }
      try {
        return inner(call)
      } catch (error) {
        const { addresses } = customer
        if (!Array.isArray(addresses) || addresses.length === 0) throw error
        inner({ ...call, arguments: { ...call.arguments, customer: { ...customer, addresses: [] } } })
        throw error
      }
    }),
  },
  {
    id: 'region-unchecked',
    does: 'the region id is not checked',
    breaks: ['VALID-19', 'VALID-20'],
    change: problems((found) => found.filter((problem) => fieldOf(problem) !== 'regionId')),
  },
  {
    id: 'region-of-any-country',
    does: 'a region of another country is accepted',
    breaks: ['VALID-20'],
    change: service(
      'countryProblems',
      (find) => (address) => (address.region_id === 43 ? find({ ...address, country_id: 'US' }) : find(address)),
    ),
  },
  {
    id: 'endless-street',
    does: 'an address may have any number of street lines',
    breaks: ['VALID-21'],
    change: service('addressLines', (lines) => (address) => lines({ ...address, street: address.street.slice(0, 2) })),
  },
  {
    id: 'street-cut',
    does: 'surplus street lines are dropped',
    breaks: ['VALID-21', 'WHOLE-04'],
    change: service('streetLines', (lines) => (street) => lines(street).slice(0, 2)),
  },
  {
    id: 'city-with-dot',
    does: 'the characters of city and telephone number are not checked',
    breaks: ['VALID-22'],
    origin: '2.4.7-p6',
    change: service('addressLines', (lines) => (address) => lines({ ...address, city: 'City', telephone: '1' })),
  },
  {
    id: 'address-validators-early',
    does: 'the characters of city, telephone number and names in an address are checked before 2.4.8',
    breaks: ['VALID-22', 'VALID-24'],
    release: '2.4.7-p6',
    origin: '2.4.8',
    change: rule('addressValidators', true),
  },
  {
    id: 'labels-as-field-names',
    does: 'errors in a registration’s address name fields by code instead of label, as before 2.4.9',
    release: '2.4.9',
    origin: '2.4.8',
    breaks: ['VALID-27', 'VALID-28'],
    change: rule('addressErrorsByLabel', false),
  },
  {
    id: 'first-label-only',
    does: 'only the first of several missing address fields is reported',
    release: '2.4.9',
    breaks: ['VALID-28'],
    change: service('labelProblems', (find) => (address) => find(address).slice(0, 1)),
  },
  {
    id: 'endless-street-by-label',
    does: 'a registration accepts a street with any number of lines',
    release: '2.4.9',
    breaks: ['VALID-32'],
    change: service('mostStreetLines', () => () => 99),
  },
  {
    id: 'street-with-markup',
    does: 'a street with HTML markup is stored, as before 2.4.9',
    release: '2.4.9',
    origin: '2.4.8',
    breaks: ['VALID-30'],
    change: rule('streetIsChecked', false),
  },
  {
    id: 'city-without-dot',
    does: 'a city or telephone number with a dot is rejected, as before 2.4.9',
    release: '2.4.9',
    origin: '2.4.8',
    breaks: ['VALID-31'],
    change: rule('cityAndTelephoneTakeMore', false),
  },
])
