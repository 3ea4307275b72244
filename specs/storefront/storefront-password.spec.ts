import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, verified } from '../../src/judge/source.ts'
import { expectEnded, expectGuest, expectOwnPage, expectPage } from './storefront.ts'
import { storefrontPassword } from './storefront-password.scenario.ts'

const { must } = requirementsOf(storefrontPassword)

must(
  'STORE-40',
  'A password changed over REST ends the sessions of the storefront',
  {
    why: 'Customers change the password when a stranger may be logged in. The stranger’s session has to end.',
    source: [
      verified('sessions-that-a-new-password-ends'),
      code('module-customer/Model/AccountManagement.php:1047', '2.4.7-p6'),
    ],
  },
  ({ account, 'account after the change': after }) => {
    expectOwnPage(account)
    expectEnded(after)
  },
)

must(
  'STORE-41',
  'After that change, the new password logs in to the storefront and the old one does not',
  {
    why: 'If the app and the shop accept different passwords, the customer cannot log in to one of them.',
    source: [verified('login-of-the-storefront'), code('module-customer/Controller/Account/LoginPost.php', '2.4.7-p6')],
  },
  ({ 'account with the old password': old, 'account with the new password': account }) => {
    expectGuest(old)
    expectPage(account)
  },
)
