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
  'a new account waits for confirmation where the shop requires it, and the administrator is told so',
  {
    why: 'Where the shop asks for confirmation it wants to know that the mailbox is real. An account that counts as confirmed at once makes the setting void.',
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
  'before it is confirmed an account cannot log in, not even with the right password',
  {
    why: 'Otherwise accounts under foreign addresses are in use before their owners can object.',
    source: [recorded('confirm/required#token-before'), verified('confirmation')],
  },
  ({ 'login before': login }) => {
    expect(login).toBeRefusedWith(401)
  },
)

should(
  'CONFIRM-12',
  'from 2.4.8 the refused login says that the account is not confirmed, before that it says no more than any other',
  {
    why: 'Before 2.4.8 the customer only sees "sign-in was incorrect": the client has to remind of the mail. From 2.4.8 the words tell that the password was right.',
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
  'a wrong key confirms nothing',
  {
    why: 'If any key did, nobody would need the mailbox.',
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

must(
  'CONFIRM-14',
  'the right key confirms the account, which then logs in',
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
  'a key confirms once',
  {
    why: 'The mail stays in the mailbox; its key must not be good for anything later.',
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
  'from 2.3.3 the answer to creating an account does not hold the key that confirms it',
  {
    why: 'Who registers with a foreign e-mail would read the key in the answer, and confirm without owning the mailbox.',
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
  'having the confirmation mail sent again is answered with true, before 2.3.5-p1 with an empty list',
  {
    why: 'A typed client that waits for a boolean breaks on the empty list of the older releases.',
    source: [verified('confirmation'), code('module-customer/Model/AccountManagement.php:541', '2.4.7-p6')],
  },
  ({ resend }, shop) => {
    expect(resend).toAnswer(shop.is(lacks('resend-answers-true')) ? [] : true)
  },
)
