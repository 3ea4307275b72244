import type { OpenAPIV3_1 } from 'openapi-types'
import { has, lacks } from '../../../../release/index.ts'
import { alwaysTrue, type OperationGroup, objectOf, schema, text } from '../operation.ts'

const manage = 'Magento_Customer::manage'
const read = 'Magento_Customer::customer'
const unknown = ['The customer does not exist.']

const criterion = (name: string, type: 'string' | 'integer', description: string): OpenAPIV3_1.ParameterObject => ({
  name: `searchCriteria${name}`,
  in: 'query',
  description,
  schema: { type },
})

export const administration: OperationGroup = {
  tag: 'Administration',
  describes: 'Read and update any account, with the token of an administrator or an integration.',
  operations: [
    {
      id: 'searchCustomers',
      method: 'get',
      path: '/V1/customers/search',
      summary: 'Find customers',
      notes: [
        'At least one parameter that begins with `searchCriteria` is required; an empty one finds all customers. Further filters have further numbers. A customer must match one filter of every group.',
        {
          in: lacks('search-ends-after-last-page'),
          text: 'Beyond the last page the last page is returned, and customers have no `extension_attributes`.',
        },
        { in: has('search-ends-after-last-page'), text: 'Beyond the last page there are no items.' },
      ],
      access: read,
      query: [
        criterion('[filter_groups][0][filters][0][field]', 'string', 'The field to compare.'),
        criterion('[filter_groups][0][filters][0][value]', 'string', 'The value to compare with.'),
        criterion('[filter_groups][0][filters][0][condition_type]', 'string', 'The comparison; by default `eq`.'),
        criterion('[sort_orders][0][field]', 'string', 'The field to sort by.'),
        criterion('[sort_orders][0][direction]', 'string', '`ASC` or `DESC`.'),
        criterion('[page_size]', 'integer', 'The number of customers per page; by default all.'),
        criterion('[current_page]', 'integer', 'The number of the page, from 1.'),
      ],
      answer: { description: 'The customers found, and their total number.', schema: schema('CustomerSearch') },
      refusals: { 400: ['The criterion is missing, or the field is unknown.'] },
    },
    {
      id: 'getCustomer',
      method: 'get',
      path: '/V1/customers/{customerId}',
      summary: 'Read a customer',
      access: read,
      answer: { description: 'The customer.', schema: schema('Customer') },
      refusals: { 404: unknown },
    },
    {
      id: 'updateCustomer',
      method: 'put',
      path: '/V1/customers/{customerId}',
      summary: 'Write a customer',
      notes: [
        { in: has('admin-update-merges'), text: 'Omitted fields keep their values.' },
        {
          in: lacks('admin-update-merges'),
          text: 'The id in the URL is ignored: the id in the body decides; without one a new customer is created. The same fields are required as in a customer’s own update.',
        },
      ],
      access: manage,
      body: objectOf({
        customer: schema('CustomerInput'),
        'passwordHash?': text('Stored unchanged.'),
      }),
      answer: { description: 'The updated customer.', schema: schema('Customer') },
      refusals: { 400: ['A field is invalid, or the e-mail address is in use.'], 404: unknown },
    },
    {
      id: 'deleteCustomer',
      method: 'delete',
      path: '/V1/customers/{customerId}',
      summary: 'Delete a customer',
      notes: [
        'The addresses and the tokens of the customer are deleted too.',
        { in: lacks('delete-has-own-permission'), text: 'The permission is `Magento_Customer::manage`.' },
      ],
      access: 'Magento_Customer::delete',
      answer: { description: 'Done.', schema: alwaysTrue },
      refusals: { 404: unknown },
    },
    {
      id: 'validateCustomer',
      method: 'put',
      path: '/V1/customers/validate',
      summary: 'Check a customer’s data for missing fields',
      notes: ['Nothing is stored. Only missing fields are reported, not invalid values or e-mail addresses in use.'],
      access: manage,
      body: objectOf({ customer: schema('CustomerInput') }),
      answer: {
        description: 'Whether the data is complete, and messages about missing fields.',
        schema: schema('ValidationResults'),
      },
    },
    {
      id: 'isCustomerReadOnly',
      method: 'get',
      path: '/V1/customers/{customerId}/permissions/readonly',
      summary: 'Ask whether a customer is read-only',
      access: read,
      answer: { description: 'True if the customer is read-only.', schema: { type: 'boolean' } },
      refusals: { 404: unknown },
    },
  ],
}
