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
  'A wrong password and an unknown e-mail return the same error',
  {
    why: 'Any difference shows which e-mails have an account: a list of customers for spam and password guessing.',
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
    expect(unknown).toBeRefusedWith(401, refused).toAnswerLike(wrong, 401)
  },
)

must(
  'TOKEN-18',
  'The letter case of the e-mail is ignored at login',
  {
    why: 'Phones capitalise the first letter. The customer would see "wrong password", try again and lock the account.',
    source: [recorded('token/forms#upper'), verified('e-mail-addresses')],
  },
  ({ 'e-mail in capitals': capitals }) => {
    expect(capitals).toSucceed()
    expect(capitals.at('')).toBeOfType('string')
  },
)

must(
  'TOKEN-19',
  'The password is case-sensitive',
  {
    why: 'Ignoring case makes passwords much weaker: they can be guessed in a fraction of the time.',
    source: [recorded('token/forms#password-case'), service(98)],
  },
  ({ 'password in other case': answer }) => {
    expect(answer).toBeRefusedWith(401, refused)
  },
)

must(
  'TOKEN-20',
  'A password with an added trailing space is rejected',
  {
    why: 'If one part of the shop trims passwords and another does not, customers are locked out, and an account accepts more than one password.',
    source: [recorded('token/forms#password-padded'), service(98)],
  },
  ({ 'blank behind the password': answer }) => {
    expect(answer).toBeRefusedWith(401, refused)
  },
)

may(
  'TOKEN-21',
  'A trailing space after the e-mail is ignored',
  {
    why: 'Autocorrection adds invisible spaces; if they were not ignored, the customer would suspect a wrong password.',
    source: [verified('e-mail-addresses'), code('module-customer/Model/CustomerRegistry.php:108', '2.4.7-p6')],
  },
  ({ 'blank behind the e-mail': answer }) => {
    expect(answer).toSucceed()
    expect(answer.at('')).toBeOfType('string')
  },
)

should(
  'TOKEN-22',
  'A login with a leading space before the e-mail is rejected',
  {
    why: 'Forms have to trim, because the shop does not, and customers are told that the password may be wrong.',
    source: [recorded('token/forms#padded'), verified('e-mail-addresses')],
  },
  ({ 'blanks around the e-mail': answer }) => {
    expect(answer).toBeRefusedWith(401, refused)
  },
)
