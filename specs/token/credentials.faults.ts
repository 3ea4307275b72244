import { answers, operation } from '../../faults/change.ts'
import { sent } from '../../faults/changes/requests.ts'
import { faults } from '../../faults/fault.ts'
import type { Call, Change } from '../../reference/index.ts'
import { credentials, named, refused, signInFailed } from './login-changes.faults.ts'

const isLogin = ({ route }: { route?: { operation: string } }) => route?.operation === 'token.create'

/** Logs in without checking the password if a condition holds. */
const unchecked = (holds: (call: Call) => boolean): Change =>
  operation('token.create', (call, login, shop) => {
    const known = named(call, shop)
    return known && holds(call) ? shop.services.issueToken({ type: 'customer', id: known.id }) : login(call)
  })

const requiredMessage = '"%fieldName" is required. Enter and try again.'

function requiredField(fieldName: string): string {
  return JSON.stringify({ message: requiredMessage, parameters: { fieldName } })
}

export const credentialFaults = faults([
  {
    id: 'first-credential-only',
    does: 'only the first of two missing credentials is reported',
    breaks: ['TOKEN-23', 'TOKEN-25', 'TOKEN-26'],
    change: answers(
      (call, { value }) => isLogin(call) && Array.isArray((value as { errors?: unknown })?.errors),
      ({ value }) => ({ value: (value as { errors: unknown[] }).errors[0] }),
    ),
  },
  {
    id: 'credential-named-email',
    does: 'a missing username is reported as `email`',
    breaks: ['TOKEN-23', 'TOKEN-24', 'TOKEN-25', 'TOKEN-26'],
    change: answers(
      (call, { value }) => isLogin(call) && JSON.stringify(value).includes('"fieldName":"username"'),
      ({ value }) => ({
        value: JSON.parse(JSON.stringify(value).replace('"fieldName":"username"', '"fieldName":"email"')),
      }),
    ),
  },
  {
    id: 'missing-password-is-wrong',
    does: 'a login without a password returns the error of a wrong password',
    breaks: ['TOKEN-23', 'TOKEN-24', 'TOKEN-25', 'TOKEN-26', 'LOCK-02'],
    change: answers(
      (call, { value }) => isLogin(call) && JSON.stringify(value).includes(`${requiredField('password')}`),
      () => ({ status: 401, value: { message: signInFailed } }),
    ),
  },
  {
    id: 'empty-credentials-are-wrong',
    does: 'empty credentials are treated as wrong credentials',
    breaks: ['TOKEN-25', 'LOCK-02'],
    change: credentials(({ username, password }) => {
      if (username === '' || password === '') throw refused(401)
      return undefined
    }),
  },
  {
    id: 'null-credentials-crash',
    does: 'credentials of null cause an internal error',
    breaks: ['TOKEN-26'],
    change: answers(
      (call) => isLogin(call) && /"username":null/.test(call.body.toString()),
      () => ({ status: 500, value: { message: 'Internal Error. Report ID: webapi-0123456789abc' } }),
    ),
  },
  {
    id: 'listed-credentials-crash',
    does: 'credentials that are lists cause an internal error',
    breaks: ['TOKEN-27'],
    change: answers(
      (call, { status }) => isLogin(call) && status === 400 && /"username":\[/.test(call.body.toString()),
      () => ({ status: 500, value: { message: 'Internal Error. Report ID: webapi-0123456789abc' } }),
    ),
  },
  {
    id: 'numbers-are-no-credentials',
    does: 'credentials that are numbers are rejected for their type',
    breaks: ['TOKEN-28', 'BIND-10'],
    change: answers(
      (call) => isLogin(call) && /"username":\d/.test(call.body.toString()),
      () => ({ status: 400, value: { message: 'The "1" value\'s type is invalid.' } }),
    ),
  },
  {
    id: 'true-is-any-password',
    does: 'the password `true` logs in to any account (loose comparison)',
    breaks: ['TOKEN-35'],
    change: unchecked((call) => sent(call, 'password') === true),
  },
  {
    id: 'xml-logs-in-unchecked',
    does: 'a login in XML does not check the password',
    breaks: ['TOKEN-36', 'LOCK-12'],
    change: unchecked(({ headers }) => /xml/.test(headers['content-type'] ?? '')),
  },
])
