import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { known } from '../../src/judge/known.ts'
import { requirementsOf, type Shop } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import {
  expectedLink,
  expectPage,
  expectParameter,
  linkIfBuilt,
  neededTokens,
  onlyStockLinks,
  passwordMails,
  welcomeMails,
} from '../shared/links.ts'
import { expectToken } from '../shared/logged-in.ts'
import { signInFailed, tokenMismatched } from '../shared/messages.ts'
import { resetRequest, trueAnswers } from './reset-request.scenario.ts'
import { found, sent, served } from './throttle.ts'
import { vacuous } from './vacuous.ts'

const { must, should, may } = requirementsOf(resetRequest)

const namesEmail = has('reset-link-has-email')
const namesId = has('reset-link-has-id')

/** The values in the link of a reset mail. */
function parametersOf(shop: Shop): string[] {
  if (shop.is(namesEmail)) return ['email', 'id', 'token']
  return shop.is(namesId) ? ['id', 'token'] : ['token']
}

must(
  'RESET-11',
  'Each accepted reset request sends exactly one mail, only to the account’s address',
  {
    why: 'Two mails confuse, since only the newest link works. A copy to any other address gives the account away.',
    profile: 'full',
    source: [
      recorded('reset/whole#mail'),
      recorded('reset/second-mail-replaces-first#mail2'),
      vacuous('testInitiatePasswordReset'),
    ],
  },
  ({ request, 'request again': again, mails }, shop) => {
    const answeredTrue = trueAnswers(request, again)
    if (answeredTrue === 0) sent(request)
    expect(mails)
      .toHaveCount(welcomeMails(shop) + answeredTrue)
      .toGoNowhereElse()
  },
)

must(
  'RESET-71',
  'A later reset request for the same account sends another mail',
  {
    why: 'A customer who deleted the first mail asks again. Without a second mail there is no way back into the account.',
    profile: 'full',
    source: [
      recorded('reset/second-mail-replaces-first#mail2'),
      code('module-customer/Model/AccountManagement.php:665', '2.4.7-p6'),
    ],
  },
  ({ 'request later': request, mails, 'mails later': later }) => {
    sent(request)
    const before = mails.mails.length
    if (later.mails.length <= before)
      throw new Unmet(`more than ${before} mail(s) to ${later.to}`, `${later.mails.length}`, undefined, 'mail')
  },
)

must(
  'RESET-12',
  'The link of a reset mail contains a token of 32 letters and digits',
  {
    why: 'A shorter token, or one of fewer characters, can be guessed, and nothing limits the guesses. A token cut by a line break does not work for its owner.',
    profile: 'full',
    source: [recorded('reset/whole#mail'), code('framework/Math/Random.php', '2.4.7-p6')],
  },
  ({ request, mails }, shop) => {
    sent(request)
    expectParameter(expectedLink(mails, -1, 'token', shop), 'token', /^[A-Za-z0-9]{32}$/)
  },
)

must(
  'RESET-13',
  'From 2.3.7-p3 and 2.4.3-p2, the reset link also contains the customer’s id; from 2.4.8, the e-mail too',
  {
    why: 'Headless storefronts read id and e-mail from the link to set the password. From these releases on there is no other way to get them.',
    profile: 'full',
    in: namesId,
    source: [
      recorded('reset/whole#mail'),
      verified('reset-links'),
      code('module-customer/view/frontend/email/password_reset_confirmation.html:11', '2.4.8-p1'),
    ],
  },
  ({ create, request, mails }, shop) => {
    sent(request)
    const link = linkIfBuilt(mails, -1, 'token', shop)
    if (link.carried('id') === undefined) onlyStockLinks(shop)
    expectParameter(link, 'id', known<number>(create.at('/id')))
    if (link.carried('email') === undefined) onlyStockLinks(shop)
    if (shop.is(namesEmail)) expectParameter(link, 'email', create.sent('/customer/email').value as string)
  },
)

should(
  'RESET-14',
  'The reset link leads to the storefront’s `createPassword` page, with only the parameters of the release',
  {
    why: 'A headless storefront handles this path. Any other path returns 404 to every customer who forgot the password.',
    profile: 'full',
    source: [recorded('reset/whole#mail'), verified('reset-links')],
    next: 'the theme may have its own mail template with another link: compare it with the release’s template',
  },
  ({ request, mails }, shop) => {
    sent(request)
    onlyStockLinks(shop)
    expectPage(linkIfBuilt(mails, -1, 'token', shop), 'createPassword', parametersOf(shop))
  },
)

must(
  'RESET-15',
  'The newest reset link is valid and sets the new password, which then logs in',
  {
    why: 'It is the only way back into the account for a customer who forgot the password.',
    profile: 'full',
    source: [recorded('reset/whole#validate'), recorded('reset/whole#reset'), recorded('reset/whole#new-password')],
  },
  ({ 'newest link': link, 'reset by the newest link': reset, 'new password': login }) => {
    expect(link).toAnswer(true)
    expect(reset).toAnswer(true)
    expectToken(login)
  },
)

must(
  'RESET-16',
  'After a reset, the old password is rejected',
  {
    why: 'Owners reset the password when somebody else knows it. If the old one still works, nothing was gained.',
    profile: 'full',
    source: [recorded('reset/whole#old-password'), code('module-customer/Model/AccountManagement.php:706', '2.4.7-p6')],
  },
  ({ 'old password': login }) => {
    expect(login).toBeRefusedWith(401, { message: signInFailed })
  },
)

must(
  'RESET-17',
  'A newer reset link invalidates the older one',
  {
    why: 'Otherwise every request adds one more valid link that stays in a mailbox.',
    profile: 'full',
    source: [recorded('reset/second-mail-replaces-first#with-first'), verified('reset-tokens')],
  },
  ({ mails, 'reset by the older link': reset }, shop) => {
    neededTokens(mails, 2, shop)
    expect(reset).toBeRefusedWith(400, { message: tokenMismatched })
  },
)

must(
  'RESET-18',
  'A rejected reset request sends no mail',
  {
    why: 'A rejected request that sends a mail anyway lets strangers flood a mailbox, and confuses its owner.',
    profile: 'full',
    source: [
      recorded('reset/initiate-forms#email-unknown'),
      code('module-customer/Model/AccountManagement.php:665', '2.4.7-p6'),
      vacuous('testSendPasswordResetLinkBadEmailOrWebsite'),
    ],
  },
  (read) => {
    served(read['unknown e-mail'])
    served(read['unknown template'])
    expect(read['mails to nobody']).toHaveCount(0)
    const other = read['mails of the other']
    if (other.mails.length > 1) expect(other).toHaveCount(1)
  },
)

should(
  'RESET-19',
  '`email_reminder` sends one mail whose valid link contains id and token',
  {
    why: 'A reminder is a reset with another text. A link without its token does not help the customer.',
    profile: 'full',
    source: [recorded('reset/reminder#mail'), verified('reset-links')],
  },
  (read, shop) => {
    sent(found(read.reminder))
    expect(read['mails of the third'])
      .toHaveCount(passwordMails(shop) + trueAnswers(read.reminder, read['request through all stores']))
      .toGoNowhereElse()
    expect(read['link of the reminder']).toAnswer(true)
    onlyStockLinks(shop)
    const names = shop.is(namesEmail) ? ['email', 'id', 'token'] : ['id', 'token']
    expectPage(linkIfBuilt(read['mails of the third'], passwordMails(shop), 'token', shop), 'createPassword', names)
  },
)

may(
  'RESET-20',
  'A request with an unknown template invalidates the previous link and sends no new one',
  {
    why: 'A client with a misspelt template invalidates the link that the customer is about to click. This known problem looks like expired mails.',
    profile: 'full',
    source: [verified('asking-for-a-reset'), code('module-customer/Model/AccountManagement.php:660', '2.4.7-p6')],
  },
  (read, shop) => {
    served(read['unknown template'])
    neededTokens(read['mails of the other'], 1, shop)
    expect(read['welcome link after the unknown template']).toBeRefusedWith(400, { message: tokenMismatched })
  },
)
