import { has, lacks } from '../../../../release/index.ts'
import { alwaysTrue, integer, type OperationGroup, objectOf, text } from '../operation.ts'

const policy = 'The new password is too weak, or the e-mail address itself.'

export const passwords: OperationGroup = {
  tag: 'Passwords',
  describes: 'Change a password, or set a new one by a link that is mailed. No release ends a token for either.',
  operations: [
    {
      id: 'changeMyPassword',
      method: 'put',
      path: '/V1/customers/me/password',
      summary: 'Change the own password',
      notes: ['No mail tells of it, and links that were mailed before are worth nothing.'],
      access: 'customer',
      body: objectOf({ currentPassword: text('The password of now.'), newPassword: text('The password to be.') }),
      answer: { description: 'Done.', schema: alwaysTrue },
      refusals: {
        400: ['One of the two is missing.', policy],
        401: ['The current password is wrong, or the account is locked by ten wrong ones.'],
        404: [
          {
            in: has('query-names-customer'),
            text: 'The query has a `customerId`, and it is nobody’s.',
          },
        ],
        500: [{ in: has('empty-current-password-breaks'), text: 'An empty current password breaks it.' }],
      },
    },
    {
      id: 'requestPasswordReset',
      method: 'put',
      path: '/V1/customers/password',
      summary: 'Have a link mailed that sets a password',
      notes: ['A link that was mailed before is worth nothing from then on.'],
      access: 'anyone',
      body: objectOf({
        email: text('Whose password.'),
        template: { type: 'string', description: 'Which mail is sent.', enum: ['email_reset', 'email_reminder'] },
        'websiteId?': integer('The website; that of the URL’s store when not given.'),
      }),
      answer: { description: 'Whether the mail could be sent.', schema: { type: 'boolean' } },
      refusals: {
        400: [
          'The e-mail address or the template is missing, or there is no such template.',
          {
            in: has('resets-are-limited'),
            text: 'A stock shop allows one request in ten minutes and five an hour, by client address or e-mail address; a stranger’s counts too.',
          },
        ],
        404: ['There is no customer of this e-mail address.'],
      },
    },
    {
      id: 'checkPasswordResetLink',
      method: 'get',
      path: '/V1/customers/{customerId}/password/resetLinkToken/{resetPasswordLinkToken}',
      summary: 'Ask whether a link still sets a password',
      notes: ['Asking does not use the link up.'],
      access: 'anyone',
      params: {
        customerId: { schema: { type: 'integer' }, description: 'The id that the link names.' },
        resetPasswordLinkToken: { schema: { type: 'string' }, description: 'The token of the link.' },
      },
      answer: { description: 'It does.', schema: alwaysTrue },
      refusals: {
        400: ['The token is another, or too old (two hours, on a stock shop), or the id is none.'],
        404: ['There is no such customer.'],
      },
    },
    {
      id: 'resetPassword',
      method: 'post',
      path: '/V1/customers/resetPassword',
      summary: 'Set a password by the token of a link',
      notes: [
        'The token of a welcome mail’s link does too. It works once.',
        { in: has('reset-ends-lock'), text: 'An account that failed logins had locked is open again.' },
        {
          in: lacks('reset-needs-email'),
          text: 'With an empty e-mail address the customer is found by the token.',
        },
      ],
      access: 'anyone',
      body: objectOf({
        email: text('Whose password.'),
        resetToken: text('The token of the link.'),
        newPassword: text('The password to be.'),
      }),
      answer: { description: 'Done.', schema: alwaysTrue },
      refusals: {
        400: ['One of the three is missing, or the token is another or too old.', policy],
        404: ['There is no customer of this e-mail address.'],
      },
    },
  ],
}
