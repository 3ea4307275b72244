import { lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { expectToken } from '../shared/logged-in.ts'
import { required, severalErrors, tokenMismatched } from '../shared/messages.ts'
import { expectNoSuchEmail } from '../shared/no-such.ts'
import { resetRefused } from './reset-refused.scenario.ts'
import { vacuous } from './vacuous.ts'

const whyAllMissing = 'The form marks all missing fields at once, and a developer sees the names of the fields.'

const { must, should, may } = requirementsOf(resetRefused)

must(
  'RESET-46',
  'A token that was never issued sets no password',
  {
    why: 'If this check fails, an attacker sets any customer’s password, without the mailbox and without the owner noticing.',
    source: [
      recorded('reset/refused#wrong-token'),
      code('module-customer/Model/AccountManagement.php:1203', '2.4.7-p6'),
    ],
  },
  ({ 'wrong token': reset, 'password of the wrong token': login, 'password after': own }) => {
    expect(reset).toBeRefusedWith(400, { message: tokenMismatched })
    expect(login).toBeRefusedWith(401)
    expectToken(own)
  },
)

must(
  'RESET-47',
  'A token that was never issued is not valid',
  {
    why: 'A page that gets "valid" shows the form for any guess, and a check that accepts every token is the first half of an account takeover.',
    profile: 'shape',
    source: [
      recorded('reset/whole#validate-wrong'),
      code('module-customer/Model/AccountManagement.php:1203', '2.4.7-p6'),
    ],
  },
  ({ 'link with a wrong token': link }) => {
    expect(link).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-48',
  'A reset for an unknown e-mail is rejected with 404, naming the e-mail and the website',
  {
    why: 'With it, a client distinguishes a typing error in the e-mail from an invalid link.',
    source: [
      recorded('reset/refused#wrong-email'),
      code('module-customer/Model/AccountManagement.php:706', '2.4.7-p6'),
    ],
  },
  ({ 'unknown e-mail': unknown }) => {
    expectNoSuchEmail(unknown)
  },
)

must(
  'RESET-49',
  'Missing fields of a reset are all named in one response',
  {
    why: whyAllMissing,
    profile: 'shape',
    source: [
      recorded('reset/refused#no-fields'),
      recorded('reset/refused#no-email'),
      recorded('reset/refused#null-token'),
    ],
  },
  ({ 'no fields': none, 'null token': noToken }) => {
    const errors = ['email', 'resetToken', 'newPassword'].map(required)
    expect(none).toBeRefusedWith(400, { message: severalErrors, errors })
    expect(noToken).toBeRefusedWith(400, required('resetToken'))
  },
)

must(
  'RESET-50',
  'An empty reset token is rejected',
  {
    why: 'An account without a pending link stores no token. If an empty token matched that, most accounts would be open.',
    profile: 'shape',
    source: [recorded('reset/refused#empty-token'), verified('reset-tokens')],
  },
  ({ 'empty token': reset }) => {
    expect(reset).toBeRefusedWith(400)
  },
)

should(
  'RESET-51',
  'The error for an empty token names the field `resetPasswordLinkToken`',
  {
    why: 'The field has another name in the error than in the request. A client that looks for the request’s name does not find it.',
    profile: 'shape',
    source: [recorded('reset/refused#empty-token'), verified('reset-tokens')],
  },
  ({ 'empty token': reset }) => {
    expect(reset).toBeRefusedWith(400, required('resetPasswordLinkToken'))
  },
)

must(
  'RESET-52',
  'Missing fields of a reset request are all named in one response',
  {
    why: whyAllMissing,
    profile: 'shape',
    source: [
      recorded('reset/initiate-forms#empty'),
      recorded('reset/initiate-forms#template-missing'),
      vacuous('testInitiatePasswordMissingRequiredFields'),
    ],
  },
  (read) => {
    const errors = ['email', 'template'].map(required)
    expect(read['request without fields']).toBeRefusedWith(400, { message: severalErrors, errors })
    expect(read['request without template']).toBeRefusedWith(400, required('template'))
    expect(read['request with a null e-mail']).toBeRefusedWith(400, required('email'))
  },
)

may(
  'RESET-57',
  'Through the store code `all`, a reset finds the account; before 2.4.1 it does not',
  {
    why: 'A client of several stores that sets passwords through `all` has to know from which release on that works.',
    source: [verified('reset-tokens'), code('module-customer/Model/CustomerRegistry.php:104', '2.4.1')],
  },
  ({ 'wrong token through all stores': reset }, shop) => {
    if (shop.probe('own website', false))
      inapplicable('the accounts of the run belong to another website than the default one')
    const shared = shop.is(lacks('all-path-is-the-default-website')) && reset.status === 400
    if (shared) inapplicable('the shop’s websites share their accounts')
    if (shop.is(lacks('all-path-is-the-default-website'))) expectNoSuchEmail(reset, /^0$/)
    else expect(reset).toBeRefusedWith(400, { message: tokenMismatched })
  },
)
