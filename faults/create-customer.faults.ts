import { operation, rule, service } from './change.ts'
import { faults } from './fault.ts'
import {
  answeringAddresses,
  answeringRegistration,
  type Body,
  crash,
  readingRegistration,
  refuse,
  registering,
  without,
} from './registrations.ts'
import { reading } from './requests.ts'

const missing = (fieldName: string) => refuse(400, '"%fieldName" is required. Enter and try again.', { fieldName })

export const createCustomerFaults = faults([
  {
    id: 'default-address-as-number',
    does: 'the answer to a registration names the default addresses by numbers',
    breaks: [],
    change: answeringRegistration(({ default_billing: id, ...customer }) =>
      id ? { ...customer, default_billing: Number(id) } : undefined,
    ),
  },
  {
    id: 'postcode-lost',
    does: 'the answer to a registration leaves out the postcode',
    breaks: [],
    change: answeringAddresses((address) => without(address, 'postcode')),
  },
  {
    id: 'last-name-in-capitals',
    does: 'the last name is stored in capitals',
    breaks: [],
    change: readingRegistration((customer) =>
      typeof customer.lastname === 'string' ? { ...customer, lastname: customer.lastname.toUpperCase() } : undefined,
    ),
  },
  {
    id: 'region-as-text',
    does: 'a region comes back as its name alone',
    breaks: [],
    change: answeringAddresses((address) => ({ ...address, region: (address.region as Body).region })),
  },
  {
    id: 'region-without-its-code',
    does: 'the answer to a registration knows the code of no region that has an id',
    breaks: [],
    change: answeringAddresses((address) => {
      const region = address.region as Body
      return { ...address, region: { ...region, region_code: region.region_id ? null : region.region_code } }
    }),
  },
  {
    id: 'address-of-nobody',
    does: 'the address in the answer to a registration does not yet know its customer',
    breaks: [],
    change: answeringAddresses((address) => ({ ...address, customer_id: 0 })),
  },
  {
    id: 'first-address-is-default-for-all',
    does: 'the customer of a registration names another address than that which says it is the default',
    breaks: [],
    change: answeringRegistration(({ default_billing: id, ...customer }) =>
      id ? { ...customer, default_billing: String(Number(id) + 1) } : undefined,
    ),
  },
  {
    id: 'camel-case-only',
    does: 'the fields of an address are known in camelCase only, as a mock of the tutorial knows them',
    breaks: [],
    change: readingRegistration((customer) => {
      const addresses = customer.addresses as Body[] | undefined
      return addresses && { ...customer, addresses: addresses.map((address) => without(address, 'default_billing')) }
    }),
  },
  {
    id: 'no-list-of-no-addresses',
    does: 'the answer to a registration leaves out an empty list of addresses',
    breaks: [],
    change: answeringRegistration((customer) =>
      (customer.addresses as unknown[]).length ? undefined : without(customer, 'addresses'),
    ),
  },
  {
    id: 'unset-as-null',
    does: 'a field that is not set is null in the answer to a registration',
    breaks: [],
    change: answeringRegistration((customer) => ({ dob: null, ...customer })),
  },
  {
    id: 'unset-as-empty-text',
    does: 'a field that is not set is an empty text in the answer to a registration',
    breaks: [],
    change: answeringRegistration((customer) => ({ middlename: '', ...customer })),
  },
  {
    id: 'same-email-twice',
    does: 'the same e-mail makes a second account',
    breaks: [],
    change: service('checkEmailIsFree', () => () => undefined),
  },
  {
    id: 'known-email-answered-as-new',
    does: 'a registration of a known e-mail is answered with the account that is there',
    breaks: [],
    change: operation('customer.create', (call, inner, shop) => {
      const { customer } = call.arguments as { customer: Body }
      const known = typeof customer.email === 'string' ? shop.services.findCustomer(customer.email, 1) : undefined
      return known && !customer.id ? shop.services.customerView(known) : inner(call)
    }),
  },
  {
    id: 'email-unique-by-case',
    does: 'e-mails are told apart by letter case when an account is made',
    breaks: [],
    change: service('checkEmailIsFree', (check, shop) => (email, ...rest) => {
      const known = shop.services.findCustomer(email, 1)
      if (!known || known.email === email) check(email, ...rest)
    }),
  },
  {
    id: 'password-needed',
    does: 'a registration needs a password',
    breaks: [],
    change: registering((_, call) => (call.arguments.password === undefined ? missing('password') : undefined)),
  },
  {
    id: 'no-password-opens',
    does: 'an account without a password opens to any password',
    breaks: [],
    change: service(
      'passwordMatches',
      (matches) => (customer, password) => customer.passwordHash === undefined || matches(customer, password),
    ),
  },
  {
    id: 'first-login-sets-password',
    does: 'whoever logs in first to an account without a password sets it',
    breaks: [],
    change: service('passwordMatches', (matches, shop) => (customer, password) => {
      customer.passwordHash ??= shop.services.hashPassword(password)
      return matches(customer, password)
    }),
  },
  {
    id: 'null-password-is-empty',
    does: 'a password of null is an empty password',
    breaks: [],
    change: reading((body) => (body.password === null ? { ...body, password: '' } : undefined)),
  },
  {
    id: 'customer-may-be-missing',
    does: 'a registration without a customer is one of an empty customer',
    breaks: [],
    change: reading((body, { url }) =>
      'password' in body && !('customer' in body) && url.endsWith('/customers') ? { ...body, customer: {} } : undefined,
    ),
  },
  {
    id: 'last-name-may-be-missing',
    does: 'a registration needs no last name',
    breaks: [],
    change: service(
      'requiredProblems',
      (problems) => (customer) => problems(customer.lastname ? customer : { ...customer, lastname: 'Doe' }),
    ),
  },
  {
    id: 'missing-field-not-named',
    does: 'a refusal for a missing name does not say which',
    breaks: [],
    change: service(
      'requiredProblems',
      (problems) => (customer) => problems(customer).map((line) => line.replace(/"(First|Last) Name"/, '"Name"')),
    ),
  },
  {
    id: 'missing-name-crashes',
    does: 'a missing name is a failure of the server',
    breaks: [],
    origin: '2.3.1',
    change: rule('missingTextCrashes', true),
  },
  {
    id: 'labels-are-codes',
    does: 'a missing name is called by the code of its attribute',
    breaks: [],
    change: service(
      'requiredProblems',
      (problems) => (customer) =>
        problems(customer).map((line) => line.replace('First Name', 'firstname').replace('Last Name', 'lastname')),
    ),
  },
  {
    id: 'empty-email-is-invalid',
    does: 'an empty e-mail is called invalid, not missing',
    breaks: [],
    change: registering(({ email }) =>
      email === '' ? refuse(400, '"Email" is not a valid email address.') : undefined,
    ),
  },
  {
    id: 'missing-email-crashes-without-password',
    does: 'a registration with neither e-mail nor password is a failure of the server',
    breaks: [],
    change: registering(({ email }, { arguments: { password } }) =>
      email === undefined && password === undefined ? crash() : undefined,
    ),
  },
  {
    id: 'missing-email-crashes',
    does: 'a registration with a password but no e-mail is a failure of the server',
    breaks: [],
    origin: '2.4.7-p6',
    change: rule('missingEmail', 'crashes'),
  },
  {
    id: 'email-made-up',
    does: 'an account without an e-mail gets one that the shop makes up',
    breaks: [],
    release: '2.4.7-p6',
    change: readingRegistration((customer) =>
      'email' in customer ? undefined : { ...customer, email: `${Math.random()}@example.com` },
    ),
  },
  {
    id: 'country-refused',
    does: 'an address in a country that is none is refused',
    breaks: [],
    origin: '2.3.2',
    change: rule('badCountryIsDropped', false),
  },
  {
    id: 'country-dropped-early',
    does: 'an address in a country that is none is left out before 2.3.3',
    breaks: [],
    release: '2.3.2',
    change: rule('badCountryIsDropped', true),
  },
  {
    id: 'url-store-counts',
    does: 'the store of the URL is where an account is made',
    breaks: [],
    origin: '2.2.5',
    change: answeringRegistration((customer, input, { store }) =>
      store.id === 0 && !input.store_id ? { ...customer, store_id: 0, website_id: 0, created_in: 'Admin' } : undefined,
    ),
  },
  {
    id: 'store-not-for-visitors',
    does: 'a visitor who names a store is refused',
    breaks: [],
    change: registering(({ website_id: website, store_id: store }) =>
      website && store ? missing('admin') : undefined,
    ),
  },
  {
    id: 'unknown-website-is-default',
    does: 'an unknown website means the default one',
    breaks: [],
    change: service(
      'websiteById',
      (find, shop) => (id) => (shop.store.websites.some((website) => website.id === id) ? find(id) : find(1)),
    ),
  },
  {
    id: 'unknown-store-is-default',
    does: 'an unknown store view means the default one',
    breaks: [],
    change: service(
      'storeById',
      (find, shop) => (id) => (shop.store.stores.some((store) => store.id === id) ? find(id) : find(1)),
    ),
  },
  {
    id: 'redirect-repeated',
    does: 'the answer to a registration repeats the page to go on to',
    breaks: [],
    change: answeringRegistration((customer, _, { arguments: { redirectUrl } }) =>
      redirectUrl ? { ...customer, redirectUrl } : undefined,
    ),
  },
  {
    id: 'redirect-unknown',
    does: 'a registration that names a page to go on to is refused',
    breaks: [],
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
    breaks: [],
    change: readingRegistration((customer) =>
      customer.extension_attributes ? without(customer, 'extension_attributes') : undefined,
    ),
  },
  {
    id: 'group-not-for-administrators',
    does: 'an administrator who names the group of a new customer is refused',
    breaks: [],
    change: registering(({ group_id: group }, { user }) =>
      user?.type === 'admin' && group
        ? refuse(401, "The consumer isn't authorized to access %resources.", { resources: 'Magento_Customer::manage' })
        : undefined,
    ),
  },
  {
    id: 'unknown-group-stored',
    does: 'a customer group that does not exist is stored',
    breaks: [],
    origin: '2.3.7-p4',
    change: rule('unknownGroupIsRefused', false),
  },
])
