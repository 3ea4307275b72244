import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import { expectToken } from '../shared/logged-in.ts'
import { tokenMismatched } from '../shared/messages.ts'
import { resetLink } from './reset-link.scenario.ts'

const { must } = requirementsOf(resetLink)

must(
  'RESET-21',
  'the token of a welcome mail’s link is valid',
  {
    why: 'Customers of a shop or an import that sets no password start with this link; if it is dead, they cannot get in at all.',
    source: [doc('order-create-customer'), verified('mails'), recorded('admin/create-without-password#set-password')],
  },
  ({ link }) => {
    expect(link).toAnswer(true)
  },
)

must(
  'RESET-22',
  'a token is not valid for another customer',
  {
    why: 'A page would greet one customer for another’s link, and a check that is not bound to the customer is the first half of a takeover.',
    source: [verified('reset-links'), code('module-customer/Model/AccountManagement.php:1203', '2.4.7-p6')],
  },
  ({ 'link for another customer': link }) => {
    expect(link).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-23',
  'the valid token of another customer sets no password',
  {
    why: 'Everyone can get a token for an own account. If it set other passwords too, everyone had every account.',
    source: [recorded('reset/token-of-another#cross'), verified('reset-tokens')],
  },
  ({ 'token of another customer': reset }) => {
    expect(reset).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-24',
  'a token in other case, or without its end, is refused',
  {
    why: 'Comparing in part, or without case, makes guessing the token so much cheaper, and nothing limits the guesses.',
    source: [verified('reset-tokens'), code('module-customer/Model/AccountManagement.php:1203', '2.4.7-p6')],
  },
  ({ 'token in other case': otherCase, 'token cut short': short }) => {
    expect(otherCase).toBeRefusedWith(400, { message: tokenMismatched })
    expect(short).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-29',
  'neither looking at a link nor attempts that are refused use it up',
  {
    why: 'Mail scanners open links, and customers try weak passwords first. If that used the link up, the customer had to start again each time.',
    source: [verified('reset-tokens'), recorded('reset/refused#upper-email'), recorded('reset/whole#validate')],
  },
  ({ 'link after the refusals': link, 'link after the weak passwords': afterWeak }) => {
    expect(link).toAnswer(true)
    expect(afterWeak).toAnswer(true)
  },
)

must(
  'RESET-30',
  'attempts that are refused set no password: the old one logs in, those refused do not',
  {
    why: 'Whoever gets past this sets the password of any customer and has the account, without a mailbox and without a trace for its owner.',
    source: [recorded('reset/whole#password-after-initiate'), verified('reset-tokens')],
  },
  ({ 'password after the refusals': login, 'weak password': weak }) => {
    expectToken(login)
    expect(weak).toHaveStatus(400, 401).toBeJson().toMatchSchema('error')
  },
)

must(
  'RESET-31',
  'a welcome mail’s link sets a new password, which logs in while the old one no longer does',
  {
    why: 'It is how an account that an import or a shop assistant made becomes its owner’s.',
    source: [
      verified('mails'),
      recorded('admin/create-without-password#set-password'),
      recorded('reset/whole#old-password'),
    ],
  },
  ({ reset, 'old password': old, 'new password': login }) => {
    expect(reset).toAnswer(true)
    expectToken(login)
    expect(old).toBeRefusedWith(401)
  },
)

must(
  'RESET-32',
  'a link that was used is valid no more',
  {
    why: 'A page that asks first shows a form that then fails, and the customer fills it in for nothing.',
    source: [
      recorded('reset/whole#validate-used'),
      code('module-customer/Model/AccountManagement.php:1203', '2.4.7-p6'),
    ],
  },
  ({ 'link once more': link }) => {
    expect(link).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-33',
  'a link sets a password once and never again, nor does an empty token when none is pending',
  {
    why: 'Mails stay in mailboxes, backups and forwarded threads for years. A link that works again opens the account to whoever reads it then. An empty token that matches "none pending" opens every account that has none.',
    source: [recorded('reset/whole#reuse'), code('module-customer/Model/AccountManagement.php:706', '2.4.7-p6')],
  },
  (read) => {
    expect(read['reset once more']).toBeRefusedWith(400, { message: tokenMismatched })
    expect(read['empty token']).toBeRefusedWith(400)
    expect(read['password of the second reset']).toBeRefusedWith(401)
  },
)

must(
  'RESET-34',
  'the e-mail’s case does not matter when a password is reset',
  {
    why: 'Phones write the first letter as a capital. Refused, the customer takes the link for broken.',
    source: [recorded('reset/refused#upper-email'), verified('e-mail-addresses')],
  },
  ({ 'e-mail in capitals': reset }) => {
    expect(reset).toAnswer(true)
  },
)
