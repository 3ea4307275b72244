import type { OpenAPIV3_1 } from 'openapi-types'
import { has, lacks } from '../../../../release/index.ts'
import { alwaysTrue, type OperationGroup, objectOf, schema, text } from '../operation.ts'

const manage = 'Magento_Customer::manage'
const read = 'Magento_Customer::customer'
const unknown = ['There is no such customer.']

const criterion = (name: string, type: 'string' | 'integer', description: string): OpenAPIV3_1.ParameterObject => ({
  name: `searchCriteria${name}`,
  in: 'query',
  description,
  schema: { type },
})

export const administration: OperationGroup = {
  tag: 'Administration',
  describes: 'Read and write any account. An administrator’s token is needed, or that of an integration.',
  operations: [
    {
      id: 'searchCustomers',
      method: 'get',
      path: '/V1/customers/search',
      summary: 'Find customers',
      notes: [
        'At least one parameter that begins with `searchCriteria` has to be there; it may be empty, and finds everybody then. Further filters have further numbers: those of one group are alternatives, and all groups have to hold.',
        {
          in: lacks('search-ends-after-last-page'),
          text: 'Beyond the last page the last one is answered again, and customers come without `extension_attributes`.',
        },
        { in: has('search-ends-after-last-page'), text: 'Beyond the last page there are no items.' },
      ],
      access: read,
      query: [
        criterion('[filter_groups][0][filters][0][field]', 'string', 'Which field has to match.'),
        criterion('[filter_groups][0][filters][0][value]', 'string', 'What it is compared with.'),
        criterion('[filter_groups][0][filters][0][condition_type]', 'string', 'How; `eq` when not given.'),
        criterion('[sort_orders][0][field]', 'string', 'By which field they are ordered.'),
        criterion('[sort_orders][0][direction]', 'string', '`ASC` or `DESC`.'),
        criterion('[page_size]', 'integer', 'How many at once; all of them when not given.'),
        criterion('[current_page]', 'integer', 'Which page; the first is 1.'),
      ],
      answer: { description: 'Who was found, and how many there are.', schema: schema('CustomerSearch') },
      refusals: { 400: ['There is no criterion, or the field is unknown.'] },
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
        { in: has('admin-update-merges'), text: 'What is left out stays as it is.' },
        {
          in: lacks('admin-update-merges'),
          text: 'The id of the URL is not looked at: that of the body decides, and without one a new customer is made. What has to be sent is what a customer has to send.',
        },
      ],
      access: manage,
      body: objectOf({
        customer: schema('CustomerInput'),
        'passwordHash?': text('Stored as it is.'),
      }),
      answer: { description: 'The customer as written.', schema: schema('Customer') },
      refusals: { 400: ['One of the data is wrong, or the e-mail address is taken.'], 404: unknown },
    },
    {
      id: 'deleteCustomer',
      method: 'delete',
      path: '/V1/customers/{customerId}',
      summary: 'Delete a customer',
      notes: [
        'The addresses and the tokens of the customer are gone with it.',
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
      summary: 'Ask what of a customer’s data is missing',
      notes: [
        'Nothing is stored. Only whether data are there is looked at: not their form, nor whether an address is free.',
      ],
      access: manage,
      body: objectOf({ customer: schema('CustomerInput') }),
      answer: { description: 'Whether all is there, and what is not.', schema: schema('ValidationResults') },
    },
    {
      id: 'isCustomerReadOnly',
      method: 'get',
      path: '/V1/customers/{customerId}/permissions/readonly',
      summary: 'Ask whether a customer may be written',
      access: read,
      answer: { description: 'Whether it may not.', schema: { type: 'boolean' } },
      refusals: { 404: unknown },
    },
  ],
}
