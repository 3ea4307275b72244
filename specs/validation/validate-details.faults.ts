import { rule, service } from '../../faults/change.ts'
import { readingRegistration, refuse, registering } from '../../faults/changes/registrations.ts'
import { faults } from '../../faults/fault.ts'

export const detailFaults = faults([
  {
    id: 'wrong-date-passed-over',
    does: 'an invalid date of birth is ignored',
    breaks: ['VALID-23'],
    change: readingRegistration((customer) =>
      Number.isNaN(Date.parse(String(customer.dob ?? '1990-01-01'))) ? { ...customer, dob: null } : undefined,
    ),
  },
  {
    id: 'born-tomorrow',
    does: 'a date of birth in the future is accepted',
    breaks: ['VALID-24'],
    origin: '2.4.7-p6',
    change: service('birthDateProblems', () => () => []),
  },
  {
    id: 'born-tomorrow-refused-early',
    does: 'a date of birth in the future is rejected before 2.4.8',
    breaks: ['VALID-24'],
    release: '2.4.6-p11',
    change: registering(({ dob }) =>
      String(dob).startsWith('2999') ? refuse(400, 'The Date of Birth should not be greater than today.') : undefined,
    ),
  },
  {
    id: 'any-gender',
    does: 'an unknown gender is stored',
    breaks: ['VALID-25'],
    origin: '2.4.5-p13',
    change: rule('genderOptionsChecked', false),
  },
  {
    id: 'gender-checked-early',
    does: 'an unknown gender is rejected in a release that stores it',
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
  {
    id: 'birth-date-in-old-words',
    does: 'the error for an invalid date of birth has the message of releases before 2.4.9',
    release: '2.4.9',
    origin: '2.4.8',
    breaks: ['VALID-23'],
    change: rule('birthDateInOtherWords', false),
  },
])
