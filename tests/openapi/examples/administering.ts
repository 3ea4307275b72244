import type { Session } from '../session.ts'
import { jane, unknown } from './jane.ts'

export async function administering({ ask, admin: bearer }: Session, customer: string) {
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
