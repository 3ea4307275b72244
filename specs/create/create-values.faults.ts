import { service, together } from '../../faults/change.ts'
import { type Body, readingRegistration } from '../../faults/changes/registrations.ts'
import { updating } from '../../faults/changes/updates.ts'
import { faults } from '../../faults/fault.ts'
import type { Change } from '../../reference/index.ts'
import { addressAsSent } from '../shared/broken-together.ts'

/** Changes every text of a customer or an address before it is stored. */
const storing = (change: (text: string) => string): Change =>
  service('storedText', (store) => (text) => store(change(text)))

const withSwappedDate = ({ dob, ...others }: Body): Body | undefined =>
  typeof dob === 'string'
    ? { ...others, dob: dob.replace(/^(\d{4})-(0\d|1[0-2])-(0\d|1[0-2])$/, '$1-$3-$2') }
    : undefined

const withLowerGender = ({ gender, ...others }: Body): Body | undefined =>
  typeof gender === 'number' && gender > 0 ? { ...others, gender: gender - 1 } : undefined

const capitalized = (text: string) => text.toLowerCase().replace(/(^|\s)\p{L}/gu, (start) => start.toUpperCase())

export const createValueFaults = faults([
  {
    id: 'names-swapped',
    does: 'a registration swaps first and last name',
    breaks: [
      'CREATE-02',
      'CREATE-15',
      'VALID-08',
      'VALID-11',
      'VALID-12',
      'VALID-14',
      'EXPIRY-14',
      'BIND-13',
      'BIND-20',
      'BIND-25',
      'PROFILE-03',
      'CREATE-45',
      'PROFILE-42',
      'ADMIN-37',
    ],
    change: readingRegistration(({ firstname, lastname, ...others }) => ({
      ...others,
      ...(lastname === undefined ? {} : { firstname: lastname }),
      ...(firstname === undefined ? {} : { lastname: firstname }),
    })),
  },
  {
    id: 'first-address-only',
    does: 'a registration stores only the first of several addresses',
    breaks: [
      'OBJECT-08',
      'OBJECT-09',
      'OBJECT-10',
      'OBJECT-12',
      'OBJECT-13',
      'OBJECT-14',
      'OBJECT-15',
      'OBJECT-16',
      'OBJECT-17',
      'VALID-16',
      'VALID-17',
      'DEFAULT-02',
      'ADMIN-11',
    ],
    change: readingRegistration(({ addresses, ...others }) =>
      Array.isArray(addresses) ? { ...others, addresses: addresses.slice(0, 1) } : undefined,
    ),
  },
  {
    id: 'middle-name-as-initial',
    does: 'a registration stores only the first letter of the middle name',
    breaks: ['VALID-10', 'PROFILE-05', 'PROFILE-08', 'CREATE-45', 'PROFILE-42', 'ADMIN-37'],
    change: readingRegistration(({ middlename, ...others }) =>
      typeof middlename === 'string' ? { ...others, middlename: middlename.slice(0, 1) } : undefined,
    ),
  },
  {
    id: 'subscribed-unless-declined',
    does: 'a registration that says nothing about the newsletter subscribes the customer to it',
    breaks: ['OBJECT-05'],
    change: readingRegistration((customer) =>
      customer.extension_attributes ? undefined : { ...customer, extension_attributes: { is_subscribed: true } },
    ),
  },
  {
    id: 'accents-stripped',
    does: 'names, streets and cities are stored without their accents',
    breaks: [
      'CREATE-45',
      'PROFILE-42',
      'PROFILE-43',
      'PROFILE-45',
      'PROFILE-46',
      'PROFILE-52',
      'ADMIN-37',
      'ADMIN-38',
      'ADMIN-39',
    ],
    change: storing((text) => text.normalize('NFD').replace(/\p{M}/gu, '').normalize()),
  },
  {
    id: 'right-to-left-lost',
    does: 'letters of scripts that are written from right to left are stored as question marks',
    breaks: [...addressAsSent],
    change: storing((text) => text.replace(/[\u0590-\u06ff]/gu, '?')),
  },
  {
    id: 'inner-spaces-collapsed',
    does: 'several spaces inside a text are stored as one',
    breaks: ['WHOLE-04', 'WHOLE-06', 'PROFILE-46', 'PROFILE-52', 'ADMIN-39'],
    change: storing((text) => text.replace(/ {2,}/g, ' ')),
  },
  {
    id: 'texts-without-signs',
    does: 'apostrophes, quotation marks and signs such as & are removed from names and companies',
    breaks: [
      'VALID-08',
      'VALID-11',
      'VALID-12',
      'WHOLE-04',
      'CREATE-45',
      'PROFILE-43',
      'PROFILE-45',
      'PROFILE-46',
      'PROFILE-52',
      'ADMIN-37',
      'ADMIN-38',
      'ADMIN-39',
    ],
    change: storing((text) => text.replace(/['"’&\\]/g, '')),
  },
  {
    id: 'names-capitalized',
    does: 'names are stored with a capital first letter and small letters after it',
    breaks: [
      'VALID-08',
      'CREATE-45',
      'PROFILE-42',
      'PROFILE-43',
      'PROFILE-45',
      'PROFILE-46',
      'PROFILE-52',
      'ADMIN-37',
      'ADMIN-38',
      'ADMIN-39',
    ],
    change: storing((text) => (/^\p{L}[\p{L}' -]{3,}$/u.test(text) ? capitalized(text) : text)),
  },
  {
    id: 'streets-capitalized',
    does: 'the words of a street are stored with capital first letters',
    breaks: [...addressAsSent],
    change: service('streetLines', (lines) => (street) => lines(street).map((line) => capitalized(line))),
  },
  {
    id: 'fax-and-company-lost',
    does: 'a registration does not store the fax number and the company of an address',
    breaks: ['OBJECT-02', 'BIND-24', 'WHOLE-04', 'CREATE-45', 'PROFILE-43', 'ADMIN-37'],
    change: readingRegistration(({ addresses, ...others }) =>
      Array.isArray(addresses)
        ? { ...others, addresses: (addresses as Body[]).map(({ fax, company, ...address }) => address) }
        : undefined,
    ),
  },
  {
    id: 'words-of-names-capitalized',
    does: 'names are stored with a capital first letter of each word: van der Berg becomes Van Der Berg',
    breaks: ['WHOLE-04', 'WHOLE-06', 'PROFILE-45', 'PROFILE-46', 'PROFILE-52', 'ADMIN-38', 'ADMIN-39'],
    change: storing((text) =>
      text.includes('@') ? text : text.replace(/(^|\s)\p{Ll}/gu, (start) => start.toUpperCase()),
    ),
  },
  {
    id: 'texts-read-as-latin-1',
    does: 'letters outside ASCII are stored as two characters each: the UTF-8 is read as Latin-1',
    breaks: [
      'VALID-08',
      'VALID-11',
      'MAIL-13',
      'CREATE-45',
      'ADMIN-38',
      'ADMIN-39',
      'ADMIN-40',
      'ADMIN-41',
      'ADMIN-43',
    ],
    change: storing((text) => Buffer.from(text, 'utf8').toString('latin1')),
  },
  {
    id: 'texts-cut-after-50-characters',
    does: 'names and addresses are cut off after 50 characters',
    breaks: ['WHOLE-04', 'WHOLE-06', 'PROFILE-46', 'PROFILE-52', 'ADMIN-39'],
    change: storing((text) => [...text].slice(0, 50).join('')),
  },
  {
    id: 'day-and-month-swapped',
    does: 'day and month of a date of birth are swapped',
    breaks: ['PROFILE-45'],
    change: together(
      readingRegistration(withSwappedDate),
      updating((customer) => withSwappedDate(customer)),
    ),
  },
  {
    id: 'gender-one-lower',
    does: 'a gender is stored as the number before it: 1 for 2',
    breaks: ['OBJECT-07', 'VALID-25', 'PROFILE-02', 'PROFILE-05', 'CREATE-45', 'PROFILE-42', 'PROFILE-45', 'ADMIN-37'],
    change: together(readingRegistration(withLowerGender), updating(withLowerGender)),
  },
  {
    id: 'registered-in-the-group-of-visitors',
    does: 'a registration without a group gets group 0, that of visitors',
    breaks: ['CREATE-47'],
    change: (shop) => shop.settings.set('customer/create_account/default_group', '0'),
  },
])
