import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import { inapplicable } from '../../src/judge/unmet.ts'
import { expectedLink, expectPage, expectParameter, onlyStockLinks, welcomeMails } from '../shared/links.ts'
import { expectToken } from '../shared/logged-in.ts'
import { mails } from './mails.scenario.ts'

const { must, should } = requirementsOf(mails)

must(
  'MAIL-01',
  'creating an account sends exactly one mail, to its address alone',
  {
    why: 'It is how an owner learns that an account was opened with the address. None leaves fraud unseen, two look like it, and a copy gives the link away.',
    source: [doc('order-create-customer'), recorded('mail/welcome#mail'), recorded('confirm/required#mail-confirm')],
  },
  ({ create, 'first mails': first }) => {
    expect(create).toSucceed()
    expect(first).toHaveCount(1).toGoNowhereElse()
  },
)

must(
  'MAIL-02',
  'the welcome mail has a link with the customer’s id and a token of 32 letters and digits',
  {
    why: 'A short token, or one that does not name its customer, is guessed or does not work; customers of imports start with this link.',
    source: [recorded('mail/welcome#mail'), verified('mails')],
  },
  ({ create, 'first mails': first }, shop) => {
    if (shop.probe('confirmation required', false)) inapplicable('the shop asks for confirmation first')
    const link = expectedLink(first, 0, 'token', shop)
    expectParameter(link, 'token', /^[A-Za-z0-9]{32}$/)
    if (link.carried('id') === undefined) onlyStockLinks(shop)
    expectParameter(link, 'id', create.at('/id').value as number)
  },
)

should(
  'MAIL-03',
  'the welcome mail’s link leads to the storefront’s createPassword page with id and token alone',
  {
    why: 'A headless storefront catches this path. Another one ends in a 404 for every new customer who follows it.',
    source: [recorded('mail/welcome#mail'), verified('reset-links')],
    next: 'a theme’s own mail template may lead elsewhere: then compare it with the release’s',
  },
  ({ 'first mails': first }, shop) => {
    if (shop.probe('confirmation required', false)) inapplicable('the shop asks for confirmation first')
    onlyStockLinks(shop)
    expectPage(expectedLink(first, 0, 'token', shop), 'createPassword', ['id', 'token'])
  },
)

must(
  'MAIL-04',
  'an account made without a password gets one mail, with a link to choose one',
  {
    why: 'An account without a password is closed to its owner until this mail comes.',
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
  'following that link sets a password that logs in',
  {
    why: 'Without it the account can never be opened, and the customer registers anew and is told that the e-mail is taken.',
    source: [recorded('admin/create-without-password#set-password'), recorded('admin/create-without-password#token')],
  },
  ({ 'set the password': set, 'token with the password set': login }) => {
    expect(set).toAnswer(true)
    expectToken(login)
  },
)

must(
  'MAIL-06',
  'an account that is refused sends no mail, nor does its e-mail’s owner get one',
  {
    why: 'A mail for an account that was refused frightens an owner who has one, or lets strangers send mails in the shop’s name.',
    source: [
      recorded('create/duplicate-email#again'),
      code('module-customer/Model/AccountManagement.php:848', '2.4.7-p6'),
    ],
  },
  (read, shop) => {
    expect(read['mails to the refused']).toHaveCount(0)
    const more = welcomeMails(shop) - 1
    expect(read['mails after the refusals']).toHaveCount(read['first mails'].mails.length + more)
  },
)

should(
  'MAIL-07',
  'changing the password over REST sends no mail',
  {
    why: 'The storefront tells the owner, REST does not: who builds a client has to send the notice, or a thief changes the password unseen.',
    source: [recorded('mail/password-changed#mail'), verified('changing-the-password')],
  },
  (read) => {
    expect(read['change the password']).toAnswer(true)
    expect(read['mails in the end']).toHaveCount(read['mails after the refusals'].mails.length)
  },
)

should(
  'MAIL-08',
  'setting the password by a link sends no mail',
  {
    why: 'The owner gets no notice of a reset; a client that wants one has to send it.',
    source: [
      code('module-customer/Model/AccountManagement.php:706', '2.4.7-p6'),
      recorded('admin/create-without-password#set-password'),
    ],
  },
  (read) => {
    expect(read['set the password']).toAnswer(true)
    const before = read['mails to the one without password'].mails.length
    expect(read['mails in the end to the one without password']).toHaveCount(before)
  },
)

should(
  'MAIL-09',
  'an address with a plus and capitals gets its mail',
  {
    why: 'Cut behind the plus, the welcome mail and its link go to another mailbox, at worst to another person’s.',
    source: [code('module-customer/Model/AccountManagement.php:984', '2.4.7-p6'), doc('order-create-customer')],
  },
  ({ 'create with plus and capitals': create, 'mails to plus and capitals': arrived }) => {
    expect(create).toSucceed()
    expect(create.at('/email')).toEqual(create.sent('/customer/email'))
    expect(arrived).toHaveCount(1).toGoNowhereElse()
  },
)
