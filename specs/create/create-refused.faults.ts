import { operation, rule, service } from '../../faults/change.ts'
import {
  answeringRegistration,
  type Body,
  crash,
  readingRegistration,
  refuse,
  registering,
  without,
} from '../../faults/changes/registrations.ts'
import { reading } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'

export const createRefusedFaults = faults([
  {
    id: 'same-email-twice',
    does: 'a second account is created with the same e-mail',
    breaks: ['CREATE-08', 'CREATE-09', 'CREATE-20', 'PROFILE-14'],
    change: service('checkEmailIsFree', () => () => undefined),
  },
  {
    id: 'known-email-answered-as-new',
    does: 'a registration with a known e-mail returns the existing account',
    breaks: ['WHOLE-07', 'CREATE-08', 'CREATE-09', 'CREATE-20'],
    change: operation('customer.create', (call, inner, shop) => {
      const { customer } = call.arguments as { customer: Body }
      const known = typeof customer.email === 'string' ? shop.services.findCustomer(customer.email, 1) : undefined
      return known && !customer.id ? shop.services.customerView(known) : inner(call)
    }),
  },
  {
    id: 'email-unique-by-case',
    does: 'e-mails that differ only in letter case create separate accounts',
    breaks: ['CREATE-09', 'PROFILE-14'],
    change: service('checkEmailIsFree', (check, shop) => (email, ...rest) => {
      const known = shop.services.findCustomer(email, 1)
      if (!known || known.email === email) check(email, ...rest)
    }),
  },
  {
    id: 'registration-without-password-cut-short',
    does: 'the response to a registration without a password omits the addresses',
    breaks: ['CREATE-10', 'WHOLE-01'],
    change: answeringRegistration((customer, _, { arguments: { password } }) =>
      password === undefined ? without(customer, 'addresses') : undefined,
    ),
  },
  {
    id: 'no-password-opens',
    does: 'an account without a password accepts any password',
    breaks: ['CREATE-11', 'RESET-30'],
    change: service(
      'passwordMatches',
      (matches) => (customer, password) => customer.passwordHash === undefined || matches(customer, password),
    ),
  },
  {
    id: 'first-login-sets-password',
    does: 'the first login to an account without a password sets its password',
    breaks: ['CREATE-11', 'RESET-30'],
    change: service('passwordMatches', (matches, shop) => (customer, password) => {
      customer.passwordHash ??= shop.services.hashPassword(password)
      return matches(customer, password)
    }),
  },
  {
    id: 'null-password-is-empty',
    does: 'a password of null is treated as an empty password',
    breaks: ['CREATE-12', 'TOKEN-26'],
    change: reading((body) => (body.password === null ? { ...body, password: '' } : undefined)),
  },
  {
    id: 'customer-may-be-missing',
    does: 'a registration without `customer` is treated as one with an empty customer',
    breaks: ['CREATE-13'],
    change: reading((body, { url }) =>
      'password' in body && !('customer' in body) && url.endsWith('/customers') ? { ...body, customer: {} } : undefined,
    ),
  },
  {
    id: 'last-name-may-be-missing',
    does: 'the last name is not required in a registration',
    breaks: ['CREATE-14', 'CREATE-15', 'PROFILE-11'],
    change: service(
      'requiredProblems',
      (problems) => (customer) => problems(customer.lastname ? customer : { ...customer, lastname: 'Doe' }),
    ),
  },
  {
    id: 'missing-field-not-named',
    does: 'the error for a missing name does not say which name',
    breaks: ['CREATE-14', 'CREATE-15'],
    change: service(
      'requiredProblems',
      (problems) => (customer) => problems(customer).map((line) => line.replace(/"(First|Last) Name"/, '"Name"')),
    ),
  },
  {
    id: 'missing-name-crashes',
    does: 'a missing name causes a server error',
    breaks: ['CREATE-14', 'CREATE-15', 'CREATE-42', 'PROFILE-11'],
    origin: 'magento/magento2#23588',
    change: rule('missingTextCrashes', true),
  },
  {
    id: 'missing-name-leaves-account',
    does: 'a registration rejected for a missing name still creates the account',
    breaks: ['CREATE-41'],
    change: operation('customer.create', (call, inner) => {
      const { customer } = call.arguments as { customer: Body }
      try {
        return inner(call)
      } catch (error) {
        if (customer.lastname || !customer.firstname) throw error
        inner({ ...call, arguments: { ...call.arguments, customer: { ...customer, lastname: 'Doe' } } })
        throw error
      }
    }),
  },
  {
    id: 'empty-name-accepted',
    does: 'an empty name is accepted',
    breaks: ['CREATE-42'],
    change: readingRegistration((customer) =>
      customer.firstname === '' ? { ...customer, firstname: '-', lastname: '-' } : undefined,
    ),
  },
  {
    id: 'labels-are-codes',
    does: 'the error for a missing name contains the attribute code instead of the label',
    breaks: ['CREATE-15'],
    change: service(
      'requiredProblems',
      (problems) => (customer) =>
        problems(customer).map((line) => line.replace('First Name', 'firstname').replace('Last Name', 'lastname')),
    ),
  },
  {
    id: 'empty-email-is-invalid',
    does: 'an empty e-mail is reported as invalid, not as missing',
    breaks: ['CREATE-16'],
    change: registering(({ email }) =>
      email === '' ? refuse(400, '"Email" is not a valid email address.') : undefined,
    ),
  },
  {
    id: 'missing-email-crashes-without-password',
    does: 'a registration without e-mail and password causes a server error',
    breaks: ['CREATE-17', 'BIND-17'],
    change: registering(({ email }, { arguments: { password } }) =>
      email === undefined && password === undefined ? crash() : undefined,
    ),
  },
  {
    id: 'missing-email-crashes',
    does: 'a registration with a password but no e-mail causes a server error',
    breaks: ['CREATE-17', 'CREATE-18'],
    origin: '2.4.7-p6',
    change: rule('missingEmail', 'crashes'),
  },
  {
    id: 'email-made-up',
    does: 'an account without an e-mail gets a generated one',
    breaks: ['CREATE-17', 'CREATE-19'],
    release: '2.4.7-p6',
    change: readingRegistration((customer) =>
      'email' in customer ? undefined : { ...customer, email: `${Math.random()}@example.com` },
    ),
  },
])
