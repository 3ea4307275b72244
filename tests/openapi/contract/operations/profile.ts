import { has, lacks } from '../../../../release/index.ts'
import { type OperationGroup, objectOf, schema, text } from '../operation.ts'

export const profile: OperationGroup = {
  tag: 'Own profile',
  describes: 'The account of the customer to whom the token belongs.',
  operations: [
    {
      id: 'getMe',
      method: 'get',
      path: '/V1/customers/me',
      summary: 'Read the own profile',
      notes: ['An unconfirmed customer reads the confirmation key here.'],
      access: 'customer',
      answer: { description: 'The customer.', schema: schema('Customer') },
    },
    {
      id: 'updateMe',
      method: 'put',
      path: '/V1/customers/me',
      summary: 'Update the own profile',
      notes: [
        'Send the whole profile as it was read, with the changes. This works in every release.',
        '`addresses`, if present, replaces all addresses: an address that is not listed is deleted.',
        { in: has('omitted-birth-date-is-deleted'), text: 'An update without `dob` deletes it.' },
        {
          in: lacks('profile-forces-identity'),
          text: '`website_id` is required.',
        },
        {
          in: lacks('profile-forces-group'),
          text: 'A sent `group_id` is stored.',
        },
        'With an administrator’s token this creates a new customer.',
      ],
      access: 'customer',
      body: objectOf({
        customer: schema('CustomerInput'),
        'passwordHash?': text('Stored unchanged. With an invalid hash the account cannot log in.'),
      }),
      answer: { description: 'The updated customer.', schema: schema('Customer') },
      refusals: {
        400: [
          'A field is missing or invalid, the e-mail address is in use, or an address belongs to another customer.',
          { in: has('unknown-field-is-refused'), text: 'A field is unknown to Magento.' },
        ],
        404: ['The id of an address does not exist.'],
        500: [{ in: lacks('unknown-field-is-refused'), text: 'A field is unknown to Magento.' }],
      },
    },
    ...(['billing', 'shipping'] as const).map((kind) => ({
      id: kind === 'billing' ? 'getMyBillingAddress' : 'getMyShippingAddress',
      method: 'get' as const,
      path: `/V1/customers/me/${kind}Address` as const,
      summary: `Read the own default ${kind} address`,
      notes: ['The profile contains this address too.'],
      access: 'customer' as const,
      answer: { description: 'The address, or an empty list.', schema: schema('AddressOrNone') },
    })),
  ],
}
