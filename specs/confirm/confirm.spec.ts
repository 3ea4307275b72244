import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { accountActive, confirmationNotNeeded, required } from '../shared/messages.ts'
import { expectNoSuchCustomer, expectNoSuchEmail } from '../shared/no-such.ts'
import { asAdministrator } from '../shared/permitted.ts'
import { confirmAsAdmin, confirmAsAnyone } from './confirm.scenario.ts'

const manage = 'Magento_Customer::manage'
const anyone = requirementsOf(confirmAsAnyone)
const admin = asAdministrator(requirementsOf(confirmAsAdmin))

anyone.must(
  'CONFIRM-01',
  'A guest cannot have a confirmation mail sent again',
  {
    why: 'Anybody could send mails to any address in the shop’s name, as often as they like.',
    source: [recorded('activate/wrong-key#resend-guest'), recorded('confirm/required#resend')],
  },
  ({ resend }) => {
    expect(resend).toBeUnauthorized(manage)
  },
)

anyone.must(
  'CONFIRM-02',
  'Without its key, a guest cannot activate an account, neither by its e-mail nor by `customers/me`',
  {
    why: 'Confirming proves access to the mailbox. If a guest can do it, accounts are opened under other people’s addresses.',
    source: [recorded('activate/wrong-key#guest'), code('module-customer/etc/webapi.xml', '2.4.7-p6')],
  },
  ({ activate, 'activate me as guest': me }) => {
    expect(activate).toBeUnauthorized(manage)
    expect(me).toBeUnauthorized()
  },
)

anyone.should(
  'CONFIRM-26',
  'Activating an account without its key does not reveal whether the account exists',
  {
    advice: true,
    why: 'With a list of e-mails that have accounts, an attacker tries stolen passwords on those alone.',
    in: has('guest-activates-with-key'),
    source: [code('module-customer/etc/webapi.xml', '2.4.9')],
    next: 'limit POST /V1/customers/activate in front of the shop',
  },
  ({ 'activate with a key': known, 'activate nobody with a key': unknown }) => {
    expect(known).toBeRefusedWith(400)
    expect(unknown).toAnswerLike(known, 400)
  },
)

anyone.must(
  'CONFIRM-03',
  'A customer cannot read the confirmation status of an account',
  {
    why: 'The status reveals which e-mails have an account, and which accounts are still unclaimed.',
    source: [code('module-customer/etc/webapi.xml', '2.4.7-p6'), recorded('admin/life#confirm-status')],
  },
  ({ status }) => {
    expect(status).toBeUnauthorized(manage)
  },
)

anyone.must(
  'CONFIRM-04',
  'The owner cannot activate an active account again',
  {
    why: 'A client that sends the request twice has to see that nothing is left to do. A second activation must not change anything.',
    source: [
      recorded('activate/wrong-key#activate'),
      code('module-customer/Model/AccountManagement.php:602', '2.4.7-p6'),
    ],
  },
  ({ 'activate me': activate }) => {
    expect(activate).toBeRefusedWith(400, { message: accountActive })
  },
)

admin.must(
  'CONFIRM-05',
  'For an active account, the status is confirmed, or confirmation not required',
  {
    why: 'Support checks this status when a customer cannot log in. A wrong status makes both look for a mail that was never due.',
    source: [
      recorded('admin/life#confirm-status'),
      code('module-customer/Api/AccountManagementInterface.php:23', '2.4.7-p6'),
    ],
  },
  ({ status }, shop) => {
    const required = shop.probe('confirmation required', false)
    expect(status).toAnswer(required ? 'account_confirmed' : 'account_confirmation_not_required')
  },
)

admin.should(
  'CONFIRM-06',
  'The confirmation status of an unknown customer is rejected with 404',
  {
    why: 'A connector with a wrong id gets an error, instead of taking the customer for confirmed.',
    source: [verified('confirmation'), code('module-customer/Model/CustomerRegistry.php', '2.4.7-p6')],
  },
  ({ 'status of nobody': status }) => {
    expectNoSuchCustomer(status, 2_147_483_647)
  },
)

admin.should(
  'CONFIRM-07',
  'An administrator cannot activate an active account again',
  {
    why: 'A tool that activates accounts in bulk recognizes by this error which were active already.',
    source: [recorded('confirm/required#activate-again'), verified('confirmation')],
  },
  ({ activate }) => {
    expect(activate).toBeRefusedWith(400, { message: accountActive })
  },
)

admin.should(
  'CONFIRM-08',
  'Sending the confirmation mail again to an active account is rejected',
  {
    why: 'A customer of many years would be asked to confirm the account, and suspects phishing.',
    source: [verified('confirmation'), code('module-customer/Model/AccountManagement.php:548', '2.4.7-p6')],
  },
  ({ resend }) => {
    expect(resend).toBeRefusedWith(400, { message: confirmationNotNeeded })
  },
)

admin.should(
  'CONFIRM-09',
  'Sending the confirmation mail again requires `websiteId` and an e-mail known on that website',
  {
    why: 'Support has to notice a mistyped address, instead of telling the customer that the mail is on its way.',
    source: [
      verified('confirmation'),
      code('dev/tests/api-functional AccountManagementTest::testResendConfirmationBadEmailOrWebsite', '2.4.7-p6'),
    ],
  },
  ({ 'resend nowhere': nowhere, 'resend to nobody': nobody }) => {
    expect(nowhere).toBeRefusedWith(400, required('websiteId'))
    expectNoSuchEmail(nobody)
  },
)
