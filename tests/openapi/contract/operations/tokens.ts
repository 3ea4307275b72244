import { has } from '../../../../release/index.ts'
import { alwaysTrue, type OperationGroup, objectOf, type Scope, schema, text } from '../operation.ts'

const jsonWebTokens = has('json-web-tokens')
const token = ({ every }: Scope) => schema(every(jsonWebTokens) ? 'JsonWebToken' : 'OpaqueToken')

export const tokens: OperationGroup = {
  tag: 'Tokens',
  describes: 'Log in and out. The response body is the token, a JSON string.',
  operations: [
    {
      id: 'createCustomerToken',
      method: 'post',
      path: '/V1/integration/customer/token',
      summary: 'Log a customer in',
      notes: [
        'Six failed logins in half an hour block a user name, whether such a customer exists or not.',
        { in: jsonWebTokens, text: 'Two tokens that a customer gets in the same second are identical.' },
      ],
      access: 'anyone',
      body: objectOf({ username: text('The e-mail address.'), password: text('The password.') }),
      answer: { description: 'The token.', schema: token },
      refusals: {
        400: ['The user name or the password is missing or empty.'],
        401: [
          'The password or the e-mail address is wrong, or the account is locked; the message is the same.',
          {
            in: has('unconfirmed-is-told-at-login'),
            text: 'The account is not confirmed; the message says so, with any password.',
          },
        ],
      },
    },
    {
      id: 'revokeCustomerTokens',
      method: 'post',
      path: '/V1/integration/customer/revoke-customer-token',
      summary: 'Log a customer out',
      notes: ['All tokens of the customer are revoked, including those issued in the same second.'],
      access: 'customer',
      in: has('customer-revokes-tokens'),
      answer: { description: 'Done.', schema: alwaysTrue },
    },
    {
      id: 'createAdministratorToken',
      method: 'post',
      path: '/V1/integration/admin/token',
      summary: 'Log in an administrator',
      notes: [
        {
          in: has('second-factor'),
          text: 'If two-factor login is on, this route returns no token; use the route for the second factor.',
        },
      ],
      access: 'anyone',
      body: objectOf({ username: text('The name.'), password: text('The password.') }),
      answer: { description: 'The token.', schema: token },
      refusals: {
        400: [
          'The user name or the password is missing or empty.',
          { in: has('second-factor'), text: 'A code is required.' },
        ],
        401: ['The name or the password is wrong.'],
      },
    },
    {
      id: 'createAdministratorTokenWithCode',
      method: 'post',
      path: '/V1/tfa/provider/google/authenticate',
      summary: 'Log in an administrator with a code of Google Authenticator',
      notes: ['Exists only if two-factor login is on.'],
      access: 'anyone',
      in: has('second-factor'),
      body: objectOf({
        username: text('The name.'),
        password: text('The password.'),
        otp: text('The current six-digit code.'),
      }),
      answer: { description: 'The token.', schema: token },
      refusals: {
        400: ['A field is missing or empty.'],
        401: ['The name, the password or the code is wrong.'],
        404: ['Two-factor login is off, so the route does not exist.'],
      },
    },
  ],
}
