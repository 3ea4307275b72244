import { all, has, lacks } from '../../../../release/index.ts'
import { integer, type OperationGroup, objectOf, schema, text } from '../operation.ts'

export const registration: OperationGroup = {
  tag: 'Registration',
  describes: 'Create an account. No token is needed.',
  operations: [
    {
      id: 'createCustomer',
      method: 'post',
      path: '/V1/customers',
      summary: 'Register a customer',
      notes: [
        'Without a password, the account cannot log in until a reset sets one. The customer gets a welcome mail with a link to set a password.',
        'Without `website_id` and `store_id` the account belongs to the default website, whatever store the URL names.',
        {
          in: has('bad-country-is-dropped'),
          text: 'An address in an unknown country is dropped, and the account is created without it.',
        },
        {
          in: all(has('guest-group-is-dropped'), lacks('guest-group-is-refused')),
          text: 'A `group_id` is ignored unless an administrator sends it.',
        },
        { in: lacks('guest-group-is-dropped'), text: 'Guests can set the `group_id`.' },
        {
          in: lacks('confirmation-key-is-hidden'),
          text: 'The response contains the key to confirm the account.',
        },
      ],
      access: 'anyone',
      more: [{ bearer: 'administrator', permission: 'Magento_Customer::manage' }],
      body: objectOf({
        customer: schema('CustomerInput'),
        'password?': {
          type: ['string', 'null'],
          description:
            'On a stock shop at least eight characters, of three of these classes: upper case, lower case, digits, others.',
        },
        'redirectUrl?': text('The URL to open after the link in the mail.'),
      }),
      answer: { description: 'The customer, with an id.', schema: schema('Customer') },
      refusals: {
        400: [
          'The e-mail address is in use, a field is missing or invalid, or the password is too weak.',
          { in: has('unknown-field-is-refused'), text: 'A field is unknown to Magento.' },
          {
            in: has('address-errors-by-label'),
            text: 'A missing field of an address is named by its label in the language of the store view, in `parameters` by position.',
          },
          {
            in: has('validator-messages-are-listed'),
            text: 'Several messages about names or an address are also listed in `errors`, each with an empty list of `parameters`.',
          },
          {
            in: has('street-is-checked'),
            text: 'A street contains other characters than letters, digits, blanks and `- ‘ ’ . , & # / ( )`.',
          },
          {
            in: has('image-captcha-guards-registration'),
            text: 'The shop requires its CAPTCHA for registrations, with the word of the image in `X-Captcha`.',
          },
        ],
        401: [
          {
            in: has('guest-group-is-refused'),
            text: 'Someone other than an administrator sent a `group_id`.',
          },
        ],
        404: ['The store or website does not exist.'],
        500: [{ in: lacks('unknown-field-is-refused'), text: 'A field is unknown to Magento.' }],
      },
    },
    {
      id: 'isEmailAvailable',
      method: 'post',
      path: '/V1/customers/isEmailAvailable',
      summary: 'Check whether an e-mail address is available',
      notes: [
        {
          in: has('every-email-is-available'),
          text: 'The response is always `true`, unless a setting of the shop allows the check (`checkout/options/enable_guest_checkout_login`).',
        },
      ],
      access: 'anyone',
      body: objectOf({
        customerEmail: text('The e-mail address to check.'),
        'websiteId?': integer('The website; by default that of the store in the URL.'),
      }),
      answer: { description: 'True if it is available.', schema: { type: 'boolean' } },
      refusals: {
        404: [
          {
            in: has('every-email-is-available'),
            text: 'The website does not exist.',
          },
        ],
      },
    },
  ],
}
