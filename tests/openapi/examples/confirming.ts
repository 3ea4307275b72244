import type { Session } from '../session.ts'
import { jane, registration } from './jane.ts'

export async function confirming({ ask, admin: bearer, mailed, examples, shop }: Session) {
  const { email } = registration.customer
  await ask('createCustomer', 'The account waits to be confirmed', { body: registration })
  const confirmationKey = mailed('key')
  // Before 2.3.3 a response shows the key; it was recorded before the key was known.
  examples.pop()
  await ask('createCustomerToken', 'The account waits to be confirmed', { body: jane })
  await ask('getConfirmationStatus', 'The account waits', { bearer, path: { customerId: 2 } })
  await ask('resendConfirmation', 'The account waits', { bearer, body: { email, websiteId: 1 } })
  await ask('activateCustomer', 'Another key', { bearer, path: { email }, body: { confirmationKey: 'another' } })
  // An unconfirmed customer has a token only if it was issued before the e-mail was changed.
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
  await ask('createCustomer', 'One more account', {
    body: { customer: { email: 'mary@example.com', firstname: 'Mary', lastname: 'Doe' }, password: 'Password1' },
  })
  examples.pop()
  const own = { email: 'mary@example.com', confirmationKey: mailed('key') }
  await ask('activateWithKey', 'Another key', { body: { ...own, confirmationKey: 'another' } })
  await ask('activateWithKey', 'There is no such customer', { body: { ...own, email: 'nobody@example.com' } })
  await ask('activateWithKey', 'The key of the mail', { body: own })
}
