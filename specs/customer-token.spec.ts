import { before } from '../release/index.ts'
import { expect } from '../src/judge/expect.ts'
import { requirementsOf } from '../src/judge/requirement.ts'
import { code, doc, recorded } from '../src/judge/source.ts'
import { customerToken } from './customer-token.scenario.ts'
import { required, severalErrors, signInFailed } from './messages.ts'

const { must } = requirementsOf(customerToken)

must(
  'TOKEN-01',
  'valid credentials are answered with a bare JSON string',
  {
    source: [doc('order-create-customer#get-token'), recorded('token/valid#token')],
  },
  ({ issue }) => {
    expect(issue).toSucceed()
    expect(issue.at('')).toBeOfType('string').toMatch(/./)
  },
)

must(
  'TOKEN-02',
  'before 2.4.4 a token is 32 lower-case letters and digits',
  {
    in: before('2.4.4'),
    source: [doc('order-create-customer#get-token'), recorded('token/valid#token')],
  },
  ({ issue }) => {
    expect(issue.at('')).toMatch(/^[a-z0-9]{32}$/)
  },
)

must(
  'TOKEN-03',
  'a wrong password and an unknown e-mail are refused in the same words',
  {
    source: [
      doc('order-create-customer#get-token'),
      code('module-integration/Model/CustomerTokenService.php:105', '2.4.7-p6'),
      recorded('token/wrong-password#wrong'),
    ],
  },
  ({ 'wrong password': wrong, 'unknown e-mail': unknown }) => {
    expect(wrong).toBeRefusedWith(401, { message: signInFailed })
    expect(unknown).toAnswerLike(wrong)
  },
)

must(
  'TOKEN-04',
  'missing credentials are refused, each of them named',
  {
    source: [recorded('token/malformed-empty#call')],
  },
  ({ 'no credentials': none, 'no password': noPassword }) => {
    expect(none).toBeRefusedWith(400, { message: severalErrors, errors: [required('username'), required('password')] })
    expect(noPassword).toBeRefusedWith(400, required('password'))
  },
)
