import { has } from '../../../../release/index.ts'
import { alwaysTrue, type OperationGroup, objectOf, type Scope, schema, text } from '../operation.ts'

const jsonWebTokens = has('json-web-tokens')
const token = ({ every }: Scope) => schema(every(jsonWebTokens) ? 'JsonWebToken' : 'OpaqueToken')

export const tokens: OperationGroup = {
  tag: 'Tokens',
  describes: 'Log in and out. A token is the whole body, a bare JSON text.',
  operations: [
    {
      id: 'createCustomerToken',
      method: 'post',
      path: '/V1/integration/customer/token',
      summary: 'Log a customer in',
      notes: [
        'Six failures in half an hour close a user name, whether there is such a customer or not.',
        { in: jsonWebTokens, text: 'Two tokens of one customer and second are the same text.' },
      ],
      access: 'anyone',
      body: objectOf({ username: text('The e-mail address.'), password: text('The password.') }),
      answer: { description: 'The token.', schema: token },
      refusals: {
        400: ['The user name or the password is missing or empty.'],
        401: [
          'Whatever else is wrong is refused in the same words: the password, the e-mail address, a locked account.',
          {
            in: has('unconfirmed-is-told-at-login'),
            text: 'An account that waits for its confirmation is told so, by any password.',
          },
        ],
      },
    },
    {
      id: 'revokeCustomerTokens',
      method: 'post',
      path: '/V1/integration/customer/revoke-customer-token',
      summary: 'Log a customer out',
      notes: ['All tokens of the customer are dead from then on, those issued in the same second included.'],
      access: 'customer',
      in: has('customer-revokes-tokens'),
      answer: { description: 'Done.', schema: alwaysTrue },
    },
    {
      id: 'createAdministratorToken',
      method: 'post',
      path: '/V1/integration/admin/token',
      summary: 'Log an administrator in',
      notes: [
        {
          in: has('second-factor'),
          text: 'Where two-factor login is on, no token is given here: the second factor has a route of its own.',
        },
      ],
      access: 'anyone',
      body: objectOf({ username: text('The name.'), password: text('The password.') }),
      answer: { description: 'The token.', schema: token },
      refusals: {
        400: [
          'The user name or the password is missing or empty.',
          { in: has('second-factor'), text: 'A code is wanted.' },
        ],
        401: ['The name or the password is wrong.'],
      },
    },
    {
      id: 'createAdministratorTokenWithCode',
      method: 'post',
      path: '/V1/tfa/provider/google/authenticate',
      summary: 'Log an administrator in with a code of Google Authenticator',
      notes: ['There only while two-factor login is on.'],
      access: 'anyone',
      in: has('second-factor'),
      body: objectOf({
        username: text('The name.'),
        password: text('The password.'),
        otp: text('The six digits of now.'),
      }),
      answer: { description: 'The token.', schema: token },
      refusals: {
        400: ['One of the three is missing or empty.'],
        401: ['The name, the password or the code is wrong.'],
        404: ['Two-factor login is off: there is no such route then.'],
      },
    },
  ],
}
