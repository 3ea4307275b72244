import { rule, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'

const release = '2.4.9'

export const labelFaults = faults([
  {
    id: 'labels-as-field-names',
    does: 'errors in a registration’s address name fields by code instead of label, as before 2.4.9',
    release,
    origin: '2.4.8',
    breaks: ['VALID-27', 'VALID-28'],
    change: rule('addressErrorsByLabel', false),
  },
  {
    id: 'first-label-only',
    does: 'only the first of several missing address fields is reported',
    release,
    breaks: ['VALID-28'],
    change: service('labelProblems', (find) => (address) => find(address).slice(0, 1)),
  },
  {
    id: 'endless-street-by-label',
    does: 'a registration accepts a street with any number of lines',
    release,
    breaks: ['VALID-32'],
    change: service('mostStreetLines', () => () => 99),
  },
  {
    id: 'validator-messages-joined-only',
    does: 'several validation messages are joined in one text instead of listed, as before 2.4.9',
    release,
    origin: '2.4.8',
    breaks: ['VALID-29'],
    change: rule('listsValidatorMessages', false),
  },
  {
    id: 'street-with-markup',
    does: 'a street with HTML markup is stored, as before 2.4.9',
    release,
    origin: '2.4.8',
    breaks: ['VALID-30'],
    change: rule('streetIsChecked', false),
  },
  {
    id: 'city-without-dot',
    does: 'a city or telephone number with a dot is rejected, as before 2.4.9',
    release,
    origin: '2.4.8',
    breaks: ['VALID-31'],
    change: rule('cityAndTelephoneTakeMore', false),
  },
  {
    id: 'birth-date-in-old-words',
    does: 'the error for an invalid date of birth has the message of releases before 2.4.9',
    release,
    origin: '2.4.8',
    breaks: ['VALID-23'],
    change: rule('birthDateInOtherWords', false),
  },
])
