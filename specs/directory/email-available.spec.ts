import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, thread, verified } from '../../src/judge/source.ts'
import { required, wrongType } from '../shared/messages.ts'
import { emailAvailable } from './email-available.scenario.ts'

const { must, should, may } = requirementsOf(emailAvailable)
const service = 'module-customer/Model/AccountManagement.php'

must(
  'AVAILABLE-01',
  'An e-mail without an account is available',
  {
    why: 'The registration form checks this while the customer types. If it returns "taken", new customers cannot register.',
    profile: 'shape',
    source: [recorded('email-available/free-then-taken#free'), code(`${service}:1115`, '2.4.7-p6')],
  },
  ({ free }) => {
    expect(free).toAnswer(true)
  },
)

must(
  'AVAILABLE-02',
  'An e-mail with an account is not available, in any case',
  {
    why: 'The form sends the customer to the login instead of showing an error at the end. Capitals must not change the result.',
    in: lacks('every-email-is-available'),
    source: [
      recorded('email-available/free-then-taken#taken'),
      recorded('email-available/free-then-taken#taken-other-case'),
      code(`${service}:1109`, '2.4.5'),
      thread('magento/magento2#37587'),
    ],
  },
  ({ taken, 'taken in capitals': capitals }) => {
    expect(taken).toAnswer(false)
    expect(capitals).toAnswer(false)
  },
)

must(
  'AVAILABLE-03',
  'An e-mail with an account returns a boolean, the same in any case',
  {
    why: 'From these releases on the response is `true` unless the shop is configured to return the real availability, so that e-mails cannot be checked for accounts. A form that relies on it shows the error only at the end.',
    in: has('every-email-is-available'),
    source: [
      recorded('email-available/free-then-taken#taken'),
      recorded('guest-email-check/on#taken'),
      code(`${service}:1115`, '2.4.7-p6'),
    ],
  },
  ({ taken, 'taken in capitals': capitals }) => {
    expect(taken).toSucceed()
    expect(taken.at('')).toBeOfType('boolean')
    expect(capitals).toAnswerLike(taken, 200)
  },
)

should(
  'AVAILABLE-09',
  'IsEmailAvailable does not reveal whether an account exists',
  {
    advice: true,
    why: 'With a list of e-mails that have accounts, an attacker tries stolen passwords on those alone.',
    in: has('every-email-is-available'),
    source: [recorded('email-available/free-then-taken#taken'), recorded('guest-email-check/on#taken')],
    next: 'bin/magento config:set checkout/options/enable_guest_checkout_login 0',
  },
  ({ taken }) => {
    expect(taken).toAnswer(true)
  },
)

must(
  'AVAILABLE-04',
  'A request without an e-mail is rejected, naming the missing field',
  {
    why: 'A client that sends the field under another name must not get "available".',
    profile: 'shape',
    source: [recorded('email-available/missing#call'), verified('e-mail-availability')],
  },
  ({ 'no e-mail': answer }) => {
    expect(answer).toBeRefusedWith(400, required('customerEmail'))
  },
)

should(
  'AVAILABLE-05',
  'An invalid e-mail is available',
  {
    why: 'The form has to check the syntax itself: "available" does not mean that the e-mail is valid.',
    source: [recorded('email-available/nonsense#call')],
  },
  ({ nonsense }) => {
    expect(nonsense).toAnswer(true)
  },
)

should(
  'AVAILABLE-06',
  'A list as the e-mail, or a text as the website, is rejected, naming the expected type',
  {
    why: 'A developer sees the expected type. If only the first entry of a list were checked, its result would stand for the others.',
    profile: 'shape',
    source: [recorded('email-available/list#call'), recorded('email-available/website-text#call')],
  },
  ({ list, 'website as text': text }) => {
    expect(list).toBeRefusedWith(400, wrongType('array', 'string'))
    expect(text).toBeRefusedWith(400, wrongType('x', 'int'))
  },
)

may(
  'AVAILABLE-07',
  'In older releases, an e-mail without an account is available on an unknown website',
  {
    why: 'With a wrong website in a client’s configuration, every e-mail is available: the form never warns, and nobody sees why.',
    in: lacks('every-email-is-available'),
    source: [recorded('email-available/free-then-taken#other-website')],
  },
  ({ 'unknown website': answer }) => {
    expect(answer).toAnswer(true)
  },
)

should(
  'AVAILABLE-08',
  'A request for an unknown website is rejected as not found',
  {
    why: 'A wrong website in a client’s configuration is found at the first request, instead of every e-mail being available.',
    in: has('every-email-is-available'),
    source: [recorded('email-available/free-then-taken#other-website'), verified('e-mail-availability')],
  },
  ({ 'unknown website': answer }) => {
    expect(answer).toBeRefusedWith(404, { message: /^The website with id 65000 that was requested wasn't found\./ })
  },
)
