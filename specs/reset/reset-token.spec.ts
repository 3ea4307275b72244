import { requirementsOf, type Shop } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { finderOf } from '../../src/recording/finder.ts'
import type { MailObservation } from '../../src/recording/mail.ts'
import { expectedLink, forgedHost, resetTokens } from '../shared/links.ts'
import { resetLink } from './reset-link.scenario.ts'
import { resetRequest } from './reset-request.scenario.ts'
import { sent } from './throttle.ts'

const whyHostHeader =
  'An attacker asks for a reset with a header that names the own server. If the mail’s link leads there, the owner’s click hands the token over.'
const whyMailboxIsProof =
  'The mailbox is the proof of who asks. If the answer tells the token, anybody takes over any account by asking.'

const { must } = requirementsOf(resetLink)
const random = code('framework/Math/Random.php', '2.4.7-p6')
const newestTokenOf = (shop: Shop) => (look: MailObservation) =>
  expectedLink(look, -1, 'token', shop).carried('token') ?? ''

must(
  'RESET-58',
  'no two accounts get the same token',
  {
    why: 'With one token for all, everyone’s own link opens every account.',
    source: [random, recorded('mail/welcome#mail')],
  },
  (read, shop) => {
    const looks = [read.welcome, read['welcome of another'], read['welcome of a third']]
    const tokens = looks.map(newestTokenOf(shop))
    if (new Set(tokens).size < tokens.length) throw new Unmet('three tokens', `${new Set(tokens).size} of them differ`)
  },
)

must(
  'RESET-61',
  'tokens are drawn from all letters, capital and small, and digits: no hash of something known, no counter',
  {
    why: 'A token made of what others know, such as id and time, is computed and not guessed; nothing limits the tries.',
    source: [random, recorded('mail/welcome#mail')],
  },
  (read, shop) => {
    const looks = [read.welcome, read['welcome of another'], read['welcome of a third']]
    const letters = looks.map(newestTokenOf(shop)).join('')
    const missing = Object.entries(kinds).filter(([, pattern]) => !pattern.test(letters))
    const names = missing.map(([name]) => name).join(', ')
    if (names) throw new Unmet('three tokens of all letters and digits', `three tokens without any ${names}`)
  },
)

must(
  'RESET-62',
  'the link of a mail leads to the shop, whatever host a header of the request names',
  { why: whyHostHeader, source: [verified('mails'), code('module-store/Model/Store.php', '2.4.7-p6')] },
  (read, shop) => {
    const { host } = expectedLink(read['welcome of a third'], -1, 'token', shop).url
    if (host.includes(forgedHost)) throw new Unmet('a link to the shop', `a link to ${host}`)
  },
)

must(
  'RESET-63',
  'the token of a welcome mail stands in no answer',
  {
    why: whyMailboxIsProof,
    source: [verified('objects'), code('module-customer/Model/AccountManagement.php:984', '2.4.7-p6')],
  },
  (read, shop) => {
    const looks = [read.welcome, read['welcome of another'], read['welcome of a third']]
    const answers = [read.create, read['create another'], read['create a third'], read['token before']]
    expectNoToken(answers, looks, shop)
  },
)

requirementsOf(resetRequest).must(
  'RESET-64',
  'the token of a reset mail stands in no answer',
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
  'the link of a reset mail leads to the shop as well, whatever host a header of the request names',
  {
    why: whyHostHeader,
    profile: 'full',
    source: [verified('mails'), code('module-store/Model/Store.php', '2.4.7-p6')],
  },
  (read, shop) => {
    sent(read.reminder)
    const { host } = expectedLink(read['mails of the third'], -1, 'token', shop).url
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
