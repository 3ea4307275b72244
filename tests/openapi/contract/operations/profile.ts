import { has, lacks } from '../../../../release/index.ts'
import { type OperationGroup, objectOf, schema, text } from '../operation.ts'

export const profile: OperationGroup = {
  tag: 'Own profile',
  describes: 'What a customer does with the own account. Who that is, the token says.',
  operations: [
    {
      id: 'getMe',
      method: 'get',
      path: '/V1/customers/me',
      summary: 'Read the own profile',
      notes: ['Whoever waits to be confirmed reads the key here, while one is stored.'],
      access: 'customer',
      answer: { description: 'The customer.', schema: schema('Customer') },
    },
    {
      id: 'updateMe',
      method: 'put',
      path: '/V1/customers/me',
      summary: 'Write the own profile',
      notes: [
        'Send back what reading answered, with what is to change: the safe way on every release.',
        '`addresses` are replaced as a whole where the key is there: an address that is not listed is deleted.',
        { in: has('omitted-birth-date-is-deleted'), text: 'A profile that is written without `dob` loses it.' },
        {
          in: lacks('profile-forces-identity'),
          text: '`website_id` has to be sent.',
        },
        {
          in: lacks('profile-forces-group'),
          text: 'A `group_id` that is sent is taken.',
        },
        'An administrator’s token makes a new customer here.',
      ],
      access: 'customer',
      body: objectOf({
        customer: schema('CustomerInput'),
        'passwordHash?': text('Stored as it is. The account cannot be logged in to by a hash that is none.'),
      }),
      answer: { description: 'The customer as written.', schema: schema('Customer') },
      refusals: {
        400: [
          'One of the data is missing or wrong, the e-mail address is taken, or an address is another customer’s.',
          { in: has('unknown-field-is-refused'), text: 'A field that Magento does not know is refused.' },
        ],
        404: ['One of the addresses has an id that does not exist.'],
        500: [{ in: lacks('unknown-field-is-refused'), text: 'A field that Magento does not know breaks it.' }],
      },
    },
    ...(['billing', 'shipping'] as const).map((kind) => ({
      id: kind === 'billing' ? 'getMyBillingAddress' : 'getMyShippingAddress',
      method: 'get' as const,
      path: `/V1/customers/me/${kind}Address` as const,
      summary: `Read the own default ${kind} address`,
      notes: ['It is among the addresses of the profile too.'],
      access: 'customer' as const,
      answer: { description: 'The address, or an empty list.', schema: schema('AddressOrNone') },
    })),
  ],
}
