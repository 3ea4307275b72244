import { has, lacks } from '../../../../release/index.ts'
import { alwaysTrue, integer, type OperationGroup, objectOf, text } from '../operation.ts'

const policy = 'The new password is too weak, or equals the e-mail address.'

export const passwords: OperationGroup = {
  tag: 'Passwords',
  describes: 'Change a password, or set a new one with the link from a mail. In no release this revokes tokens.',
  operations: [
    {
      id: 'changeMyPassword',
      method: 'put',
      path: '/V1/customers/me/password',
      summary: 'Change the own password',
      notes: ['No mail is sent, and earlier reset links become invalid.'],
      access: 'customer',
      body: objectOf({ currentPassword: text('The current password.'), newPassword: text('The new password.') }),
      answer: { description: 'Done.', schema: alwaysTrue },
      refusals: {
        400: ['One of the two is missing.', policy],
        401: ['The current password is wrong, or the account is locked after ten wrong ones.'],
        404: [
          {
            in: has('query-names-customer'),
            text: 'The query has a `customerId` that does not exist.',
          },
        ],
        500: [{ in: has('empty-current-password-breaks'), text: 'The current password is empty.' }],
      },
    },
    {
      id: 'requestPasswordReset',
      method: 'put',
      path: '/V1/customers/password',
      summary: 'Send a mail with a link to set a password',
      notes: ['Earlier links become invalid.'],
      access: 'anyone',
      body: objectOf({
        email: text('The e-mail address of the account.'),
        template: { type: 'string', description: 'The mail to send.', enum: ['email_reset', 'email_reminder'] },
        'websiteId?': integer('The website; by default that of the store in the URL.'),
      }),
      answer: { description: 'True if the mail was sent.', schema: { type: 'boolean' } },
      refusals: {
        400: [
          'The e-mail address or the template is missing, or the template does not exist.',
          {
            in: has('resets-are-limited'),
            text: 'A stock shop allows one request in ten minutes and five an hour, for each IP address or e-mail address; requests of other people count too.',
          },
        ],
        404: ['No customer has this e-mail address.'],
      },
    },
    {
      id: 'checkPasswordResetLink',
      method: 'get',
      path: '/V1/customers/{customerId}/password/resetLinkToken/{resetPasswordLinkToken}',
      summary: 'Check whether a reset link is valid',
      notes: ['The link stays valid.'],
      access: 'anyone',
      params: {
        customerId: { schema: { type: 'integer' }, description: 'The id in the link.' },
        resetPasswordLinkToken: { schema: { type: 'string' }, description: 'The token of the link.' },
      },
      answer: { description: 'The link is valid.', schema: alwaysTrue },
      refusals: {
        400: ['The token is wrong or expired (after two hours on a stock shop), or the id is invalid.'],
        404: ['The customer does not exist.'],
      },
    },
    {
      id: 'resetPassword',
      method: 'post',
      path: '/V1/customers/resetPassword',
      summary: 'Set a password with the token of a link',
      notes: [
        'The token of a welcome mail’s link works too. A token works once.',
        { in: has('reset-ends-lock'), text: 'An account that was locked after failed logins is unlocked.' },
        {
          in: lacks('reset-needs-email'),
          text: 'If the e-mail address is empty, the customer is found by the token.',
        },
      ],
      access: 'anyone',
      body: objectOf({
        email: text('The e-mail address of the account.'),
        resetToken: text('The token of the link.'),
        newPassword: text('The new password.'),
      }),
      answer: { description: 'Done.', schema: alwaysTrue },
      refusals: {
        400: ['A field is missing, or the token is wrong or expired.', policy],
        404: ['No customer has this e-mail address.'],
      },
    },
  ],
}
