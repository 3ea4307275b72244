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

const missing = (fieldName: string) => refuse(400, '"%fieldName" is required. Enter and try again.', { fieldName })

export const createCustomerFaults = faults([
  {
    id: 'postcode-lost',
    does: 'the postcode of an address is not stored',
    breaks: ['CREATE-01', 'CREATE-02', 'OBJECT-03', 'WHOLE-04'],
    change: service(
      'addressView',
      (view) =>
        (...given) =>
          without(view(...given), 'postcode'),
    ),
  },
  {
    id: 'last-name-in-capitals',
    does: 'the last name is stored in capitals',
    breaks: ['CREATE-02', 'VALID-08', 'VALID-11', 'VALID-12', 'PROFILE-03'],
    change: readingRegistration((customer) =>
      typeof customer.lastname === 'string' ? { ...customer, lastname: customer.lastname.toUpperCase() } : undefined,
    ),
  },
  {
    id: 'region-id-inside-only',
    does: 'an address gives the id of its region within the region alone',
    breaks: ['CREATE-01', 'CREATE-03', 'OBJECT-03', 'OBJECT-11', 'OBJECT-12', 'OBJECT-13', 'OBJECT-14'],
    change: service(
      'addressView',
      (view) =>
        (...given) =>
          without(view(...given), 'region_id'),
    ),
  },
  {
    id: 'region-without-its-code',
    does: 'a region known by its id has no code',
    breaks: ['CREATE-01', 'CREATE-03', 'OBJECT-03', 'OBJECT-11', 'OBJECT-12'],
    change: service('addressView', (view) => (...given) => {
      const { region, ...address } = view(...given) as { region: Body }
      return { ...address, region: { ...region, region_code: region.region_id ? null : region.region_code } }
    }),
  },
  {
    id: 'address-of-another-customer',
    does: 'an address names another customer than its own',
    breaks: ['CREATE-04', 'CREATE-26'],
    change: service('addressView', (view) => (...given) => {
      const address = view(...given)
      return { ...address, customer_id: Number(address.id) + 1000 }
    }),
  },
  {
    id: 'default-names-another-address',
    does: 'a customer names another address for billing than that which says it is the default',
    breaks: [
      'CREATE-04',
      'OBJECT-09',
      'ACCESS-41',
      'WHOLE-05',
      'PROFILE-02',
      'DEFAULT-01',
      'ADMIN-09',
      'ADMIN-11',
      'ADMIN-25',
      'ADMIN-26',
      'STORE-09',
      'STORE-11',
      'STORE-13',
      'STORE-21',
      'STORE-22',
      'STORE-26',
    ],
    change: service('customerView', (view) => (...given) => {
      const { default_billing: id, ...customer } = view(...given)
      return id ? { ...customer, default_billing: String(Number(id) + 1000) } : customer
    }),
  },
  {
    id: 'camel-case-only',
    does: 'the fields of an address are known in camelCase only, as a mock of the tutorial knows them',
    breaks: ['CREATE-05', 'BIND-24', 'WHOLE-04'],
    change: readingRegistration((customer) => {
      const addresses = customer.addresses as Body[] | undefined
      return addresses && { ...customer, addresses: addresses.map((address) => without(address, 'default_billing')) }
    }),
  },
  {
    id: 'no-list-of-no-addresses',
    does: 'the answer to a registration leaves out an empty list of addresses',
    breaks: ['CREATE-06', 'CREATE-10', 'CREATE-30', 'CREATE-39', 'BIND-24', 'WHOLE-01'],
    change: answeringRegistration((customer) =>
      (customer.addresses as unknown[]).length ? undefined : without(customer, 'addresses'),
    ),
  },
  {
    id: 'unset-as-null',
    does: 'defaults that are not set are null in the answer to a registration without addresses',
    breaks: ['CREATE-06', 'CREATE-07', 'CREATE-10', 'CREATE-30', 'CREATE-39', 'WHOLE-01', 'PROFILE-16'],
    change: answeringRegistration((customer) =>
      (customer.addresses as unknown[]).length ? undefined : { ...customer, default_billing: null },
    ),
  },
  {
    id: 'unset-as-empty-text',
    does: 'a middle name that is not set is an empty text',
    breaks: ['CREATE-07', 'PROFILE-28'],
    change: service('customerView', (view) => (...given) => ({ middlename: '', ...view(...given) })),
  },
  {
    id: 'same-email-twice',
    does: 'the same e-mail makes a second account',
    breaks: ['CREATE-08', 'CREATE-09', 'CREATE-20', 'MAIL-06', 'PROFILE-14', 'PROFILE-16'],
    change: service('checkEmailIsFree', () => () => undefined),
  },
  {
    id: 'known-email-answered-as-new',
    does: 'a registration of a known e-mail is answered with the account that is there',
    breaks: ['CREATE-08', 'CREATE-09', 'CREATE-20'],
    change: operation('customer.create', (call, inner, shop) => {
      const { customer } = call.arguments as { customer: Body }
      const known = typeof customer.email === 'string' ? shop.services.findCustomer(customer.email, 1) : undefined
      return known && !customer.id ? shop.services.customerView(known) : inner(call)
    }),
  },
  {
    id: 'email-unique-by-case',
    does: 'e-mails are told apart by letter case when an account is made',
    breaks: ['CREATE-09', 'PROFILE-14', 'PROFILE-16'],
    change: service('checkEmailIsFree', (check, shop) => (email, ...rest) => {
      const known = shop.services.findCustomer(email, 1)
      if (!known || known.email === email) check(email, ...rest)
    }),
  },
  {
    id: 'registration-without-password-cut-short',
    does: 'the answer to a registration without a password leaves out the addresses',
    breaks: ['CREATE-10', 'WHOLE-01'],
    change: answeringRegistration((customer, _, { arguments: { password } }) =>
      password === undefined ? without(customer, 'addresses') : undefined,
    ),
  },
  {
    id: 'no-password-opens',
    does: 'an account without a password opens to any password',
    breaks: ['CREATE-11', 'RESET-30'],
    change: service(
      'passwordMatches',
      (matches) => (customer, password) => customer.passwordHash === undefined || matches(customer, password),
    ),
  },
  {
    id: 'first-login-sets-password',
    does: 'whoever logs in first to an account without a password sets it',
    breaks: ['CREATE-11', 'RESET-30'],
    change: service('passwordMatches', (matches, shop) => (customer, password) => {
      customer.passwordHash ??= shop.services.hashPassword(password)
      return matches(customer, password)
    }),
  },
  {
    id: 'null-password-is-empty',
    does: 'a password of null is an empty password',
    breaks: ['CREATE-12', 'TOKEN-26'],
    change: reading((body) => (body.password === null ? { ...body, password: '' } : undefined)),
  },
  {
    id: 'customer-may-be-missing',
    does: 'a registration without a customer is one of an empty customer',
    breaks: ['CREATE-13'],
    change: reading((body, { url }) =>
      'password' in body && !('customer' in body) && url.endsWith('/customers') ? { ...body, customer: {} } : undefined,
    ),
  },
  {
    id: 'last-name-may-be-missing',
    does: 'a registration needs no last name',
    breaks: ['CREATE-14', 'CREATE-15', 'CREATE-41', 'PROFILE-11', 'PROFILE-16'],
    change: service(
      'requiredProblems',
      (problems) => (customer) => problems(customer.lastname ? customer : { ...customer, lastname: 'Doe' }),
    ),
  },
  {
    id: 'missing-field-not-named',
    does: 'a refusal for a missing name does not say which',
    breaks: ['CREATE-14', 'CREATE-15'],
    change: service(
      'requiredProblems',
      (problems) => (customer) => problems(customer).map((line) => line.replace(/"(First|Last) Name"/, '"Name"')),
    ),
  },
  {
    id: 'missing-name-crashes',
    does: 'a missing name is a failure of the server',
    breaks: ['CREATE-14', 'CREATE-15', 'CREATE-42', 'PROFILE-11'],
    origin: 'magento/magento2#23588',
    change: rule('missingTextCrashes', true),
  },
  {
    id: 'missing-name-leaves-account',
    does: 'a registration refused for a missing name leaves the account behind',
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
    does: 'an empty name is a name',
    breaks: ['CREATE-42'],
    change: readingRegistration((customer) =>
      customer.firstname === '' ? { ...customer, firstname: '-', lastname: '-' } : undefined,
    ),
  },
  {
    id: 'labels-are-codes',
    does: 'a missing name is called by the code of its attribute',
    breaks: ['CREATE-15'],
    change: service(
      'requiredProblems',
      (problems) => (customer) =>
        problems(customer).map((line) => line.replace('First Name', 'firstname').replace('Last Name', 'lastname')),
    ),
  },
  {
    id: 'empty-email-is-invalid',
    does: 'an empty e-mail is called invalid, not missing',
    breaks: ['CREATE-16'],
    change: registering(({ email }) =>
      email === '' ? refuse(400, '"Email" is not a valid email address.') : undefined,
    ),
  },
  {
    id: 'missing-email-crashes-without-password',
    does: 'a registration with neither e-mail nor password is a failure of the server',
    breaks: ['CREATE-17', 'BIND-17'],
    change: registering(({ email }, { arguments: { password } }) =>
      email === undefined && password === undefined ? crash() : undefined,
    ),
  },
  {
    id: 'missing-email-crashes',
    does: 'a registration with a password but no e-mail is a failure of the server',
    breaks: ['CREATE-17', 'CREATE-18'],
    origin: '2.4.7-p6',
    change: rule('missingEmail', 'crashes'),
  },
  {
    id: 'email-made-up',
    does: 'an account without an e-mail gets one that the shop makes up',
    breaks: ['CREATE-17', 'CREATE-19'],
    release: '2.4.7-p6',
    change: readingRegistration((customer) =>
      'email' in customer ? undefined : { ...customer, email: `${Math.random()}@example.com` },
    ),
  },
  {
    id: 'country-refused',
    does: 'an address in a country that is none is refused',
    breaks: ['CREATE-38', 'BIND-24'],
    origin: '2.3.2',
    change: rule('badCountryIsDropped', false),
  },
  {
    id: 'country-dropped-early',
    does: 'an address in a country that is none is left out before 2.3.3',
    breaks: ['CREATE-38'],
    release: '2.3.2',
    change: rule('badCountryIsDropped', true),
  },
  {
    id: 'url-store-counts',
    does: 'the store of the URL is where an account is made',
    breaks: ['CREATE-32'],
    origin: '2.2.5',
    change: answeringRegistration((customer, input, { store }) =>
      store.id === 0 && !input.store_id ? { ...customer, store_id: 0, website_id: 0, created_in: 'Admin' } : undefined,
    ),
  },
  {
    id: 'store-not-for-visitors',
    does: 'a visitor who names a store is refused',
    breaks: ['CREATE-33'],
    change: registering(({ website_id: website, store_id: store }) =>
      website && store ? missing('admin') : undefined,
    ),
  },
  {
    id: 'unknown-website-is-default',
    does: 'an unknown website means the default one',
    breaks: ['CREATE-34', 'AVAILABLE-08'],
    change: service(
      'websiteById',
      (find, shop) => (id) => (shop.store.websites.some((website) => website.id === id) ? find(id) : find(1)),
    ),
  },
  {
    id: 'unknown-store-is-default',
    does: 'an unknown store view means the default one',
    breaks: ['CREATE-35'],
    change: service(
      'storeById',
      (find, shop) => (id) => (shop.store.stores.some((store) => store.id === id) ? find(id) : find(1)),
    ),
  },
  {
    id: 'redirect-repeated',
    does: 'the answer to a registration repeats the page to go on to',
    breaks: ['CREATE-36'],
    change: answeringRegistration((customer, _, { arguments: { redirectUrl } }) =>
      redirectUrl ? { ...customer, redirectUrl } : undefined,
    ),
  },
  {
    id: 'redirect-unknown',
    does: 'a registration that names a page to go on to is refused',
    breaks: ['CREATE-36', 'CREATE-37'],
    change: registering((_, { arguments: { redirectUrl } }) =>
      redirectUrl
        ? refuse(400, '"%fieldName" is not supported. Correct the field name and try again.', {
            fieldName: 'redirectUrl',
          })
        : undefined,
    ),
  },
  {
    id: 'subscription-lost',
    does: 'a subscription to the newsletter is not stored with a registration',
    breaks: ['CREATE-37', 'BIND-12', 'BIND-16', 'BIND-22'],
    change: readingRegistration((customer) =>
      customer.extension_attributes ? without(customer, 'extension_attributes') : undefined,
    ),
  },
  {
    id: 'group-not-for-administrators',
    does: 'an administrator who names the group of a new customer is refused',
    breaks: ['CREATE-39', 'CREATE-40', 'ADMIN-24'],
    change: registering(({ group_id: group }, { user }) =>
      user?.type === 'admin' && group
        ? refuse(401, "The consumer isn't authorized to access %resources.", { resources: 'Magento_Customer::manage' })
        : undefined,
    ),
  },
  {
    id: 'unknown-group-stored',
    does: 'a customer group that does not exist is stored',
    breaks: ['CREATE-40', 'ADMIN-28'],
    origin: 'magento/magento2#28064',
    change: rule('unknownGroupIsRefused', false),
  },
])
