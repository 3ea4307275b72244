import type { Parameter, Route } from './types.ts'

const manage = 'Magento_Customer::manage'
const read = 'Magento_Customer::customer'
const management = 'customerAccountManagementV1'
const repository = 'customerCustomerRepositoryV1'
const tokens = 'integrationCustomerTokenServiceV1'

const takes = (...names: string[]): Parameter[] =>
  names.map((text) => {
    const [name = '', type = 'string'] = text.split(':')
    return name.endsWith('?') ? { name: name.slice(0, -1), type, optional: true } : { name, type }
  })

const route = (
  method: string,
  path: string,
  access: Route['access'],
  operation: string,
  parameters: Parameter[] = [],
  more: Partial<Route> = {},
): Route => ({ method, path, access, operation, parameters, ...more })

/** All routes, as in dossier table 1.1. Of several that match a path, the last one by name is used. */
export const routes: Route[] = [
  route(
    'POST',
    '/V1/customers',
    'anonymous',
    'customer.create',
    takes('customer:Customer', 'password?', 'redirectUrl?'),
    { service: management },
  ),
  route(
    'PUT',
    '/V1/customers/:customerId',
    manage,
    'customer.save',
    takes('customer:Customer', 'passwordHash?', 'customerId?:mixed'),
    { service: repository },
  ),
  route('PUT', '/V1/customers/me', 'self', 'customer.saveMe', takes('customer:Customer', 'passwordHash?'), {
    service: repository,
  }),
  route('GET', '/V1/customers/me', 'self', 'customer.me', takes('customerId:int'), { service: repository }),
  route('GET', '/V1/customers/:customerId', read, 'customer.read', takes('customerId:int'), {
    service: repository,
    sessionless: 'on failure',
  }),
  route(
    'DELETE',
    '/V1/customers/:customerId',
    (rules) => (rules.deleteHasOwnResource ? 'Magento_Customer::delete' : manage),
    'customer.delete',
    takes('customerId:int'),
    { service: repository },
  ),
  route('GET', '/V1/customers/search', read, 'customer.search', takes('searchCriteria:SearchCriteria'), {
    service: repository,
  }),
  route(
    'POST',
    '/V1/customers/isEmailAvailable',
    'anonymous',
    'email.available',
    takes('customerEmail', 'websiteId?:int'),
    { service: management },
  ),
  route('PUT', '/V1/customers/validate', manage, 'customer.validate', takes('customer:Customer'), {
    service: management,
  }),
  route(
    'PUT',
    '/V1/customers/password',
    'anonymous',
    'password.initiate',
    takes('email', 'template', 'websiteId?:int'),
    { service: management },
  ),
  route(
    'GET',
    '/V1/customers/:customerId/password/resetLinkToken/:resetPasswordLinkToken',
    'anonymous',
    'password.validateLink',
    takes('customerId:int', 'resetPasswordLinkToken'),
    { service: management },
  ),
  route(
    'POST',
    '/V1/customers/resetPassword',
    'anonymous',
    'password.reset',
    takes('email', 'resetToken', 'newPassword'),
    { service: management },
  ),
  route(
    'PUT',
    '/V1/customers/me/password',
    'self',
    'password.change',
    takes('customerId:int', 'currentPassword', 'newPassword'),
    { service: management },
  ),
  route('GET', '/V1/customers/:customerId/confirm', manage, 'confirmation.status', takes('customerId:int'), {
    service: management,
  }),
  route(
    'PUT',
    '/V1/customers/me/activate',
    'self',
    'confirmation.activateMe',
    takes('customerId:int', 'confirmationKey'),
    { service: management },
  ),
  route(
    'POST',
    '/V1/customers/activate',
    'anonymous',
    'confirmation.activateAsGuest',
    takes('email', 'confirmationKey'),
    { service: management, when: (rules) => rules.guestActivates },
  ),
  route('PUT', '/V1/customers/:email/activate', manage, 'confirmation.activate', takes('email', 'confirmationKey'), {
    service: management,
  }),
  route(
    'POST',
    '/V1/customers/confirm',
    manage,
    'confirmation.resend',
    takes('email', 'websiteId:int', 'redirectUrl?'),
    { service: management },
  ),
  route('GET', '/V1/customers/:customerId/permissions/readonly', read, 'customer.readonly', takes('customerId:int'), {
    service: management,
  }),
  ...(['billing', 'shipping'] as const).flatMap((kind) => [
    route('GET', `/V1/customers/me/${kind}Address`, 'self', `address.${kind}`, takes('customerId:int'), {
      service: management,
    }),
    route('GET', `/V1/customers/:customerId/${kind}Address`, manage, `address.${kind}`, takes('customerId:int'), {
      service: management,
    }),
  ]),
  route('GET', '/V1/customers/addresses/:addressId', manage, 'address.read', takes('addressId:int'), {
    sessionless: 'on failure',
  }),
  route('DELETE', '/V1/addresses/:addressId', manage, 'address.delete', takes('addressId:int')),
  ...(['customer', 'customerAddress'] as const).flatMap((entity) =>
    [
      { path: '', operation: 'all', parameters: [] },
      { path: '/custom', operation: 'custom', parameters: [] },
      { path: '/form/:formCode', operation: 'form', parameters: takes('formCode') },
      { path: '/attribute/:attributeCode', operation: 'one', parameters: takes('attributeCode') },
    ].map(({ path, operation, parameters }) =>
      route('GET', `/V1/attributeMetadata/${entity}${path}`, read, `metadata.${entity}.${operation}`, parameters, {
        sessionless: true,
      }),
    ),
  ),
  route('POST', '/V1/integration/customer/token', 'anonymous', 'token.create', takes('username', 'password'), {
    service: tokens,
  }),
  route('POST', '/V1/integration/admin/token', 'anonymous', 'token.createAdmin', takes('username', 'password'), {
    service: 'integrationAdminTokenServiceV1',
  }),
  route(
    'POST',
    '/V1/tfa/provider/google/authenticate',
    'anonymous',
    'token.createAdminWithCode',
    takes('username', 'password', 'otp'),
    { when: (rules) => rules.secondFactor },
  ),
  route('POST', '/V1/integration/customer/revoke-customer-token', 'self', 'token.revoke', takes('customerId:int'), {
    service: tokens,
    when: (rules) => rules.revokeRoute,
  }),
  route('GET', '/V1/directory/countries', 'anonymous', 'directory.countries', [], { sessionless: true }),
  route('GET', '/V1/directory/countries/:countryId', 'anonymous', 'directory.country', takes('countryId'), {
    sessionless: true,
  }),
  route('GET', '/V1/directory/currency', 'anonymous', 'directory.currency', [], { sessionless: true }),
]
