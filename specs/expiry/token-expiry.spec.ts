import { lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf, type Shop } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import { Unmet, untestable } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { jsonWebTokens } from '../../src/recording/token/generation.ts'
import { lifetimeOf, readToken } from '../../src/recording/token/json-web-token.ts'
import { claimedUnder, configuredLifetime, longestLifetime, stockLifetime } from '../../src/recording/token/lifetime.ts'
import { tokenExpiry } from './token-expiry.scenario.ts'

const whyStolen =
  'A token found in a log, a backup or a shared device stays good for whoever finds it; the end of its life is the only thing that stops them.'

const { must, should } = requirementsOf(tokenExpiry)
const expiry = code('module-integration/Model/UserToken/ExpirationValidator.php:53', '2.4.7-p6')
const otherLifetime =
  'a shop of these releases may set another lifetime than an hour (oauth/access_token_lifetime/customer, in hours; 0 is for ever), and the token does not say which'

must(
  'EXPIRY-01',
  'from 2.4.4 a token works until shortly before the time it says it expires',
  {
    why: 'Clients plan the next login by the end that the token states. Dead before, it throws customers out while they pay.',
    in: jsonWebTokens,
    source: [expiry, recorded('expiry/jwt-one-minute#at-50s')],
  },
  (read, shop) => {
    expectInTime(read.issue, read['me shortly before'], shop)
    expectOwner(read['me shortly before'], read)
  },
)

must(
  'EXPIRY-02',
  'from 2.4.4 a token is dead once the time it says it expires has come',
  {
    why: whyStolen,
    in: jsonWebTokens,
    source: [expiry, recorded('expiry/jwt-one-minute#expired'), verified('end-of-a-token')],
  },
  ({ 'me afterwards': me }) => {
    expect(me).toBeUnauthorized()
  },
)

must(
  'EXPIRY-03',
  'before 2.4.4 a token works for an hour, on a shop that sets no other lifetime',
  {
    why: 'The token does not say when it ends, so that clients count on the hour of the documentation. Dead before, it throws customers out while they pay.',
    in: lacks('json-web-tokens'),
    source: [
      doc('order-create-customer#get-token'),
      code('module-webapi/Model/Authorization/TokenUserContext.php:125', '2.4.3-p2'),
      recorded('expiry/seven-seconds#half-way'),
    ],
    next: otherLifetime,
  },
  (read, shop) => {
    expectInTime(read.issue, read['me shortly before'], shop)
    expectOwner(read['me shortly before'], read)
  },
)

must(
  'EXPIRY-04',
  'before 2.4.4 a token is dead after an hour, on a shop that sets no other lifetime',
  {
    why: whyStolen,
    in: lacks('json-web-tokens'),
    source: [code('module-integration/etc/config.xml:24', '2.4.3-p2'), recorded('expiry/seven-seconds#expired')],
    next: otherLifetime,
  },
  ({ 'me afterwards': me }) => {
    expect(me).toBeUnauthorized()
  },
)

must(
  'EXPIRY-05',
  'an expired token is refused exactly like no token',
  {
    why: 'Clients have one case for "log in again". A status or words of its own for an expired token end in an error page instead; and they tell a thief that the token was real.',
    source: [recorded('expiry/jwt-one-minute#expired'), recorded('bearer/none#none'), verified('expired-tokens')],
  },
  ({ 'me afterwards': me, 'no token': none }) => {
    expect(me).toAnswerLike(none)
  },
)

must(
  'EXPIRY-17',
  'when a token has come to its end, a younger one of the same customer still works',
  {
    why: 'A customer who logged in again, or on a second device, must not be thrown out when the first token ends.',
    source: [expiry, verified('expired-tokens')],
  },
  ({ create, 'issue younger': issue, 'me with the younger token': younger }, shop) => {
    expectInTime(issue, younger, shop)
    expect(younger).toSucceed()
    expect(younger.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'EXPIRY-19',
  'from 2.4.4 a token says that it lives as long as the shop is set to',
  {
    why: 'The auditor reads the setting, the thief the token. If they differ, sessions live longer than was approved, or end before customers have paid.',
    in: jsonWebTokens,
    source: [
      doc('order-create-customer#get-token'),
      code('module-jwt-user-token/Model/Config/ConfigReader.php:66', '2.4.7-p6'),
      recorded('expiry/jwt-one-minute#token'),
    ],
    next: 'see whether MAGENTO_TOKEN_LIFETIME, in seconds, is what webapi/jwtauth/customer_expiration says, in minutes',
  },
  ({ issue }, shop) => {
    const configured = shop.probe(configuredLifetime, -1)
    if (configured < 0)
      untestable('nobody has said how long the shop is set to let tokens live', 'set MAGENTO_TOKEN_LIFETIME')
    const expected = claimedUnder(configured)
    expect(issue).toHaveStatus(200)
    const actual = lifetimeOf(issue.json)
    if (actual !== expected)
      throw new Unmet(
        `a token that says it lives ${expected} s`,
        actual ? `one that says ${actual} s` : 'none that says',
        issue,
      )
  },
)

must(
  'EXPIRY-20',
  'from 2.4.4 the end that a token states is in seconds, and comes within ten years',
  {
    why: 'In milliseconds the end lies 50,000 years ahead: clients never log in again, and a shop that reads it as seconds never refuses.',
    in: jsonWebTokens,
    source: [code('module-jwt-user-token/Model/Issuer.php:72', '2.4.7-p6'), recorded('token/valid#token')],
  },
  ({ issue }) => {
    expect(issue.at('')).toBe('a token whose exp is at most ten years after its iat', (token) => {
      const lifetime = lifetimeOf(token)
      return lifetime !== undefined && lifetime <= longestLifetime
    })
  },
)

should(
  'EXPIRY-21',
  'from 2.4.4 a token is dead in the very second that it says it expires in',
  {
    why: 'Client and shop that disagree by a second give a refused request now and then that nobody can repeat.',
    in: jsonWebTokens,
    source: [expiry, verified('end-of-a-token')],
  },
  ({ issue, 'me at the end': me }) => {
    expectSecond(me, Number(readToken(issue.json)?.claims.exp))
    expect(me).toBeUnauthorized()
  },
)

should(
  'EXPIRY-22',
  'before 2.4.4 a token still works in the second in which its lifetime has passed',
  {
    why: 'The boundary moved by a second with 2.4.4; a test that is exact about it has to know on which side it stands.',
    in: lacks('json-web-tokens'),
    source: [
      code('module-webapi/Model/Authorization/TokenUserContext.php:140', '2.4.3-p2'),
      verified('end-of-a-token'),
    ],
    next: otherLifetime,
  },
  ({ issue, 'me at the end': me }, shop) => {
    expectSecond(me, secondOf(issue) + Math.floor(shop.probe(configuredLifetime, stockLifetime)))
    expect(me).toSucceed()
  },
)

must(
  'EXPIRY-23',
  'a token kept from earlier is dead once its lifetime is over, while its account lives and logs in',
  {
    why: 'Seen with real time on a real shop: a token of yesterday in a backup is really of no use today, and its owner still gets in.',
    profile: 'full',
    source: [expiry, recorded('expiry/jwt-one-minute#expired'), recorded('expiry/jwt-one-minute#login-again')],
  },
  (read) => {
    // Alive it is too old, whatever has become of its account.
    expect(read['kept token']).toBeUnauthorized()
    const fresh = read['fresh token of the kept']
    expect(fresh).toSucceed()
    expect(fresh.at('/email')).toEqual(read['login of the kept'].sent('/username'))
  },
)

must(
  'EXPIRY-24',
  'a token kept from earlier works as long as its lifetime lasts',
  {
    why: 'Seen with real time on a real shop: customers who come back within the lifetime are still logged in.',
    profile: 'full',
    source: [expiry, recorded('expiry/jwt-one-minute#at-50s')],
  },
  ({ 'kept token that lives': me, 'login of the living': login }) => {
    if (login.status !== 200)
      untestable(
        'the account of the kept token does not log in any more',
        'leave the accounts that the report lists as kept for the token bank',
      )
    expect(me).toSucceed()
    expect(me.at('/email')).toEqual(login.sent('/username'))
  },
)

/** The profile of whoever the token was issued to: in this run, or kept from an earlier one. */
function expectOwner(me: Exchange, read: { readonly issue: Exchange; readonly 'login of the living': Exchange }): void {
  const login = me.data.evidence === 'aged' ? read['login of the living'] : read.issue
  expect(me).toSucceed()
  expect(me.at('/email')).toEqual(login.sent('/username'))
}

/** What the shop's clock showed when it answered, in seconds; NaN when it does not tell. */
const secondOf = (answer: Exchange) => Date.parse(answer.header('date') ?? '') / 1000

/** Whether a question met a certain second is told by the answer alone. */
function expectSecond(answer: Exchange, second: number): void {
  const actual = secondOf(answer)
  if (actual !== second)
    untestable(
      Number.isNaN(actual)
        ? 'the shop’s answers do not tell its clock'
        : `the question met the second ${Math.round(actual - second)} s beside the end`,
      'run again: a single second is not always met',
    )
}

/** A slow shop may answer the question "still alive?" only when the token is rightly dead: that says nothing. */
function expectInTime(issue: Exchange, answer: Exchange, shop: Shop): void {
  const lifetime = lifetimeOf(issue.json) ?? shop.probe(configuredLifetime, stockLifetime)
  const waited = (Date.parse(answer.data.startedAt) + answer.data.time - Date.parse(issue.data.startedAt)) / 1000
  if (answer.data.evidence !== 'aged' && answer.status === 401 && waited > lifetime - 1)
    untestable(
      `the answer came ${waited} s after the login, too late to tell`,
      'run again when the shop answers faster',
    )
}
