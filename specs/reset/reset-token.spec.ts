import { requirementsOf, type Shop } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { finderOf } from '../../src/recording/finder.ts'
import type { MailObservation } from '../../src/recording/mail.ts'
import { noPasswordLink } from '../shared/circumstances.ts'
import { forgedHost, linkIfBuilt, resetTokens, whyNoToken } from '../shared/links.ts'
import { withoutPasswords } from '../shared/reset-mail.ts'
import { resetLink } from './reset-link.scenario.ts'
import { resetRequest } from './reset-request.scenario.ts'
import { found, sent } from './throttle.ts'

const whyHostHeader =
  'An attacker requests a reset with a header that names their own server. If the mail’s link leads there, the owner’s click gives the token away.'
const whyMailboxIsProof =
  'Only the owner of the mailbox may get the token. If the response contains it, anybody can take over any account by requesting a reset.'

const { must } = requirementsOf(resetLink)
const random = code('framework/Math/Random.php', '2.4.7-p6')
const newestTokenOf = (shop: Shop) => (look: MailObservation) =>
  linkIfBuilt(look, -1, 'token', shop).carried('token') ?? ''

/** The mails with a link: the mails to an account with a password may have none on this shop. */
const looksWithLinks = (
  read: { welcome: MailObservation; 'welcome of another': MailObservation; 'welcome of a third': MailObservation },
  shop: Shop,
): MailObservation[] => {
  const others = [read['welcome of another'], read['welcome of a third']]
  return whyNoToken(shop) && !withoutPasswords(shop, shop.release) ? others : [read.welcome, ...others]
}

must(
  'RESET-58',
  'Different accounts get different tokens',
  {
    why: 'If all accounts share one token, each customer’s own link opens every account.',
    unless: noPasswordLink,
    source: [random, recorded('mail/welcome#mail')],
  },
  (read, shop) => {
    const tokens = looksWithLinks(read, shop).map(newestTokenOf(shop))
    if (new Set(tokens).size < tokens.length)
      throw new Unmet(`${tokens.length} tokens`, `${new Set(tokens).size} of them differ`)
  },
)

must(
  'RESET-61',
  'Reset tokens use upper-case letters, lower-case letters beyond f, and digits',
  {
    why: 'A token computed from known values, such as a hash of id and time or a counter, can be calculated instead of guessed, and nothing limits the attempts.',
    unless: noPasswordLink,
    source: [random, recorded('mail/welcome#mail')],
  },
  (read, shop) => {
    const letters = looksWithLinks(read, shop).map(newestTokenOf(shop)).join('')
    const missing = Object.entries(kinds).filter(([, pattern]) => !pattern.test(letters))
    const names = missing.map(([name]) => name).join(', ')
    if (names) throw new Unmet('tokens of all letters and digits', `tokens without any ${names}`)
  },
)

must(
  'RESET-62',
  'The link of a welcome mail leads to the shop, whatever host a request header names',
  {
    why: whyHostHeader,
    unless: noPasswordLink,
    source: [verified('mails'), code('module-store/Model/Store.php', '2.4.7-p6')],
  },
  (read, shop) => {
    const { host } = linkIfBuilt(read['welcome of a third'], -1, 'token', shop).url
    if (host.includes(forgedHost)) throw new Unmet('a link to the shop', `a link to ${host}`)
  },
)

must(
  'RESET-63',
  'The token of a welcome mail does not appear in any response',
  {
    why: whyMailboxIsProof,
    unless: noPasswordLink,
    source: [verified('objects'), code('module-customer/Model/AccountManagement.php:984', '2.4.7-p6')],
  },
  (read, shop) => {
    const looks = looksWithLinks(read, shop)
    const answers = [read.create, read['create another'], read['create a third'], read['token before']]
    expectNoToken(answers, looks, shop)
  },
)

requirementsOf(resetRequest).must(
  'RESET-64',
  'The token of a reset mail does not appear in any response',
  {
    why: whyMailboxIsProof,
    profile: 'full',
    source: [verified('objects'), code('module-customer/Model/AccountManagement.php:647', '2.4.7-p6')],
  },
  (read, shop) => {
    expectNoToken([read.request, read['request again'], read.reminder], [read.mails, read['mails of the third']], shop)
  },
)

requirementsOf(resetRequest).must(
  'RESET-68',
  'The link of a reset mail leads to the shop, whatever host a request header names',
  {
    why: whyHostHeader,
    profile: 'full',
    source: [verified('mails'), code('module-store/Model/Store.php', '2.4.7-p6')],
  },
  (read, shop) => {
    sent(found(read.reminder))
    const { host } = linkIfBuilt(read['mails of the third'], -1, 'token', shop).url
    if (host.includes(forgedHost)) throw new Unmet('a link to the shop', `a link to ${host}`)
  },
)

const kinds = { 'capital letter': /[A-Z]/, 'letter beyond f': /[g-z]/, digit: /\d/ }

function expectNoToken(answers: readonly Exchange[], looks: readonly MailObservation[], shop: Shop): void {
  const holdsOne = finderOf(looks.flatMap((look) => resetTokens(look, shop)))
  for (const answer of answers)
    if (holdsOne(answer.everything))
      throw new Unmet(
        'an answer without the token of the mail',
        `it stands in the answer with ${answer.status}`,
        answer,
      )
}
