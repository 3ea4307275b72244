import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import { signInFailed } from '../shared/messages.ts'
import { customerToken } from './customer-token.scenario.ts'

const { must, should, may } = requirementsOf(customerToken)
const service = (line: number) => code(`module-integration/Model/CustomerTokenService.php:${line}`, '2.4.7-p6')
const refused = { message: signInFailed }

must(
  'TOKEN-17',
  'a wrong password and an unknown e-mail are refused in the same words',
  {
    why: 'Any difference tells who has an account: a list of customers for spam and for guessing passwords.',
    profile: 'shape',
    source: [
      doc('order-create-customer#get-token'),
      service(105),
      recorded('token/wrong-password#wrong'),
      recorded('token/wrong-password#unknown'),
    ],
  },
  ({ 'wrong password': wrong, 'unknown e-mail': unknown }) => {
    expect(wrong).toBeRefusedWith(401, refused)
    expect(unknown).toBeRefusedWith(401, refused).toAnswerLike(wrong)
  },
)

must(
  'TOKEN-18',
  'the letter case of the e-mail does not matter',
  {
    why: 'Phones write the first letter as a capital. The customer sees "wrong password", tries on, and locks the account.',
    source: [recorded('token/forms#upper'), verified('e-mail-addresses')],
  },
  ({ 'e-mail in capitals': capitals }) => {
    expect(capitals).toSucceed()
    expect(capitals.at('')).toBeOfType('string')
  },
)

must(
  'TOKEN-19',
  'the letter case of the password matters',
  {
    why: 'Each letter would be worth half as much: a password that seemed safe is guessed in a fraction of the time.',
    source: [recorded('token/forms#password-case'), service(98)],
  },
  ({ 'password in other case': answer }) => {
    expect(answer).toBeRefusedWith(401, refused)
  },
)

must(
  'TOKEN-20',
  'a blank behind the password makes it another password',
  {
    why: 'A shop that trims passwords at one door and not at the other locks out those who chose one with a blank, and accepts more than one secret an account.',
    source: [recorded('token/forms#password-padded'), service(98)],
  },
  ({ 'blank behind the password': answer }) => {
    expect(answer).toBeRefusedWith(401, refused)
  },
)

may(
  'TOKEN-21',
  'a blank behind the e-mail does not matter',
  {
    why: 'A blank that autocorrection added is not seen; refused, the customer takes it for a wrong password.',
    source: [verified('e-mail-addresses'), code('module-customer/Model/CustomerRegistry.php:108', '2.4.7-p6')],
  },
  ({ 'blank behind the e-mail': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('')).toBeOfType('string')
  },
)

should(
  'TOKEN-22',
  'an e-mail with a blank before it is not found',
  {
    why: 'A form has to trim: the shop does not, and the customer is told that the password is wrong.',
    source: [recorded('token/forms#padded'), verified('e-mail-addresses')],
  },
  ({ 'blanks around the e-mail': answer }) => {
    expect(answer).toBeRefusedWith(401, refused)
  },
)
