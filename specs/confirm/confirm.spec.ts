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
  'a guest can have no confirmation mail sent again',
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
  'Without its key a guest can activate no account, neither by its e-mail nor as the own one',
  {
    why: 'Confirming is the proof that the mailbox is one’s own. If a guest can do it, accounts are opened under foreign addresses.',
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
    why: 'An attacker who learns which e-mails have accounts tries stolen passwords on those alone.',
    in: has('guest-activates-with-key'),
    source: [code('module-customer/etc/webapi.xml', '2.4.9')],
    next: 'limit POST /V1/customers/activate in front of the shop',
  },
  ({ 'activate with a key': known, 'activate nobody with a key': unknown }) => {
    expect(known).toBeRefusedWith(400)
    expect(unknown).toAnswerLike(known)
  },
)

anyone.must(
  'CONFIRM-03',
  'a customer cannot ask whether an account is confirmed',
  {
    why: 'The state of an account tells who has one, and which accounts nobody has claimed yet.',
    source: [code('module-customer/etc/webapi.xml', '2.4.7-p6'), recorded('admin/life#confirm-status')],
  },
  ({ status }) => {
    expect(status).toBeUnauthorized(manage)
  },
)

anyone.must(
  'CONFIRM-04',
  'an active account cannot be activated again by its owner',
  {
    why: 'A client that calls it twice has to see that nothing is left to do; a second activation must not write anything.',
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
  'an administrator is told that an active account is confirmed, or need not be',
  {
    why: 'Support looks here when a customer cannot log in; a wrong state sends both looking for a mail that was never due.',
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
  'the confirmation of an unknown customer is refused with 404',
  {
    why: 'A connector with a wrong id learns it, instead of taking the customer for confirmed.',
    source: [verified('confirmation'), code('module-customer/Model/CustomerRegistry.php', '2.4.7-p6')],
  },
  ({ 'status of nobody': status }) => {
    expectNoSuchCustomer(status, 2_147_483_647)
  },
)

admin.should(
  'CONFIRM-07',
  'an administrator cannot activate an active account again',
  {
    why: 'A tool that activates in bulk tells by it which accounts were active already.',
    source: [recorded('confirm/required#activate-again'), verified('confirmation')],
  },
  ({ activate }) => {
    expect(activate).toBeRefusedWith(400, { message: accountActive })
  },
)

admin.should(
  'CONFIRM-08',
  'no confirmation mail is sent again to an active account',
  {
    why: 'A customer who shops since years would be asked to confirm the account, and suspects phishing.',
    source: [verified('confirmation'), code('module-customer/Model/AccountManagement.php:548', '2.4.7-p6')],
  },
  ({ resend }) => {
    expect(resend).toBeRefusedWith(400, { message: confirmationNotNeeded })
  },
)

admin.should(
  'CONFIRM-09',
  'sending it again needs a website and an e-mail that is known there',
  {
    why: 'Support mistypes an address and has to see it, instead of telling the customer that the mail is on its way.',
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
