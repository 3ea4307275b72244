import { all, before, from } from '../../../../release/index.ts'
import { integer, type OperationGroup, objectOf, schema, text } from '../operation.ts'

export const registration: OperationGroup = {
  tag: 'Registration',
  describes: 'Make an account. Nobody needs a token for that.',
  operations: [
    {
      id: 'createCustomer',
      method: 'post',
      path: '/V1/customers',
      summary: 'Register a customer',
      notes: [
        'Without a password the account cannot be logged in to until one is set by a reset. A mail welcomes the customer; its link sets a password.',
        'Without `website_id` and `store_id` the account belongs to the default website, whatever store the URL names.',
        {
          in: from('2.3.3'),
          text: 'An address whose country the shop does not know is dropped, and the account is made without it.',
        },
        {
          in: all(from('2.3.7', '2.4.2-p1'), before('2.4.4-p12', '2.4.5-p11', '2.4.6-p9', '2.4.7')),
          text: 'A `group_id` is dropped unless an administrator sends it.',
        },
        { in: before('2.3.7', '2.4.2-p1'), text: 'Anyone may choose the `group_id`.' },
        { in: before('2.3.3'), text: 'The answer shows the key that the account waits to be confirmed with.' },
      ],
      access: 'anyone',
      more: [{ bearer: 'administrator', permission: 'Magento_Customer::manage' }],
      body: objectOf({
        customer: schema('CustomerInput'),
        'password?': {
          type: ['string', 'null'],
          description:
            'Eight characters of three kinds out of capital and small letters, digits and others, on a stock shop.',
        },
        'redirectUrl?': text('Where the link of the mail leads in the end.'),
      }),
      answer: { description: 'The customer, with an id.', schema: schema('Customer') },
      refusals: {
        400: [
          'The e-mail address is taken, or one of the data is missing or wrong, or the password is too weak.',
          { in: from('2.4.7'), text: 'A field that Magento does not know is refused.' },
        ],
        401: [
          {
            in: from('2.4.4-p12', '2.4.5-p11', '2.4.6-p9', '2.4.7'),
            text: 'A `group_id` was sent by anyone but an administrator.',
          },
        ],
        404: ['There is no such store or website.'],
        500: [{ in: before('2.4.7'), text: 'A field that Magento does not know breaks it.' }],
      },
    },
    {
      id: 'isEmailAvailable',
      method: 'post',
      path: '/V1/customers/isEmailAvailable',
      summary: 'Ask whether an e-mail address is free',
      notes: [
        {
          in: from('2.4.4-p4', '2.4.5-p3', '2.4.6-p1', '2.4.7'),
          text: 'The answer is always `true`, unless the shop is set to tell (`checkout/options/enable_guest_checkout_login`).',
        },
      ],
      access: 'anyone',
      body: objectOf({
        customerEmail: text('The address asked about.'),
        'websiteId?': integer('The website; that of the URL’s store when not given.'),
      }),
      answer: { description: 'Whether it is free.', schema: { type: 'boolean' } },
      refusals: {
        404: [
          {
            in: from('2.4.4-p4', '2.4.5-p3', '2.4.6-p1', '2.4.7'),
            text: 'There is no such website.',
          },
        ],
      },
    },
  ],
}
