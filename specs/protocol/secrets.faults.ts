import { answers } from '../../faults/change.ts'
import { adding, countryRefused, to, withHeader } from '../../faults/changes/answers.ts'
import { faults } from '../../faults/fault.ts'

export const secretFaults = faults([
  {
    id: 'password-echoed',
    does: 'the response to a registration contains the password',
    breaks: [
      'CREATE-01',
      'CREATE-06',
      'CREATE-30',
      'CREATE-39',
      'OBJECT-01',
      'VALID-18',
      'ROUTE-21',
      'WHOLE-01',
      'SAFE-01',
      'SAFE-03',
      'ADMIN-25',
    ],
    change: answers(
      to('customer.create'),
      adding(({ arguments: { password } }) => ({ password })),
    ),
  },
  {
    id: 'password-in-a-header',
    does: 'a debug header of the login response contains the password',
    breaks: ['SAFE-01'],
    change: answers(
      to('token.create'),
      withHeader('X-Debug-Input', ({ input }) => JSON.stringify(input)),
    ),
  },
  {
    id: 'token-in-the-profile',
    does: 'the profile contains the token of the request',
    breaks: ['ROUTE-22', 'SAFE-02', 'PROFILE-02'],
    change: answers(
      to('customer.me'),
      adding((call) => ({ session: call.headers.authorization?.split(' ')[1] })),
    ),
  },
  {
    id: 'hash-in-the-profile',
    does: 'the profile contains the password hash',
    breaks: ['OBJECT-03', 'ROUTE-22', 'WHOLE-01', 'SAFE-03', 'PROFILE-01', 'PROFILE-02'],
    change: answers(
      to('customer.me'),
      adding(() => ({ password_hash: '0123abcd:salt:2' })),
    ),
  },
  {
    id: 'token-in-a-header-of-the-login',
    does: 'a login repeats its token in a header, for a proxy to log',
    breaks: ['SAFE-02'],
    change: answers(to('token.create'), ({ headers, value }) => ({
      headers: [...headers, ['X-Auth-Token', `Bearer ${value}`]],
    })),
  },
  {
    id: 'token-of-an-xml-login-in-a-header',
    does: 'a login in XML repeats its token in a header',
    breaks: ['SAFE-02'],
    change: answers(
      (call, answer) => to('token.create')(call, answer) && call.format === 'xml',
      ({ headers, value }) => ({ headers: [...headers, ['X-Auth-Token', `Bearer ${value}`]] }),
    ),
  },
  {
    id: 'hash-in-the-profile-in-xml',
    does: 'the profile in XML shows the hash of the password',
    breaks: ['SAFE-03'],
    change: answers(
      (call, answer) => to('customer.me')(call, answer) && call.format === 'xml',
      adding(() => ({ password_hash: '0123abcd:salt:2' })),
    ),
  },
  {
    id: 'reset-token-as-a-custom-attribute',
    does: 'a custom attribute of the profile is the reset token’s date',
    breaks: ['ROUTE-22', 'SAFE-03'],
    change: answers(
      to('customer.me'),
      adding(() => ({ custom_attributes: [{ attribute_code: 'rp_token_created_at', value: '2024-01-01 00:00:00' }] })),
    ),
  },
  {
    id: 'refusal-names-a-customer',
    does: 'an error contains the e-mail of another customer',
    breaks: ['SAFE-04'],
    change: (shop) =>
      answers(
        countryRefused,
        adding(() => ({ hint: [...shop.store.customers.values()][0]?.email })),
      )(shop),
  },
])
