import type { Session } from '../session.ts'
import { jane } from './jane.ts'

export async function ending({ ask, admin }: Session) {
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
