import { alwaysTrue, type OperationGroup, schema } from '../operation.ts'

const manage = 'Magento_Customer::manage'

export const addresses: OperationGroup = {
  tag: 'Addresses',
  describes: 'Addresses of any customer, for administrators. Customers update their addresses with the profile.',
  operations: [
    {
      id: 'getAddress',
      method: 'get',
      path: '/V1/customers/addresses/{addressId}',
      summary: 'Read an address',
      access: manage,
      answer: { description: 'The address.', schema: schema('Address') },
      refusals: { 404: ['The address does not exist.'] },
    },
    {
      id: 'deleteAddress',
      method: 'delete',
      path: '/V1/addresses/{addressId}',
      summary: 'Delete an address',
      access: manage,
      answer: { description: 'Done.', schema: alwaysTrue },
      refusals: { 404: ['The address does not exist.'] },
    },
    ...(['billing', 'shipping'] as const).map((kind) => ({
      id: kind === 'billing' ? 'getBillingAddress' : 'getShippingAddress',
      method: 'get' as const,
      path: `/V1/customers/{customerId}/${kind}Address` as const,
      summary: `Read a customer’s default ${kind} address`,
      access: manage as 'Magento_Customer::manage',
      answer: { description: 'The address, or an empty list.', schema: schema('AddressOrNone') },
      refusals: { 404: ['The customer does not exist.'] },
    })),
  ],
}
