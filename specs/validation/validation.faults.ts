import { operation, rule, service } from '../../faults/change.ts'
import { type Body, readingRegistration, refuse, registering } from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'
import type { Change } from '../../reference/index.ts'
import { Refusal } from '../../reference/index.ts'

/** Finds other faults in an e-mail than the shop does. */
const email = (change: (problems: (email: string) => string[], email: string) => string[]): Change =>
  service('emailProblems', (problems) => (text) => change(problems, text))

const noEmail = '"Email" is not a valid email address.'

export const emailFaults = faults([
  {
    id: 'email-unchecked',
    does: 'any text is an e-mail',
    breaks: ['VALID-01', 'VALID-02', 'VALID-03', 'VALID-04', 'VALID-05'],
    change: email(() => []),
  },
  {
    id: 'email-needs-no-at',
    does: 'an e-mail needs a dot, but no @',
    breaks: ['VALID-01'],
    change: email((problems, text) => (text.includes('@') ? problems(text) : [])),
  },
  {
    id: 'email-with-two-ats',
    does: 'an e-mail is anything with an @ and a dot behind it',
    breaks: ['VALID-02'],
    change: email((problems, text) => (/^[^@]+@[^@]+@/.test(text) ? [] : problems(text))),
  },
  {
    id: 'email-with-blank',
    does: 'an e-mail may hold a blank',
    breaks: ['VALID-02'],
    change: email((problems, text) => problems(text.replace(/(?<=\w) (?=\w)/g, ''))),
  },
  {
    id: 'email-trimmed-on-registration',
    does: 'blanks around an e-mail are taken away when an account is made',
    breaks: ['VALID-03'],
    change: readingRegistration((customer) =>
      typeof customer.email === 'string' ? { ...customer, email: customer.email.trim() } : undefined,
    ),
  },
  {
    id: 'local-host-accepted',
    does: 'an e-mail may be of the local network',
    breaks: ['VALID-04'],
    change: service('hostProblems', (problems) => (host) => (host === 'localhost' ? [] : problems(host))),
  },
  {
    id: 'long-email-cut',
    does: 'an e-mail too long is cut',
    breaks: ['VALID-05'],
    change: readingRegistration((customer) =>
      String(customer.email).length > 255 ? { ...customer, email: String(customer.email).slice(-60) } : undefined,
    ),
  },
  {
    id: 'email-in-ascii-only',
    does: 'an e-mail may hold no letter beyond ASCII before the @',
    breaks: ['VALID-06'],
    origin: '2.4.5-p13',
    change: email((problems, text) => (/[^\0-\x7f].*@/.test(text) ? [noEmail] : problems(text))),
  },
  {
    id: 'unicode-email-early',
    does: 'an e-mail may hold letters beyond ASCII before the @ in a release that refuses them',
    breaks: ['VALID-06'],
    release: '2.4.3-p2',
    change: email((problems, text) => problems(text.replace(/[^\0-\x7f](?=.*@)/g, 'o'))),
  },
  {
    id: 'email-without-plus',
    does: 'an e-mail may not hold a plus, as many a hand-written pattern has it',
    breaks: ['VALID-07', 'MAIL-09'],
    change: email((problems, text) => (text.includes('+') ? [noEmail] : problems(text))),
  },
  {
    id: 'email-in-lower-case',
    does: 'an e-mail is stored in lower case',
    breaks: ['VALID-07', 'MAIL-09'],
    change: readingRegistration((customer) =>
      typeof customer.email === 'string' ? { ...customer, email: customer.email.toLowerCase() } : undefined,
    ),
  },
])

export const nameFaults = faults([
  {
    id: 'names-in-ascii-only',
    does: 'names may hold Latin letters only',
    breaks: ['VALID-08'],
    change: service('nameIsValid', (isValid) => (name) => isValid(name) && !/[\u0400-\u04ff]/.test(name)),
  },
  {
    id: 'names-unchecked',
    does: 'names may hold any character',
    breaks: ['VALID-09', 'VALID-10', 'VALID-13', 'VALID-14', 'VALID-22'],
    origin: '2.4.2',
    change: rule('nameCharacters', ''),
  },
  {
    id: 'template-in-name',
    does: 'names may hold the directives of a mail’s template',
    breaks: ['VALID-09', 'VALID-10'],
    change: service(
      'nameProblems',
      (problems) => (person) => (String(person.firstname).startsWith('{{var') ? [] : problems(person)),
    ),
  },
  {
    id: 'first-wrong-name-only',
    does: 'of several wrong names only the first is named',
    breaks: ['VALID-10'],
    change: service('nameProblems', (problems) => (person) => problems(person).slice(0, 1)),
  },
  {
    id: 'typographic-apostrophe-refused',
    does: 'a name may not hold a typographic apostrophe',
    breaks: ['VALID-11'],
    origin: 'magento/magento2#35469',
    change: rule('nameCharacters', ",\\-_.'&" as never),
  },
  {
    id: 'typographic-apostrophe-early',
    does: 'a name may hold a typographic apostrophe in a release that refuses it',
    breaks: ['VALID-11'],
    release: '2.4.4-p13',
    origin: '2.4.5',
    change: rule('nameCharacters', ",\\-_.'’`"),
  },
  {
    id: 'ampersand-refused',
    does: 'a name may not hold an ampersand',
    breaks: ['VALID-12', 'STORE-20', 'STORE-21', 'STORE-22', 'STORE-23', 'STORE-24'],
    origin: '2.4.6-p11',
    change: rule('nameCharacters', ",\\-_.'’`"),
  },
  {
    id: 'ampersand-early',
    does: 'a name may hold an ampersand in a release that refuses it',
    breaks: ['VALID-12'],
    release: '2.4.6-p11',
    origin: '2.4.7',
    change: rule('nameCharacters', ",\\-_.'’`&"),
  },
  {
    id: 'quotation-marks-accepted',
    does: 'a name may hold quotation marks',
    breaks: ['VALID-13'],
    origin: '2.3.7-p4',
    change: rule('nameCharacters', ',\\-_.\'’`&"' as never),
  },
  {
    id: 'quotation-marks-refused-early',
    does: 'a name may not hold quotation marks in 2.3.7',
    breaks: ['VALID-13'],
    release: '2.3.7-p4',
    change: rule('nameCharacters', ",\\-_.'"),
  },
  {
    id: 'long-name-cut',
    does: 'a name too long is cut to 255 characters',
    breaks: ['VALID-14'],
    origin: '2.4.1',
    change: service('nameIsValid', (isValid) => (name) => isValid(name.slice(0, 255))),
  },
])

/** Finds other faults in an address than the shop does. */
const problems = (
  change: (found: { message: string; parameters?: unknown }[]) => { message: string; parameters?: unknown }[],
): Change => service('addressProblems', (find) => (address) => change(find(address)) as ReturnType<typeof find>)

const fieldOf = ({ parameters }: { parameters?: unknown }) => String((parameters as Body | undefined)?.fieldName)

export const addressFaults = faults([
  {
    id: 'city-may-be-missing',
    does: 'an address needs no city',
    breaks: ['VALID-15', 'VALID-16', 'VALID-17', 'WHOLE-01'],
    change: problems((found) => found.filter((problem) => fieldOf(problem) !== 'city')),
  },
  {
    id: 'one-error-as-list',
    does: 'a single fault of an address is answered as a list of one',
    breaks: ['VALID-15', 'VALID-19', 'VALID-20', 'ERROR-01', 'PROFILE-35'],
    change: service('validateAddress', (validate, shop) => (address) => {
      const found = shop.services.addressProblems(address)
      if (found.length === 1) throw new Refusal(400, 'One or more input exceptions have occurred.', undefined, found)
      validate(address)
    }),
  },
  {
    id: 'first-fault-only',
    does: 'of several faults of an address only the first is answered',
    breaks: ['VALID-16', 'VALID-17'],
    change: problems((found) => found.slice(0, 1)),
  },
  {
    id: 'faults-in-alphabetical-order',
    does: 'the faults of an address are answered in alphabetical order',
    breaks: ['VALID-16', 'VALID-17'],
    change: problems((found) => [...found].sort((one, other) => fieldOf(one).localeCompare(fieldOf(other)))),
  },
  {
    id: 'telephone-may-be-missing',
    does: 'an address needs no telephone number',
    breaks: ['VALID-17'],
    change: problems((found) => found.filter((problem) => fieldOf(problem) !== 'telephone')),
  },
  {
    id: 'refused-address-leaves-account',
    does: 'a registration refused for its address leaves the account behind',
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
    does: 'the id of a region is not looked up',
    breaks: ['VALID-19', 'VALID-20'],
    change: problems((found) => found.filter((problem) => fieldOf(problem) !== 'regionId')),
  },
  {
    id: 'region-of-any-country',
    does: 'a region of any country will do',
    breaks: ['VALID-20'],
    change: service(
      'countryProblems',
      (find) => (address) => (address.region_id === 43 ? find({ ...address, country_id: 'US' }) : find(address)),
    ),
  },
  {
    id: 'endless-street',
    does: 'a street may have any number of lines',
    breaks: ['VALID-21'],
    change: service('addressLines', (lines) => (address) => lines({ ...address, street: address.street.slice(0, 2) })),
  },
  {
    id: 'street-cut',
    does: 'lines of a street beyond what the shop has are left out',
    breaks: ['VALID-21'],
    change: service('streetLines', (lines) => (street) => lines(street).slice(0, 2)),
  },
  {
    id: 'city-with-dot',
    does: 'the characters of city and telephone number are not looked at',
    breaks: ['VALID-22'],
    origin: '2.4.7-p6',
    change: service('addressLines', (lines) => (address) => lines({ ...address, city: 'City', telephone: '1' })),
  },
  {
    id: 'address-validators-early',
    does: 'the characters of city, telephone number and names of an address are looked at before 2.4.8',
    breaks: ['VALID-22', 'VALID-24'],
    release: '2.4.7-p6',
    origin: '2.4.8',
    change: rule('addressValidators', true),
  },
])

export const detailFaults = faults([
  {
    id: 'wrong-date-passed-over',
    does: 'a date of birth that is no date is passed over',
    breaks: ['VALID-23'],
    change: readingRegistration((customer) =>
      Number.isNaN(Date.parse(String(customer.dob ?? '1990-01-01'))) ? { ...customer, dob: null } : undefined,
    ),
  },
  {
    id: 'born-tomorrow',
    does: 'a date of birth to come is accepted',
    breaks: ['VALID-24'],
    origin: '2.4.7-p6',
    change: service('birthDateProblems', () => () => []),
  },
  {
    id: 'born-tomorrow-refused-early',
    does: 'a date of birth to come is refused before 2.4.8',
    breaks: ['VALID-24'],
    release: '2.4.6-p11',
    change: registering(({ dob }) =>
      String(dob).startsWith('2999') ? refuse(400, 'The Date of Birth should not be greater than today.') : undefined,
    ),
  },
  {
    id: 'any-gender',
    does: 'a gender that the shop does not know is stored',
    breaks: ['VALID-25'],
    origin: '2.4.5-p13',
    change: rule('genderOptionsChecked', false),
  },
  {
    id: 'gender-checked-early',
    does: 'a gender that the shop does not know is refused in a release that stores it',
    breaks: ['VALID-25'],
    release: '2.4.5-p13',
    change: rule('genderOptionsChecked', true),
  },
  {
    id: 'script-stored',
    does: 'a script in a field is stored',
    breaks: ['VALID-26', 'BIND-18'],
    origin: '2.4.7-p6',
    change: rule('scriptIsRefused', false),
  },
])
