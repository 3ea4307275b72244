import { has } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { known } from '../../src/judge/known.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { recorded, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import { noPasswordLink } from '../shared/circumstances.ts'
import { expectedLink, expectPage, expectParameter, linkIfBuilt, onlyStockLinks } from '../shared/links.ts'
import { asAdministrator } from '../shared/permitted.ts'
import { confirmRequired } from './confirm-required.scenario.ts'

const { must, should, may } = asAdministrator(requirementsOf(confirmRequired))

must(
  'CONFIRM-18',
  'The confirmation mail and the one sent again contain the stored key; a third mail follows confirmation',
  {
    why: 'The customer may click the older of two mails. If only one key works, that customer cannot confirm. After an early welcome mail, customers do not confirm.',
    source: [recorded('confirm/required#mail-confirm'), verified('confirmation')],
  },
  ({ create, search, mails }, shop) => {
    expect(mails).toGoNowhereElse()
    for (const index of [0, 1]) {
      const link = expectedLink(mails, index, 'key', shop)
      expectParameter(link, 'key', known<string>(search.at('/items/0/confirmation')))
      expectParameter(link, 'id', known<number>(create.at('/id')))
    }
    if (mails.mails.length < 3) throw new Unmet('a third mail, once the account is confirmed', 'none')
  },
)

should(
  'CONFIRM-19',
  'The confirmation link leads to the storefront’s `confirm` page, with only the parameters of the release',
  {
    why: 'A headless storefront handles this path and reads the parameters. Any other path returns 404 to every new customer.',
    source: [recorded('confirm/required#mail-confirm'), verified('mails')],
    next: 'the theme may have its own mail template with another link: compare it with the release’s template',
  },
  ({ mails }, shop) => {
    onlyStockLinks(shop)
    const names = ['back_url', 'id', 'key', ...(shop.is(has('confirmation-link-has-email')) ? ['email'] : [])]
    expectPage(linkIfBuilt(mails, 0, 'key', shop), 'confirm', names)
  },
)

must(
  'CONFIRM-20',
  'From 2.3.3, setting the first password by a link does not confirm the account',
  {
    why: 'A link to choose a password must not bypass the confirmation that the shop requires.',
    in: has('confirmation-key-is-random'),
    source: [verified('confirmation')],
  },
  ({ 'login with the password set': login }) => {
    expect(login).toBeRefusedWith(401)
  },
)

may(
  'CONFIRM-21',
  'An unconfirmed account created without a password gets only a mail with a link to choose one',
  {
    why: 'The customer chooses a password and still cannot log in, because no key was sent. Support has to send it again, or confirm the account.',
    in: has('confirmation-key-is-hidden'),
    unless: noPasswordLink,
    source: [verified('confirmation')],
  },
  ({ 'mails to the one without password': plain }, shop) => {
    expect(plain).toHaveCount(1)
    onlyStockLinks(shop)
    expectPage(linkIfBuilt(plain, 0, 'token', shop), 'createPassword', ['id', 'token'])
  },
)
