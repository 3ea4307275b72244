import { has, lacks } from '../../../../release/index.ts'
import { integer, type OperationGroup, objectOf, schema, text } from '../operation.ts'

const guestActivates = has('guest-activates-with-key')
const resendAnswersTrue = has('resend-answers-true')
const key = objectOf({ confirmationKey: text('The key from the mail.') })
const wrongKey = ['The key is wrong, or the account is already confirmed.']

export const confirmation: OperationGroup = {
  tag: 'Confirmation',
  describes:
    'If the shop requires confirmation of e-mail addresses, an account must be confirmed with the key from a mail.',
  operations: [
    {
      id: 'activateMe',
      method: 'put',
      path: '/V1/customers/me/activate',
      summary: 'Confirm the own account',
      notes: ['Only possible with a token from before a change of the e-mail address.'],
      access: 'customer',
      body: key,
      answer: { description: 'The confirmed customer.', schema: schema('Customer') },
      refusals: { 400: wrongKey },
    },
    {
      id: 'activateCustomer',
      method: 'put',
      path: '/V1/customers/{email}/activate',
      summary: 'Confirm an account',
      access: 'Magento_Customer::manage',
      params: {
        email: {
          schema: { type: 'string' },
          description: 'The e-mail address of the account; a plus sign is encoded as `%2B`.',
        },
      },
      body: key,
      answer: { description: 'The confirmed customer.', schema: schema('Customer') },
      refusals: { 400: wrongKey, 404: ['No customer has this e-mail address.'] },
    },
    {
      id: 'activateWithKey',
      method: 'post',
      path: '/V1/customers/activate',
      summary: 'Confirm an account with its key',
      notes: [{ in: guestActivates, text: 'The operation exists. It needs no token.' }],
      access: 'anyone',
      in: guestActivates,
      body: objectOf({
        email: text('The e-mail address of the account.'),
        confirmationKey: text('The key from the mail.'),
      }),
      answer: { description: 'The confirmed customer.', schema: schema('Customer') },
      refusals: {
        400: [...wrongKey, 'A field is missing.'],
        404: ['No customer has this e-mail address.'],
      },
    },
    {
      id: 'getConfirmationStatus',
      method: 'get',
      path: '/V1/customers/{customerId}/confirm',
      summary: 'Read whether an account is confirmed',
      access: 'Magento_Customer::manage',
      answer: {
        description: 'How it stands.',
        schema: {
          type: 'string',
          enum: ['account_confirmed', 'account_confirmation_required', 'account_confirmation_not_required'],
        },
      },
      refusals: { 404: ['The customer does not exist.'] },
    },
    {
      id: 'resendConfirmation',
      method: 'post',
      path: '/V1/customers/confirm',
      summary: 'Send the key again',
      notes: [{ in: lacks('resend-answers-true'), text: 'The response is an empty list.' }],
      access: 'Magento_Customer::manage',
      body: objectOf({
        email: text('Whose key.'),
        websiteId: integer('The website of the account.'),
        'redirectUrl?': text('The URL to open after the link in the mail.'),
      }),
      answer: {
        description: 'True if the mail was sent.',
        schema: ({ every }) =>
          every(resendAnswersTrue)
            ? { type: 'boolean' }
            : { anyOf: [{ type: 'boolean' }, { type: 'array', maxItems: 0, items: {} }] },
      },
      refusals: {
        400: ['The account is already confirmed, or a field is missing.'],
        404: ['No customer has this e-mail address.'],
      },
    },
  ],
}
