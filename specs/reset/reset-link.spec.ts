import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import { inapplicable, Undecided } from '../../src/judge/unmet.ts'
import { expectToken } from '../shared/logged-in.ts'
import { tokenMismatched } from '../shared/messages.ts'
import { resetLink } from './reset-link.scenario.ts'

const { must } = requirementsOf(resetLink)

must(
  'RESET-21',
  'The token in the link of a welcome mail is valid',
  {
    why: 'Customers whose account was created without a password (by the shop or an import) start with this link. If it is invalid, they cannot log in at all.',
    source: [doc('order-create-customer'), verified('mails'), recorded('admin/create-without-password#set-password')],
  },
  ({ link }) => {
    expect(link).toAnswer(true)
  },
)

must(
  'RESET-22',
  'A reset token is not valid for another customer',
  {
    why: 'A page would greet one customer for another’s link, and a check that is not bound to the customer is the first half of an account takeover.',
    source: [verified('reset-links'), code('module-customer/Model/AccountManagement.php:1203', '2.4.7-p6')],
  },
  ({ 'link for another customer': link }) => {
    expect(link).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-23',
  'The valid reset token of another customer sets no password',
  {
    why: 'Anybody can get a token for their own account. If it set other passwords too, every account would be open.',
    source: [recorded('reset/token-of-another#cross'), verified('reset-tokens')],
  },
  ({ 'token of another customer': reset }) => {
    expect(reset).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-24',
  'A reset token in another case, or cut short, is rejected',
  {
    why: 'Comparing only part of the token, or ignoring case, makes guessing much cheaper, and nothing limits the guesses.',
    source: [verified('reset-tokens'), code('module-customer/Model/AccountManagement.php:1203', '2.4.7-p6')],
  },
  ({ 'token in other case': otherCase, 'token cut short': short }) => {
    expect(otherCase).toBeRefusedWith(400, { message: tokenMismatched })
    expect(short).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-29',
  'Checking a reset link and rejected reset attempts do not use the link up',
  {
    why: 'Mail scanners open links, and customers try weak passwords first. If that used the link up, the customer would have to start again each time.',
    source: [verified('reset-tokens'), recorded('reset/refused#upper-email'), recorded('reset/whole#validate')],
  },
  ({ 'link after the refusals': link, 'link after the weak passwords': afterWeak }) => {
    expect(link).toAnswer(true)
    expect(afterWeak).toAnswer(true)
  },
)

must(
  'RESET-30',
  'Rejected resets set no password: the old password logs in, the rejected ones do not',
  {
    why: 'If this check fails, an attacker sets any customer’s password, without the mailbox and without the owner noticing.',
    source: [recorded('reset/whole#password-after-initiate'), verified('reset-tokens')],
  },
  ({ 'password after the refusals': login, 'weak password': weak }) => {
    expectToken(login)
    expect(weak).toHaveStatus(400, 401).toBeJson().toMatchSchema('error')
  },
)

must(
  'RESET-31',
  'The link of a welcome mail sets a new password that logs in; the old password is rejected',
  {
    why: 'This is how a customer takes over an account that an import or a shop assistant created.',
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
  'A used reset link is no longer valid',
  {
    why: 'A page that checks the link first would show a form that then fails, and the customer fills it in for nothing.',
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
  'A reset link sets a password once; after that, the used token and an empty token are rejected',
  {
    why: 'Mails stay in mailboxes, backups and forwarded threads for years. A link that stays valid opens the account to any later reader. If an empty token matched "no token pending", it would open every account without a pending link.',
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
  'The case of the e-mail does not matter when a password is reset',
  {
    why: 'Phones capitalize the first letter. If the reset is rejected, the customer believes that the link is broken.',
    source: [recorded('reset/refused#upper-email'), verified('e-mail-addresses')],
  },
  ({ 'e-mail in capitals': reset }) => {
    expect(reset).toAnswer(true)
  },
)

must(
  'RESET-70',
  'A password with quotes, signs of URLs and HTML, and an accent logs in as the reset set it',
  {
    why: 'Password managers make such passwords. One that is escaped, decoded or cut on one route locks its owner out on the others.',
    source: [code('module-customer/Model/AccountManagement.php:706', '2.4.7-p6'), verified('reset-tokens')],
  },
  ({ 'e-mail in capitals': reset, 'login with signs': login }, shop) => {
    if (reset.json !== true) throw new Undecided('blocked', `"${reset.name}" set no password`, { by: reset.name })
    if (login.status === 401 && shop.probe('confirmation required', false))
      inapplicable('the shop requires confirmation of an account before its first login')
    expectToken(login)
  },
)
