import { rule, service } from '../../faults/change.ts'
import { faults } from '../../faults/fault.ts'

const release = '2.4.9'

export const labelFaults = faults([
  {
    id: 'labels-as-field-names',
    does: 'a registration names what an address lacks by fieldName, as before 2.4.9',
    release,
    origin: '2.4.8',
    breaks: ['VALID-27', 'VALID-28'],
    change: rule('addressErrorsByLabel', false),
  },
  {
    id: 'first-label-only',
    does: 'of several fields that an address lacks only the first is named',
    release,
    breaks: ['VALID-28'],
    change: service('labelProblems', (find) => (address) => find(address).slice(0, 1)),
  },
  {
    id: 'endless-street-by-label',
    does: 'a registration takes a street of any number of lines',
    release,
    breaks: ['VALID-32'],
    change: service('mostStreetLines', () => () => 99),
  },
  {
    id: 'validator-messages-joined-only',
    does: 'several messages of a validator are joined and not listed, as before 2.4.9',
    release,
    origin: '2.4.8',
    breaks: ['VALID-29'],
    change: rule('listsValidatorMessages', false),
  },
  {
    id: 'street-with-markup',
    does: 'a street that holds markup is stored, as before 2.4.9',
    release,
    origin: '2.4.8',
    breaks: ['VALID-30'],
    change: rule('streetIsChecked', false),
  },
  {
    id: 'city-without-dot',
    does: 'a city with a dot and a telephone number with dots are refused, as before 2.4.9',
    release,
    origin: '2.4.8',
    breaks: ['VALID-31'],
    change: rule('cityAndTelephoneTakeMore', false),
  },
  {
    id: 'birth-date-in-old-words',
    does: 'a date of birth that is no date is refused in the words of the releases before 2.4.9',
    release,
    origin: '2.4.8',
    breaks: ['VALID-23'],
    change: rule('birthDateInOtherWords', false),
  },
])
