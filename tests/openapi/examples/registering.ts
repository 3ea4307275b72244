import type { Session } from '../session.ts'
import { jane, registration } from './jane.ts'

export async function registering({ ask }: Session) {
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

export async function loggingIn({ ask }: Session) {
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
