import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded } from '../../src/judge/source.ts'
import { expectToken } from '../shared/logged-in.ts'
import { expectGuest } from './storefront.ts'
import { storefrontConfirm } from './storefront-confirm.scenario.ts'

const { must } = requirementsOf(storefrontConfirm)

must(
  'STORE-60',
  'An unconfirmed account cannot log in to the storefront',
  {
    why: 'An unconfirmed e-mail may be another person’s, which is why the shop requires confirmation.',
    source: [
      code('module-customer/Controller/Account/LoginPost.php', '2.4.7-p6'),
      recorded('confirm/required#token-before'),
    ],
  },
  ({ create, 'account before': account }) => {
    expect(create).toSucceed()
    expectGuest(account)
  },
)

must(
  'STORE-61',
  'The link of the confirmation mail confirms the account, without an administrator',
  {
    why: 'It is the only way in for a new customer of such a shop.',
    source: [
      code('module-customer/Controller/Account/Confirm.php', '2.4.7-p6'),
      recorded('confirm/required#mail-confirm'),
    ],
  },
  ({ link, 'token after the link': login }) => {
    expect(link).toHaveStatus(302)
    expectToken(login)
  },
)

must(
  'STORE-62',
  'A confirmation link with a wrong key does not confirm the account',
  {
    why: 'If the key is not compared, accounts are confirmed without their owners’ knowledge.',
    source: [
      code('module-customer/Controller/Account/Confirm.php', '2.4.7-p6'),
      code('module-customer/Model/AccountManagement.php:598', '2.4.7-p6'),
    ],
  },
  ({ create, 'token after the wrong link': login }) => {
    expect(create).toSucceed()
    expect(login).toBeRefusedWith(401)
  },
)
