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
  'an e-mail that nobody has is available',
  {
    why: 'The registration form asks while the customer types. Told "taken", new customers cannot register.',
    profile: 'shape',
    source: [recorded('email-available/free-then-taken#free'), code(`${service}:1115`, '2.4.7-p6')],
  },
  ({ free }) => {
    expect(free).toAnswer(true)
  },
)

must(
  'AVAILABLE-02',
  'an e-mail that somebody has is not available, in whatever case it is asked for',
  {
    why: 'The form sends the customer to the login instead of a refusal at the end. In capitals it must not say otherwise.',
    in: lacks('every-email-is-available'),
    source: [
      recorded('email-available/free-then-taken#taken'),
      recorded('email-available/free-then-taken#taken-other-case'),
      code(`${service}:1109`, '2.4.5'),
      thread('magento/magento2#37587'),
    ],
  },
  ({ create, taken, 'taken in capitals': capitals }) => {
    expect(create).toSucceed()
    expect(taken).toAnswer(false)
    expect(capitals).toAnswer(false)
  },
)

must(
  'AVAILABLE-03',
  'an e-mail that somebody has is answered with true, or truthfully where the shop is set so',
  {
    why: 'From these releases on the answer says nothing, so that nobody can collect who has an account. A form that rests on it lets every customer run into the refusal.',
    in: has('every-email-is-available'),
    source: [
      recorded('email-available/free-then-taken#taken'),
      recorded('guest-email-check/on#taken'),
      code(`${service}:1115`, '2.4.7-p6'),
    ],
  },
  ({ create, taken, 'taken in capitals': capitals }) => {
    expect(create).toSucceed()
    expect(taken).toSucceed()
    expect(taken.at('')).toBeOfType('boolean')
    expect(capitals).toAnswerLike(taken)
  },
)

should(
  'AVAILABLE-09',
  'isEmailAvailable does not reveal whether an account exists',
  {
    advice: true,
    why: 'An attacker who learns which e-mails have accounts tries stolen passwords on those alone.',
    in: has('every-email-is-available'),
    source: [recorded('email-available/free-then-taken#taken'), recorded('guest-email-check/on#taken')],
    next: 'bin/magento config:set checkout/options/enable_guest_checkout_login 0',
  },
  ({ create, taken }) => {
    expect(create).toSucceed()
    expect(taken).toAnswer(true)
  },
)

must(
  'AVAILABLE-04',
  'asking without an e-mail is refused, and the missing field is named',
  {
    why: 'A client that sends the field under another name must not be told "available".',
    profile: 'shape',
    source: [recorded('email-available/missing#call'), verified('e-mail-availability')],
  },
  ({ 'no e-mail': answer }) => {
    expect(answer).toBeRefusedWith(400, required('customerEmail'))
  },
)

should(
  'AVAILABLE-05',
  'what is no e-mail at all is available',
  {
    why: 'The form has to check the syntax itself: "available" does not mean that it is an e-mail.',
    source: [recorded('email-available/nonsense#call')],
  },
  ({ nonsense }) => {
    expect(nonsense).toAnswer(true)
  },
)

should(
  'AVAILABLE-06',
  'a list for the e-mail and a text for the website are refused, naming the type that was expected',
  {
    why: 'A developer sees what is expected; the first entry of a list taken for all would answer for the others.',
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
  'in older releases an e-mail that nobody has is available on a website that does not exist',
  {
    why: 'A wrong website in a client’s configuration makes every e-mail free: the form never warns, and nobody sees why.',
    in: lacks('every-email-is-available'),
    source: [recorded('email-available/free-then-taken#other-website')],
  },
  ({ 'unknown website': answer }) => {
    expect(answer).toAnswer(true)
  },
)

should(
  'AVAILABLE-08',
  'asking for a website that does not exist is refused as not found',
  {
    why: 'A wrong website in a client’s configuration shows at the first request, instead of every e-mail being free.',
    in: has('every-email-is-available'),
    source: [recorded('email-available/free-then-taken#other-website'), verified('e-mail-availability')],
  },
  ({ 'unknown website': answer }) => {
    expect(answer).toBeRefusedWith(404, { message: /^The website with id 65000 that was requested wasn't found\./ })
  },
)
