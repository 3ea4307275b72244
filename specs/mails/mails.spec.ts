import { expect } from '../../src/judge/expect.ts'
import { known } from '../../src/judge/known.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import { inapplicable, Unmet } from '../../src/judge/unmet.ts'
import { noPasswordLink, noWelcomeLink, noWelcomeMail } from '../shared/circumstances.ts'
import {
  expectedLink,
  expectPage,
  expectParameter,
  linkIfBuilt,
  neededLink,
  onlyStockLinks,
  welcomeMails,
} from '../shared/links.ts'
import { expectToken } from '../shared/logged-in.ts'
import { mails } from './mails.scenario.ts'

const { must, should } = requirementsOf(mails)

must(
  'MAIL-01',
  'Creating an account sends exactly one mail, only to its address',
  {
    why: 'The mail tells an owner that an account was opened with the address. Without it fraud is not noticed. Two mails look like fraud, and a copy discloses the link.',
    unless: noWelcomeMail,
    source: [doc('order-create-customer'), recorded('mail/welcome#mail'), recorded('confirm/required#mail-confirm')],
  },
  ({ create, 'first mails': first }) => {
    expect(create).toSucceed()
    expect(first).toHaveCount(1).toGoNowhereElse()
  },
)

should(
  'MAIL-14',
  'Creating an account sends a mail to its address',
  {
    why: 'Without a mail nobody learns that an account was opened with the address. Magento has no setting that turns it off.',
    source: [recorded('mail/welcome#mail'), verified('mails')],
    next: 'if another system welcomes the customers, record it as an expected failure (docs/ci.md); if not, look for the mail in the shop’s logs and for a module that suppresses it',
  },
  ({ create, 'first mails': first }) => {
    expect(create).toSucceed()
    if (first.mails.length === 0) throw new Unmet('a mail', `no mail to ${first.to}`, undefined, 'mail')
  },
)

must(
  'MAIL-02',
  'The link of a welcome mail contains the customer’s id and a token of 32 letters and digits',
  {
    why: 'A short token can be guessed, and a link without the customer’s id does not work. Customers of imports start with this link.',
    unless: noWelcomeLink,
    source: [recorded('mail/welcome#mail'), verified('mails')],
  },
  ({ create, 'first mails': first }, shop) => {
    if (shop.probe('confirmation required', false)) inapplicable('the shop requires confirmation first')
    const link = expectedLink(first, 0, 'token', shop)
    expectParameter(link, 'token', /^[A-Za-z0-9]{32}$/)
    if (link.carried('id') === undefined) onlyStockLinks(shop)
    expectParameter(link, 'id', known<number>(create.at('/id')))
  },
)

should(
  'MAIL-03',
  'The link of a welcome mail leads to the storefront’s `createPassword` page with only id and token',
  {
    why: 'A headless storefront handles this path. Any other path returns 404 to every new customer who follows the link.',
    unless: noWelcomeLink,
    source: [recorded('mail/welcome#mail'), verified('reset-links')],
    next: 'the theme may have its own mail template with another link: compare it with the release’s template',
  },
  ({ create, 'first mails': first }, shop) => {
    // A request that a firewall blocked causes no mail.
    void create
    if (shop.probe('confirmation required', false)) inapplicable('the shop requires confirmation first')
    onlyStockLinks(shop)
    expectPage(linkIfBuilt(first, 0, 'token', shop), 'createPassword', ['id', 'token'])
  },
)

must(
  'MAIL-04',
  'An account created without a password gets one mail, with a link to choose a password',
  {
    why: 'The owner cannot log in to an account without a password until this mail arrives.',
    unless: noPasswordLink,
    source: [doc('order-create-customer'), recorded('admin/create-without-password#mail')],
  },
  (read, shop) => {
    const plain = read['mails to the one without password']
    expect(read['create without password']).toSucceed()
    expect(plain).toHaveCount(1).toGoNowhereElse()
    expectParameter(expectedLink(plain, 0, 'token', shop), 'token', /^[A-Za-z0-9]{32}$/)
  },
)

must(
  'MAIL-05',
  'The link for an account without a password sets a password that logs in',
  {
    why: 'Otherwise the customer can never log in, registers again and is told that the e-mail is taken.',
    unless: noPasswordLink,
    source: [recorded('admin/create-without-password#set-password'), recorded('admin/create-without-password#token')],
  },
  (read, shop) => {
    const { 'set the password': set, 'token with the password set': login } = read
    neededLink(read['mails to the one without password'], 0, 'token', shop)
    expect(set).toAnswer(true)
    expectToken(login)
  },
)

must(
  'MAIL-06',
  'A rejected registration sends no mail, and none to the owner of the e-mail',
  {
    why: 'A mail about a rejected registration worries the owner of the e-mail, or lets strangers send mails in the shop’s name.',
    source: [
      recorded('create/duplicate-email#again'),
      code('module-customer/Model/AccountManagement.php:848', '2.4.7-p6'),
    ],
  },
  (read, shop) => {
    expect(read['mails to the refused']).toHaveCount(0)
    const more = Math.max(0, welcomeMails(shop) - 1)
    expect(read['mails after the refusals']).toHaveCount(read['first mails'].mails.length + more)
  },
)

should(
  'MAIL-07',
  'Changing the password over REST sends no mail',
  {
    why: 'The storefront notifies the owner, REST does not. A client has to send the notice, or a thief changes the password unnoticed.',
    source: [recorded('mail/password-changed#mail'), verified('changing-the-password')],
  },
  (read) => {
    expect(read['mails in the end']).toHaveCount(read['mails after the refusals'].mails.length)
  },
)

should(
  'MAIL-08',
  'Setting the password by a link sends no mail',
  {
    why: 'The owner gets no notice of a reset; a client that wants one has to send it.',
    unless: noPasswordLink,
    source: [
      code('module-customer/Model/AccountManagement.php:706', '2.4.7-p6'),
      recorded('admin/create-without-password#set-password'),
    ],
  },
  (read, shop) => {
    neededLink(read['mails to the one without password'], 0, 'token', shop)
    const before = read['mails to the one without password'].mails.length
    expect(read['mails in the end to the one without password']).toHaveCount(before)
  },
)

should(
  'MAIL-09',
  'An address with a plus sign and capitals gets its mail',
  {
    why: 'If the part after the plus sign is cut off, the welcome mail and its link go to another mailbox, possibly another person’s.',
    unless: noWelcomeMail,
    source: [code('module-customer/Model/AccountManagement.php:984', '2.4.7-p6'), doc('order-create-customer')],
  },
  ({ 'create with plus and capitals': create, 'mails to plus and capitals': arrived }) => {
    expect(create).toSucceed()
    expect(create.at('/email')).toEqual(create.sent('/customer/email'))
    expect(arrived).toHaveCount(1).toGoNowhereElse()
  },
)
