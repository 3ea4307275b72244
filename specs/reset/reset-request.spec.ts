import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, thread, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { expectToken } from '../shared/logged-in.ts'
import { expectNoSuchEmail } from '../shared/no-such.ts'
import { resetRequest } from './reset-request.scenario.ts'
import { found, isUnsent, sent, served, tooManyRequests } from './throttle.ts'
import { vacuous } from './vacuous.ts'

const { must, should, may } = requirementsOf(resetRequest)

must(
  'RESET-01',
  'A reset request returns `true`',
  {
    why: 'A client shows "check your mailbox" for `true` and an error for anything else.',
    profile: 'shape',
    source: [
      doc('order-create-customer'),
      recorded('reset/whole#initiate'),
      recorded('reset/initiate-forms#website-missing'),
      vacuous('testInitiatePasswordReset'),
    ],
  },
  (read) => {
    const { request } = read
    // A shop returns false if it could not send the mail; not expected if the welcome mail arrived.
    if (isUnsent(request) && read.mails.mails.length === 0) sent(request)
    expect(served(request)).toAnswer(true)
  },
)

must(
  'RESET-02',
  'A reset request does not change the password',
  {
    why: 'Otherwise requesting a reset for an e-mail would lock its owner out.',
    source: [recorded('reset/whole#password-after-initiate'), recorded('reset/whole#token-after-initiate')],
  },
  ({ 'password after the request': login }) => {
    expectToken(login)
  },
)

must(
  'RESET-03',
  'A reset request for an unknown e-mail is rejected with 404, naming the e-mail and the website',
  {
    why: 'Magento reveals here which e-mails have an account, and clients use it to report a typing error. A mock that returns `true` hides a case that every shop has.',
    source: [
      recorded('reset/initiate-forms#email-unknown'),
      code('module-customer/Model/AccountManagement.php:647', '2.4.7-p6'),
      vacuous('testSendPasswordResetLinkBadEmailOrWebsite'),
    ],
  },
  ({ 'unknown e-mail': unknown }) => {
    expectNoSuchEmail(served(unknown))
  },
)

must(
  'RESET-69',
  'The case of the e-mail does not matter when a reset is requested',
  {
    why: 'Phones capitalize the first letter. A customer who is told that there is no such account registers again, and is told that the e-mail is taken.',
    source: [verified('e-mail-addresses'), code('module-customer/Model/ResourceModel/Customer.php', '2.4.7-p6')],
  },
  ({ reminder }) => {
    const { value: email } = reminder.sent('/email')
    if (String(email) === String(email).toLowerCase()) inapplicable('the run sent the e-mail in lower case')
    // RESET-05 checks the response to this request itself.
    if (served(reminder).status === 404) expect(reminder).toAnswer(true)
  },
)

must(
  'RESET-04',
  'An unknown template is rejected, naming the two that exist',
  {
    why: 'A developer sees at once which template to send, instead of waiting for a mail that never comes.',
    source: [
      recorded('reset/initiate-forms#template-unknown'),
      code('module-customer/Model/AccountManagement.php:687', '2.4.7-p6'),
    ],
  },
  ({ 'unknown template': unknown }) => {
    expect(served(unknown)).toBeRefusedWith(400, {
      message:
        'Invalid value of "%value" provided for the %fieldName field. Possible values: %template1 or %template2.',
    })
    expect(unknown.at('/parameters')).toEqual({
      value: unknown.sent('/template').value,
      fieldName: 'template',
      template1: 'email_reminder',
      template2: 'email_reset',
    })
  },
)

must(
  'RESET-05',
  'A reset request with the other template, `email_reminder`, also returns `true`',
  {
    why: 'Clients that use the reminder text for their mails depend on it.',
    source: [recorded('reset/reminder#initiate'), code('module-customer/Model/AccountManagement.php:665', '2.4.7-p6')],
  },
  ({ reminder }) => {
    expect(sent(found(reminder))).toAnswer(true)
  },
)

may(
  'RESET-06',
  'Through the store code `all`, a reset request finds no account, because `all` has no website',
  {
    why: 'A client that sends requests through `all` is told that existing customers are unknown. It has to name the store.',
    source: [verified('asking-for-a-reset'), thread('magento/magento2#5513')],
  },
  ({ 'request through all stores': request }) => {
    if (request.json === true) inapplicable('the shop’s websites share their accounts')
    expectNoSuchEmail(served(request), /^0$/)
  },
)

should(
  'RESET-07',
  'Before 2.4.8, a second reset request right after the first is accepted too',
  {
    why: 'A customer whose mail is late asks again. On these releases that works at once, and nothing limits mails to one mailbox either.',
    in: lacks('resets-are-limited'),
    source: [
      recorded('reset/second-mail-replaces-first#initiate2'),
      code('module-security/Model/Plugin/AccountManagement.php:76', '2.4.7-p6'),
    ],
  },
  ({ 'request again': again }) => {
    expect(isUnsent(again) ? sent(again) : again).toAnswer(true)
  },
)

should(
  'RESET-08',
  'From 2.4.8, a second reset request within ten minutes is rejected, unless the shop disabled that',
  {
    why: 'From 2.4.8, clients have to say "wait ten minutes" instead of "failed" to a customer who asks twice. Without the limit, anybody can flood a mailbox in the shop’s name.',
    in: has('resets-are-limited'),
    source: [
      verified('asking-for-a-reset'),
      code('module-security/Model/Plugin/AccountManagement.php:83', '2.4.8-p1'),
      thread('magento/magento2#38238'),
    ],
    next: 'check whether customer/password/password_reset_protection_type is 0 on this shop; otherwise reset requests are unlimited',
  },
  ({ 'request again': again }) => {
    expect(again).toHaveStatus(400)
  },
)

must(
  'RESET-09',
  'A reset request over the limit is rejected with 400 and a contact address',
  {
    why: 'The status is 400, not 429. A client that waits for 429 shows an internal error to a customer who only has to wait.',
    in: has('resets-are-limited'),
    source: [
      verified('asking-for-a-reset'),
      code('module-security/Model/SecurityChecker/Frequency.php:78', '2.4.8-p1'),
    ],
  },
  ({ 'request again': again }) => {
    if (again.status === 200) inapplicable('the shop does not throttle reset requests')
    expect(again).toBeRefusedWith(400, { message: tooManyRequests })
    expect(again.at('/parameters')).toBe('a list of one text', (value) => {
      return Array.isArray(value) && value.length === 1 && typeof value[0] === 'string'
    })
  },
)

should(
  'RESET-10',
  'Reset requests for a known and an unknown e-mail get the same response',
  {
    why: 'Otherwise anybody can find out which e-mails belong to customers, for instance for phishing.',
    advice: true,
    source: [
      recorded('reset/initiate-forms#email-unknown'),
      code('module-customer/Model/AccountManagement.php:647', '2.4.7-p6'),
    ],
  },
  ({ request, 'unknown e-mail': unknown }) => {
    expect(served(unknown)).toAnswerLike(served(request), 200)
  },
)
