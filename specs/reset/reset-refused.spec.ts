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

const whyAllMissing = 'The form marks all of what is missing at once, and a developer sees what the fields are called.'

const { must, should, may } = requirementsOf(resetRefused)

must(
  'RESET-46',
  'a token that was never issued sets no password',
  {
    why: 'Whoever gets past this sets the password of any customer and has the account, without a mailbox and without a trace for its owner.',
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
  'a token that was never issued is not valid',
  {
    why: 'A page that is told "valid" shows the form for any guess; and a check that says yes to everything is the first half of a takeover.',
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
  'setting a password for an unknown e-mail is refused with 404, naming the e-mail and the website',
  {
    why: 'A client tells a typing error in the e-mail from a dead link by it.',
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
  'what is missing to set a password is named, all of it at once',
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
  'an empty token is refused',
  {
    why: 'An account with nothing pending stores no token. If an empty one matched that, most accounts stood open.',
    profile: 'shape',
    source: [recorded('reset/refused#empty-token'), verified('reset-tokens')],
  },
  ({ 'empty token': reset }) => {
    expect(reset).toBeRefusedWith(400)
  },
)

should(
  'RESET-51',
  'an empty token is called resetPasswordLinkToken in its refusal',
  {
    why: 'The field has another name here than in the request; a client that looks for its own finds nothing.',
    profile: 'shape',
    source: [recorded('reset/refused#empty-token'), verified('reset-tokens')],
  },
  ({ 'empty token': reset }) => {
    expect(reset).toBeRefusedWith(400, required('resetPasswordLinkToken'))
  },
)

must(
  'RESET-52',
  'what is missing from a request for a reset is named, all of it at once',
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
  'through the store code "all" a reset finds the account, before 2.4.1 it does not',
  {
    why: 'A client of several stores sets the password through "all" and has to know from which release that works.',
    source: [verified('reset-tokens'), code('module-customer/Model/CustomerRegistry.php:104', '2.4.1')],
  },
  ({ 'wrong token through all stores': reset }, shop) => {
    const shared = shop.is(lacks('all-path-is-the-default-website')) && reset.status === 400
    if (shared) inapplicable('the shop’s websites share their accounts')
    if (shop.is(lacks('all-path-is-the-default-website'))) expectNoSuchEmail(reset, /^0$/)
    else expect(reset).toBeRefusedWith(400, { message: tokenMismatched })
  },
)
