import { has, lacks } from '../../../../release/index.ts'
import { integer, type OperationGroup, objectOf, schema, text } from '../operation.ts'

const guestActivates = has('guest-activates-with-key')
const resendAnswersTrue = has('resend-answers-true')
const key = objectOf({ confirmationKey: text('The key of the mail.') })
const wrongKey = ['The key is another, or the account is confirmed already.']

export const confirmation: OperationGroup = {
  tag: 'Confirmation',
  describes: 'Where the shop wants e-mail addresses confirmed, an account waits for a key that is mailed.',
  operations: [
    {
      id: 'activateMe',
      method: 'put',
      path: '/V1/customers/me/activate',
      summary: 'Confirm the own account',
      notes: ['Only whoever has a token already: one from before an e-mail address was changed.'],
      access: 'customer',
      body: key,
      answer: { description: 'The customer, who waits no longer.', schema: schema('Customer') },
      refusals: { 400: wrongKey },
    },
    {
      id: 'activateCustomer',
      method: 'put',
      path: '/V1/customers/{email}/activate',
      summary: 'Confirm an account',
      access: 'Magento_Customer::manage',
      params: { email: { schema: { type: 'string' }, description: 'Whose account; a plus is written `%2B`.' } },
      body: key,
      answer: { description: 'The customer, who waits no longer.', schema: schema('Customer') },
      refusals: { 400: wrongKey, 404: ['There is no customer of this e-mail address.'] },
    },
    {
      id: 'activateWithKey',
      method: 'post',
      path: '/V1/customers/activate',
      summary: 'Confirm an account by its key',
      notes: [{ in: guestActivates, text: 'There is such an operation. Nobody needs a token for it.' }],
      access: 'anyone',
      in: guestActivates,
      body: objectOf({ email: text('Whose account.'), confirmationKey: text('The key of the mail.') }),
      answer: { description: 'The customer, who waits no longer.', schema: schema('Customer') },
      refusals: {
        400: [...wrongKey, 'One of the data is missing.'],
        404: ['There is no customer of this e-mail address.'],
      },
    },
    {
      id: 'getConfirmationStatus',
      method: 'get',
      path: '/V1/customers/{customerId}/confirm',
      summary: 'Ask whether an account waits',
      access: 'Magento_Customer::manage',
      answer: {
        description: 'How it stands.',
        schema: {
          type: 'string',
          enum: ['account_confirmed', 'account_confirmation_required', 'account_confirmation_not_required'],
        },
      },
      refusals: { 404: ['There is no such customer.'] },
    },
    {
      id: 'resendConfirmation',
      method: 'post',
      path: '/V1/customers/confirm',
      summary: 'Have the key mailed again',
      notes: [{ in: lacks('resend-answers-true'), text: 'The answer is an empty list.' }],
      access: 'Magento_Customer::manage',
      body: objectOf({
        email: text('Whose key.'),
        websiteId: integer('The website of the account.'),
        'redirectUrl?': text('Where the link of the mail leads in the end.'),
      }),
      answer: {
        description: 'Whether the mail could be sent.',
        schema: ({ every }) =>
          every(resendAnswersTrue)
            ? { type: 'boolean' }
            : { anyOf: [{ type: 'boolean' }, { type: 'array', maxItems: 0, items: {} }] },
      },
      refusals: {
        400: ['The account does not wait, or one of the data is missing.'],
        404: ['There is no customer of this e-mail address.'],
      },
    },
  ],
}
