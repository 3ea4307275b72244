import type { Session } from '../session.ts'
import { registration, unknown } from './jane.ts'

export async function ownProfile({ ask }: Session, bearer: string) {
  const me = (await ask('getMe', 'With a token', { bearer })) as object
  const [address] = registration.customer.addresses
  await ask('getMe', 'Without a token')
  await ask('updateMe', 'What was read, with another name', { bearer, body: { customer: { ...me, lastname: 'Roe' } } })
  await ask('updateMe', 'No e-mail address', { bearer, body: { customer: { firstname: 'Jane' } } })
  await ask('updateMe', 'An address that nobody has', {
    bearer,
    body: { customer: { ...me, addresses: [{ ...address, id: unknown }] } },
  })
  await ask('updateMe', 'Without a token', { body: { customer: me } })
  await ask('getMyBillingAddress', 'It is set', { bearer })
  await ask('getMyBillingAddress', 'Without a token')
  await ask('getMyShippingAddress', 'It is set', { bearer })
  await ask('getMyShippingAddress', 'Without a token')
}
