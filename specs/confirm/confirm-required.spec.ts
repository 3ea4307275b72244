import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf, type Shop } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { expectToken } from '../shared/logged-in.ts'
import { accountActive, accountNotConfirmed, confirmationInvalid, signInFailed } from '../shared/messages.ts'
import { asAdministrator } from '../shared/permitted.ts'
import { confirmRequired } from './confirm-required.scenario.ts'

const { must, should } = asAdministrator(requirementsOf(confirmRequired))

function onlyWhereRequired(status: Exchange, shop: Shop): void {
  if (status.json !== 'account_confirmation_required' && !shop.probe('confirmation required', false))
    inapplicable('the shop does not require confirmation of new accounts')
}

must(
  'CONFIRM-10',
  'Where the shop requires confirmation, the status of a new account is `account_confirmation_required`',
  {
    why: 'Shops require confirmation to verify the mailbox. If a new account counts as confirmed, the setting has no effect.',
    source: [
      recorded('confirm/required#status'),
      code('module-customer/Api/AccountManagementInterface.php:23', '2.4.7-p6'),
    ],
  },
  ({ create, status }, shop) => {
    expect(create).toSucceed()
    onlyWhereRequired(status, shop)
    expect(status).toAnswer('account_confirmation_required')
  },
)

must(
  'CONFIRM-11',
  'An unconfirmed account cannot log in, not even with the right password',
  {
    why: 'Otherwise accounts under other people’s addresses are in use before the owners can object.',
    source: [recorded('confirm/required#token-before'), verified('confirmation')],
  },
  ({ 'login before': login }) => {
    expect(login).toBeRefusedWith(401)
  },
)

should(
  'CONFIRM-12',
  'The login of an unconfirmed account says so from 2.4.8; before, it returns the usual login error',
  {
    why: 'Before 2.4.8 the customer only sees "sign-in was incorrect", so the client has to mention the mail. From 2.4.8 the message reveals that the password was right.',
    source: [
      recorded('confirm/required#token-before'),
      verified('confirmation'),
      code('module-integration/Model/CustomerTokenService.php:61', '2.4.8-p1'),
    ],
  },
  ({ 'login before': login }, shop) => {
    expect(login).toBeRefusedWith(401, {
      message: shop.is(has('unconfirmed-is-told-at-login')) ? accountNotConfirmed : signInFailed,
    })
  },
)

must(
  'CONFIRM-13',
  'A wrong key is rejected and does not confirm the account',
  {
    why: 'If any key were accepted, nobody would need access to the mailbox.',
    source: [
      recorded('confirm/required#wrong-key'),
      code('module-customer/Model/AccountManagement.php:606', '2.4.7-p6'),
    ],
  },
  ({ 'wrong key': activate, 'login after the wrong key': login }) => {
    expect(activate).toBeRefusedWith(400, { message: confirmationInvalid })
    expect(login).toBeRefusedWith(401)
  },
)

should(
  'CONFIRM-27',
  'A key in other letter case is rejected',
  {
    why: 'Ignoring case makes a key easier to guess, and nothing limits the guesses.',
    source: [code('module-customer/Model/AccountManagement.php:606', '2.4.7-p6'), verified('confirmation')],
  },
  ({ 'key in other case': activate }) => {
    expect(activate).toBeRefusedWith(400, { message: confirmationInvalid })
  },
)

must(
  'CONFIRM-14',
  'The right key confirms the account, which then logs in',
  {
    why: 'It is the only way in for a new customer of such a shop.',
    source: [recorded('confirm/required#activate'), recorded('confirm/required#token-after')],
  },
  ({ create, activate, 'login after': login, 'status after': status }) => {
    expect(activate).toSucceed().toMatchSchema('customer')
    expect(activate.at('/id')).toEqual(create.at('/id'))
    expect(activate.at('/confirmation')).toBeAbsent()
    expectToken(login)
    expect(status).toAnswer('account_confirmed')
  },
)

must(
  'CONFIRM-15',
  'A key confirms an account only once',
  {
    why: 'The mail stays in the mailbox. Its key must not be usable later.',
    source: [
      recorded('confirm/required#activate-again'),
      code('module-customer/Model/AccountManagement.php:602', '2.4.7-p6'),
    ],
  },
  ({ 'activate again': activate }) => {
    expect(activate).toBeRefusedWith(400, { message: accountActive })
  },
)

must(
  'CONFIRM-16',
  'From 2.3.3, the response to creating an account does not contain the confirmation key',
  {
    why: 'Otherwise a registration with another person’s e-mail could be confirmed with the key in the response, without the mailbox.',
    in: has('account-without-password-needs-confirmation'),
    source: [
      recorded('confirm/required#create'),
      code('module-customer/Model/AccountManagementApi.php:139', '2.4.7-p6'),
    ],
  },
  ({ create, status }, shop) => {
    onlyWhereRequired(status, shop)
    expect(create).toSucceed()
    expect(create.at('/confirmation')).toBeAbsent()
  },
)

should(
  'CONFIRM-17',
  'Sending the confirmation mail again returns `true`; before 2.3.5-p1, an empty list',
  {
    why: 'A typed client that expects a boolean fails on the empty list of the older releases.',
    source: [verified('confirmation'), code('module-customer/Model/AccountManagement.php:541', '2.4.7-p6')],
  },
  ({ resend }, shop) => {
    expect(resend).toAnswer(shop.is(lacks('resend-answers-true')) ? [] : true)
  },
)
