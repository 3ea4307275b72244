import type { Document } from '../../src/openapi/document.ts'
import { type Example, openSession, type Session } from './session.ts'

/** The documented registration, by the names that answers have. */
const registration = {
  customer: {
    email: 'jdoe@example.com',
    firstname: 'Jane',
    lastname: 'Doe',
    addresses: [
      {
        firstname: 'Jane',
        lastname: 'Doe',
        street: ['123 Oak Ave'],
        city: 'Purchase',
        region: { region_code: 'NY', region: 'New York', region_id: 43 },
        postcode: '10755',
        country_id: 'US',
        telephone: '512-555-1111',
        default_billing: true,
        default_shipping: true,
      },
    ],
  },
  password: 'Password1',
}

const jane = { username: registration.customer.email, password: registration.password }
const unknown = 999999

/** What the reference answers to the document's operations as its newest release. The same bytes every time. */
export async function examplesOf(document: Document): Promise<Example[]> {
  const session = openSession(document)
  await registering(session)
  const token = (await loggingIn(session)) as string
  await ownProfile(session, token)
  await administering(session, token)
  await lookingUp(session)
  await passwords(session, token)
  await ending(session)
  const waiting = openSession(document, { 'customer/create_account/confirm': '1' })
  await confirming(waiting)
  return [...session.examples, ...waiting.examples]
}

async function registering({ ask }: Session) {
  await ask('createCustomer', 'With an address', { body: registration })
  await ask('createCustomer', 'The address is taken', { body: registration })
  await ask('createCustomer', 'The password is too short', {
    body: { customer: { ...registration.customer, email: 'john@example.com' }, password: 'Pass1' },
  })
  await ask('createCustomer', 'No customer is sent', { body: {} })
  await ask('createCustomer', 'A group is chosen by nobody', {
    body: { customer: { email: 'john@example.com', firstname: 'John', lastname: 'Doe', group_id: 1 } },
  })
  await ask('createCustomer', 'A field is unknown', {
    body: { customer: { email: 'june@example.com', firstname: 'June', lastname: 'Doe', nickname: 'J' } },
  })
  await ask('createCustomer', 'The store is unknown', {
    body: { customer: { email: 'jim@example.com', firstname: 'Jim', lastname: 'Doe', store_id: 99 } },
  })
  await ask('isEmailAvailable', 'A free address', { body: { customerEmail: 'free@example.com' } })
  await ask('isEmailAvailable', 'Nothing is asked about', { body: {} })
  await ask('isEmailAvailable', 'The website is unknown', { body: { customerEmail: 'a@example.com', websiteId: 99 } })
}

async function loggingIn({ ask }: Session) {
  const token = await ask('createCustomerToken', 'The right password', { body: jane })
  await ask('createCustomerToken', 'A wrong password', { body: { ...jane, password: 'Password2' } })
  await ask('createCustomerToken', 'Neither name nor password', { body: {} })
  await ask('createAdministratorToken', 'The right password', { body: { username: 'admin', password: 'Admin123' } })
  await ask('createAdministratorToken', 'A wrong password', { body: { username: 'admin', password: 'wrong' } })
  await ask('createAdministratorTokenWithCode', 'Two-factor login is off', {
    body: { username: 'admin', password: 'Admin123', otp: '123456' },
  })
  return token
}

async function ownProfile({ ask }: Session, bearer: string) {
  const me = (await ask('getMe', 'With a token', { bearer })) as object
  await ask('getMe', 'Without a token')
  await ask('updateMe', 'What was read, with another name', { bearer, body: { customer: { ...me, lastname: 'Roe' } } })
  await ask('updateMe', 'No e-mail address', { bearer, body: { customer: { firstname: 'Jane' } } })
  await ask('updateMe', 'Without a token', { body: { customer: me } })
  await ask('getMyBillingAddress', 'It is set', { bearer })
  await ask('getMyBillingAddress', 'Without a token')
  await ask('getMyShippingAddress', 'It is set', { bearer })
  await ask('getMyShippingAddress', 'Without a token')
}

async function administering({ ask, admin: bearer }: Session, customer: string) {
  const path = { customerId: 2 }
  const nobody = { customerId: unknown }
  const query = {
    'searchCriteria[filter_groups][0][filters][0][field]': 'email',
    'searchCriteria[filter_groups][0][filters][0][value]': jane.username,
  }
  await ask('searchCustomers', 'By e-mail address', { bearer, query })
  await ask('searchCustomers', 'No criterion', { bearer })
  await ask('searchCustomers', 'With a customer’s token', { bearer: customer, query })
  await ask('getCustomer', 'The customer', { bearer, path })
  await ask('getCustomer', 'There is none', { bearer, path: nobody })
  await ask('getCustomer', 'Without a token', { path })
  const body = {
    customer: { id: 2, email: jane.username, firstname: 'Jane', lastname: 'Doe', website_id: 1, group_id: 1 },
  }
  await ask('updateCustomer', 'Another name', { bearer, path, body })
  await ask('updateCustomer', 'There is none', {
    bearer,
    path: nobody,
    body: { customer: { ...body.customer, id: unknown } },
  })
  await ask('updateCustomer', 'Without a token', { path, body })
  const { website_id: _, ...elsewhere } = body.customer
  await ask('validateCustomer', 'No website', { bearer, body: { customer: elsewhere } })
  await ask('validateCustomer', 'Without a token', { body })
  for (const id of ['isCustomerReadOnly', 'getBillingAddress', 'getShippingAddress', 'getConfirmationStatus']) {
    await ask(id, 'The customer', { bearer, path })
    await ask(id, 'There is none', { bearer, path: nobody })
    await ask(id, 'Without a token', { path })
  }
  await ask('getAddress', 'The address', { bearer, path: { addressId: 2 } })
  await ask('getAddress', 'There is none', { bearer, path: { addressId: unknown } })
  await ask('getAddress', 'Without a token', { path: { addressId: 2 } })
  for (const of of ['Customer', 'Address']) {
    await ask(`list${of}Attributes`, 'The first two', { bearer, first: 2 })
    await ask(`listCustom${of}Attributes`, 'There are none', { bearer })
    const formCode = of === 'Customer' ? 'customer_account_create' : 'customer_register_address'
    await ask(`list${of}FormAttributes`, 'The first two', { bearer, first: 2, path: { formCode } })
    await ask(`get${of}Attribute`, 'The first name', { bearer, path: { attributeCode: 'firstname' } })
    await ask(`get${of}Attribute`, 'There is none', { bearer, path: { attributeCode: 'nickname' } })
    await ask(`list${of}Attributes`, 'Without a token')
    await ask(`listCustom${of}Attributes`, 'Without a token')
    await ask(`list${of}FormAttributes`, 'Without a token', { path: { formCode } })
    await ask(`get${of}Attribute`, 'Without a token', { path: { attributeCode: 'firstname' } })
  }
}

async function lookingUp({ ask }: Session) {
  await ask('listCountries', 'The first three', { first: 3 })
  await ask('getCountry', 'A country with regions', { path: { countryId: 'US' } })
  await ask('getCountry', 'There is none', { path: { countryId: 'ZZ' } })
  await ask('getCurrency', 'The currency')
  await ask('getSchema', 'The head of it', {
    query: { services: 'integrationCustomerTokenServiceV1' },
    emptied: ['paths', 'definitions'],
  })
  await ask('getVersion', 'The edition')
}

async function passwords({ ask, mailed }: Session, bearer: string) {
  const newPassword = 'Password2'
  await ask('changeMyPassword', 'The right password', {
    bearer,
    body: { currentPassword: jane.password, newPassword },
  })
  await ask('changeMyPassword', 'A wrong password', { bearer, body: { currentPassword: 'wrong', newPassword } })
  await ask('changeMyPassword', 'The new one is too short', {
    bearer,
    body: { currentPassword: newPassword, newPassword: 'Pass1' },
  })
  const template = 'email_reset'
  await ask('requestPasswordReset', 'A mail is sent', { body: { email: jane.username, template } })
  await ask('requestPasswordReset', 'Again within ten minutes', { body: { email: jane.username, template } })
  await ask('requestPasswordReset', 'There is no such template', { body: { email: jane.username, template: 'other' } })
  await ask('requestPasswordReset', 'An unknown address', { body: { email: 'nobody@example.com', template } })
  const resetToken = mailed('token')
  const path = { customerId: 2, resetPasswordLinkToken: resetToken }
  await ask('checkPasswordResetLink', 'The link of the mail', { path })
  await ask('checkPasswordResetLink', 'Another token', { path: { ...path, resetPasswordLinkToken: 'another' } })
  await ask('checkPasswordResetLink', 'There is no such customer', { path: { ...path, customerId: unknown } })
  const body = { email: jane.username, resetToken, newPassword: 'Password3' }
  await ask('resetPassword', 'The token of the mail', { body })
  await ask('resetPassword', 'The token a second time', { body })
  await ask('resetPassword', 'An unknown address', { body: { ...body, email: 'nobody@example.com' } })
}

async function ending({ ask, admin }: Session) {
  const again = (await ask('createCustomerToken', 'The new password', {
    body: { ...jane, password: 'Password3' },
  })) as string
  await ask('revokeCustomerTokens', 'With a token', { bearer: again })
  await ask('revokeCustomerTokens', 'With a revoked token', { bearer: again })
  await ask('deleteAddress', 'The address', { bearer: admin, path: { addressId: 2 } })
  await ask('deleteAddress', 'It is gone', { bearer: admin, path: { addressId: 2 } })
  await ask('deleteAddress', 'Without a token', { path: { addressId: 2 } })
  await ask('deleteCustomer', 'The customer', { bearer: admin, path: { customerId: 2 } })
  await ask('deleteCustomer', 'It is gone', { bearer: admin, path: { customerId: 2 } })
  await ask('deleteCustomer', 'Without a token', { path: { customerId: 2 } })
}

async function confirming({ ask, admin: bearer, mailed, examples, shop }: Session) {
  const { email } = registration.customer
  await ask('createCustomer', 'The account waits to be confirmed', { body: registration })
  const confirmationKey = mailed('key')
  // Where an answer shows the key, as before 2.3.3, it was written down before the key was known.
  examples.pop()
  await ask('createCustomerToken', 'The account waits to be confirmed', { body: jane })
  await ask('getConfirmationStatus', 'The account waits', { bearer, path: { customerId: 2 } })
  await ask('resendConfirmation', 'The account waits', { bearer, body: { email, websiteId: 1 } })
  await ask('activateCustomer', 'Another key', { bearer, path: { email }, body: { confirmationKey: 'another' } })
  // A token of one who waits comes from before an e-mail address was changed.
  const token = shop.services.issueToken({ type: 'customer', id: 2 })
  await ask('activateMe', 'The key of the mail', { bearer: token, body: { confirmationKey } })
  await ask('activateMe', 'The key a second time', { bearer: token, body: { confirmationKey } })
  await ask('activateMe', 'Without a token', { body: { confirmationKey } })
  await ask('createCustomer', 'Another account', {
    body: { customer: { email: 'john@example.com', firstname: 'John', lastname: 'Doe' }, password: 'Password1' },
  })
  examples.pop()
  const path = { email: 'john@example.com' }
  const body = { confirmationKey: mailed('key') }
  await ask('activateCustomer', 'The key of the mail', { bearer, path, body })
  await ask('activateCustomer', 'Without a token', { path, body })
  await ask('activateCustomer', 'There is no such customer', { bearer, path: { email: 'nobody@example.com' }, body })
  await ask('resendConfirmation', 'The account waits no longer', { bearer, body: { email, websiteId: 1 } })
  await ask('resendConfirmation', 'There is no such customer', {
    bearer,
    body: { email: 'nobody@example.com', websiteId: 1 },
  })
  await ask('resendConfirmation', 'Without a token', { body: { email, websiteId: 1 } })
}
