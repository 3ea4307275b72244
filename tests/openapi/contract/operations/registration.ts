import { all, has, lacks } from '../../../../release/index.ts'
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
          in: has('bad-country-is-dropped'),
          text: 'An address whose country the shop does not know is dropped, and the account is made without it.',
        },
        {
          in: all(has('guest-group-is-dropped'), lacks('guest-group-is-refused')),
          text: 'A `group_id` is dropped unless an administrator sends it.',
        },
        { in: lacks('guest-group-is-dropped'), text: 'Anyone may choose the `group_id`.' },
        {
          in: lacks('confirmation-key-is-hidden'),
          text: 'The answer shows the key that the account waits to be confirmed with.',
        },
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
          { in: has('unknown-field-is-refused'), text: 'A field that Magento does not know is refused.' },
          {
            in: has('address-errors-by-label'),
            text: 'What an address lacks is named by its label in the language of the store view, in `parameters` by position.',
          },
          {
            in: has('validator-messages-are-listed'),
            text: 'Several messages about names or an address stand in `errors` too, each with an empty list of `parameters`.',
          },
          {
            in: has('street-is-checked'),
            text: 'A street holds something besides letters, digits, blanks and `- ‘ ’ . , & # / ( )`.',
          },
          {
            in: has('image-captcha-guards-registration'),
            text: 'The shop has switched on its CAPTCHA for registrations, which wants the word of the image in `X-Captcha`.',
          },
        ],
        401: [
          {
            in: has('guest-group-is-refused'),
            text: 'A `group_id` was sent by anyone but an administrator.',
          },
        ],
        404: ['There is no such store or website.'],
        500: [{ in: lacks('unknown-field-is-refused'), text: 'A field that Magento does not know breaks it.' }],
      },
    },
    {
      id: 'isEmailAvailable',
      method: 'post',
      path: '/V1/customers/isEmailAvailable',
      summary: 'Ask whether an e-mail address is free',
      notes: [
        {
          in: has('every-email-is-available'),
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
            in: has('every-email-is-available'),
            text: 'There is no such website.',
          },
        ],
      },
    },
  ],
}
