/** The names of Magento's service methods for operations, used by its schema before 2.4.4. */
export const serviceMethods: Record<string, string> = {
  'customer.create': 'CreateAccount',
  'customer.save': 'Save',
  'customer.saveMe': 'Save',
  'customer.me': 'GetById',
  'customer.read': 'GetById',
  'customer.delete': 'DeleteById',
  'customer.search': 'GetList',
  'customer.validate': 'Validate',
  'customer.readonly': 'IsReadonly',
  'email.available': 'IsEmailAvailable',
  'password.initiate': 'InitiatePasswordReset',
  'password.validateLink': 'ValidateResetPasswordLinkToken',
  'password.reset': 'ResetPassword',
  'password.change': 'ChangePasswordById',
  'confirmation.status': 'GetConfirmationStatus',
  'confirmation.activateMe': 'ActivateById',
  'confirmation.activate': 'Activate',
  'confirmation.activateAsGuest': 'Activate',
  'confirmation.resend': 'ResendConfirmation',
  'address.billing': 'GetDefaultBillingAddress',
  'address.shipping': 'GetDefaultShippingAddress',
  'token.create': 'CreateCustomerAccessToken',
  'token.createAdmin': 'CreateAdminAccessToken',
  'token.revoke': 'RevokeCustomerAccessToken',
}

/** The definition of each operation's result; a boolean if not listed. */
export const results: Record<string, string> = {
  CreateAccount: 'customer-data-customer-interface',
  Save: 'customer-data-customer-interface',
  GetById: 'customer-data-customer-interface',
  Activate: 'customer-data-customer-interface',
  ActivateById: 'customer-data-customer-interface',
  GetDefaultBillingAddress: 'customer-data-address-interface',
  GetDefaultShippingAddress: 'customer-data-address-interface',
  GetList: 'customer-data-customer-search-results-interface',
  Validate: 'customer-data-validation-results-interface',
  GetConfirmationStatus: 'string',
  CreateCustomerAccessToken: 'string',
  CreateAdminAccessToken: 'string',
}

/** The error responses in a service method's description besides 401; the internal error if not listed. */
export const otherRefusals: Record<string, string[]> = {
  ...Object.fromEntries(
    [
      'Save',
      'GetById',
      'DeleteById',
      'IsReadonly',
      'ValidateResetPasswordLinkToken',
      'GetDefaultBillingAddress',
      'GetDefaultShippingAddress',
      'CreateAdminAccessToken',
    ].map((method) => [method, ['400', '500']]),
  ),
  CreateCustomerAccessToken: ['400'],
}

const criteria = 'searchCriteria'
const filter = `${criteria}[filterGroups][0][filters][0]`

/** Names and types of search criteria in a query. */
export const searchParameters: Record<string, string> = {
  [`${filter}[field]`]: 'string',
  [`${filter}[value]`]: 'string',
  [`${filter}[conditionType]`]: 'string',
  [`${criteria}[sortOrders][0][field]`]: 'string',
  [`${criteria}[sortOrders][0][direction]`]: 'string',
  [`${criteria}[pageSize]`]: 'integer',
  [`${criteria}[currentPage]`]: 'integer',
}
