import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, thread, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { expectToken } from '../shared/logged-in.ts'
import { expectNoSuchEmail } from '../shared/no-such.ts'
import { resetRequest } from './reset-request.scenario.ts'
import { isUnsent, sent, served, tooManyRequests } from './throttle.ts'
import { vacuous } from './vacuous.ts'

const { must, should, may } = requirementsOf(resetRequest)

must(
  'RESET-01',
  'a request for a reset is answered with true',
  {
    why: 'A client shows "look into your mailbox" on `true` and an error on anything else.',
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
    // A shop says false when it could not send; one whose welcome mail came has no ground to.
    if (isUnsent(request) && read.mails.mails.length === 0) sent(request)
    expect(served(request)).toAnswer(true)
  },
)

must(
  'RESET-02',
  'asking for a reset leaves the password as it is',
  {
    why: 'Otherwise anybody who knows an e-mail locks its owner out by asking for a reset.',
    source: [recorded('reset/whole#password-after-initiate'), recorded('reset/whole#token-after-initiate')],
  },
  ({ 'password after the request': login }) => {
    expectToken(login)
  },
)

must(
  'RESET-03',
  'a reset of an unknown e-mail is refused with 404, naming the e-mail and the website',
  {
    why: 'Magento tells here who has an account, and clients show the customer a typing error by it. A mock that answers `true` hides a case that every shop has.',
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
  'RESET-04',
  'a template that does not exist is refused, naming the two that do',
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
  'the other template, email_reminder, is answered with true as well',
  {
    why: 'Clients that use the reminder’s wording for their mails depend on it.',
    source: [recorded('reset/reminder#initiate'), code('module-customer/Model/AccountManagement.php:665', '2.4.7-p6')],
  },
  ({ reminder }) => {
    expect(sent(reminder)).toAnswer(true)
  },
)

may(
  'RESET-06',
  'through the store code "all" no account is found, since it has no website',
  {
    why: 'A client that asks through "all" is told that customers who exist do not; it has to name the store.',
    source: [verified('asking-for-a-reset'), thread('magento/magento2#5513')],
  },
  ({ 'request through all stores': request }) => {
    if (request.json === true) inapplicable('the shop’s websites share their accounts')
    expectNoSuchEmail(served(request), /^0$/)
  },
)

should(
  'RESET-07',
  'before 2.4.8 a second request at once is served like the first',
  {
    why: 'A customer whose mail is late asks again. On these releases that works at once, so that nothing limits who floods a mailbox either.',
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
  'from 2.4.8 a second request within ten minutes is refused, unless the shop switched that off',
  {
    why: 'From 2.4.8 a customer who asks twice is refused: clients have to say "wait ten minutes" instead of "failed". Without the limit anybody floods a mailbox in the shop’s name.',
    in: has('resets-are-limited'),
    source: [
      verified('asking-for-a-reset'),
      code('module-security/Model/Plugin/AccountManagement.php:83', '2.4.8-p1'),
      thread('magento/magento2#38238'),
    ],
    next: 'see whether customer/password/password_reset_protection_type is 0 on this shop; else requests for mails are unlimited',
  },
  ({ 'request again': again }) => {
    expect(again).toHaveStatus(400)
  },
)

must(
  'RESET-09',
  'a request too many is refused with 400 and the address to write to',
  {
    why: 'It is a 400 and no 429. A client that waits for the usual status shows an internal failure to a customer who only has to wait.',
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
  'a known and an unknown e-mail are answered alike, so that nobody learns who has an account',
  {
    why: 'Anybody can find out, one by one, who is a customer: for phishing, or for knowing who buys what.',
    advice: true,
    source: [
      recorded('reset/initiate-forms#email-unknown'),
      code('module-customer/Model/AccountManagement.php:647', '2.4.7-p6'),
    ],
  },
  ({ request, 'unknown e-mail': unknown }) => {
    expect(served(unknown)).toAnswerLike(served(request))
  },
)
