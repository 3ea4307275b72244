import { lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import { Unmet, untestable } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { jsonWebTokens } from '../../src/recording/token/generation.ts'
import { lifetimeOf, readToken } from '../../src/recording/token/json-web-token.ts'
import { claimedUnder, configuredLifetime, longestLifetime, stockLifetime } from '../../src/recording/token/lifetime.ts'
import { opaqueTokens } from '../shared/circumstances.ts'
import { expectTwoTokens } from '../shared/distinct.ts'
import { expectInTime } from './in-time.ts'
import { tokenExpiry } from './token-expiry.scenario.ts'

const whyStolen =
  'A token found in a log, a backup or on a shared device works for every finder until it expires; nothing else stops them.'

const { must, should } = requirementsOf(tokenExpiry)
const expiry = code('module-integration/Model/UserToken/ExpirationValidator.php:53', '2.4.7-p6')
const otherLifetime =
  'a shop of these releases may have another lifetime than an hour (oauth/access_token_lifetime/customer, in hours; 0 means no expiry), and the token does not contain it'

must(
  'EXPIRY-01',
  'From 2.4.4, a token works until shortly before its `exp`',
  {
    why: 'Clients plan the next login by this time. A token that expires earlier logs customers out while they pay.',
    in: jsonWebTokens,
    unless: opaqueTokens,
    source: [expiry, recorded('expiry/jwt-one-minute#at-50s')],
  },
  (read, shop) => {
    expectInTime(read.issue, read['me shortly before'], shop)
    expectOwner(read['me shortly before'], read)
  },
)

must(
  'EXPIRY-02',
  'From 2.4.4, a token is rejected from its `exp` time on',
  {
    why: whyStolen,
    in: jsonWebTokens,
    unless: opaqueTokens,
    source: [expiry, recorded('expiry/jwt-one-minute#expired'), verified('end-of-a-token')],
  },
  ({ 'me afterwards': me }) => {
    expect(me).toBeUnauthorized()
  },
)

must(
  'EXPIRY-03',
  'Before 2.4.4, a token works for an hour, unless the shop sets another lifetime',
  {
    why: 'The token does not contain its end, so clients rely on the documented hour. A token that expires earlier logs customers out while they pay.',
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
  'Before 2.4.4, a token is rejected after an hour, unless the shop sets another lifetime',
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
  'An expired token returns the same error as a missing token',
  {
    why: 'Clients handle one case of "log in again". A different status or message leads to an error page, and tells a thief that the token was real.',
    source: [recorded('expiry/jwt-one-minute#expired'), recorded('bearer/none#none'), verified('expired-tokens')],
  },
  ({ 'me afterwards': me, 'no token': none }) => {
    expect(me).toAnswerLike(none, 401)
  },
)

must(
  'EXPIRY-17',
  'After one token expires, the customer’s newer token still works',
  {
    why: 'A customer with a second login or device must not be logged out by the end of the first session.',
    source: [expiry, verified('expired-tokens')],
  },
  ({ create, issue, 'issue younger': later, 'me with the younger token': younger }, shop) => {
    expectTwoTokens(issue, later)
    expectInTime(later, younger, shop)
    expect(younger).toSucceed()
    expect(younger.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'EXPIRY-19',
  'From 2.4.4, the lifetime stated in a token (`exp` minus `iat`) equals the shop’s setting',
  {
    why: 'Auditors read the setting, thieves use the token. If they differ, sessions last longer than approved, or end before customers have paid.',
    in: jsonWebTokens,
    unless: opaqueTokens,
    source: [
      doc('order-create-customer#get-token'),
      code('module-jwt-user-token/Model/Config/ConfigReader.php:66', '2.4.7-p6'),
      recorded('expiry/jwt-one-minute#token'),
    ],
    next: 'check that MAGENTO_TOKEN_LIFETIME, in seconds, equals webapi/jwtauth/customer_expiration, in minutes',
  },
  ({ issue }, shop) => {
    const configured = shop.probe(configuredLifetime, -1)
    if (configured < 0) untestable('the token lifetime of the shop is unknown', 'set MAGENTO_TOKEN_LIFETIME')
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
  'From 2.4.4, `exp` is in seconds and at most ten years after `iat`',
  {
    why: 'In milliseconds the end is 50,000 years ahead: clients never log in again, and a shop that reads it as seconds never rejects the token.',
    in: jsonWebTokens,
    unless: opaqueTokens,
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
  'From 2.4.4, a token is rejected in the exact second of its `exp`',
  {
    why: 'If client and shop differ by one second, requests fail now and then and the failure cannot be reproduced.',
    in: jsonWebTokens,
    unless: opaqueTokens,
    source: [expiry, verified('end-of-a-token')],
  },
  ({ issue, 'me at the end': me }) => {
    expectSecond(me, Number(readToken(issue.json)?.claims.exp))
    expect(me).toBeUnauthorized()
  },
)

should(
  'EXPIRY-22',
  'Before 2.4.4, a token still works in the exact second in which its lifetime ends',
  {
    why: 'The boundary moved by one second with 2.4.4; tests at this boundary have to know the rule of their release.',
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
  'A saved token is rejected after its lifetime, while its account can still log in',
  {
    why: 'This is observed in real time on a real shop: yesterday’s token from a backup is useless today, and the customer keeps access.',
    profile: 'full',
    source: [expiry, recorded('expiry/jwt-one-minute#expired'), recorded('expiry/jwt-one-minute#login-again')],
  },
  (read) => {
    // If the shop accepts it, it is too old, whatever happened to its account.
    expect(read['kept token']).toBeUnauthorized()
    const fresh = read['fresh token of the kept']
    expect(fresh).toSucceed()
    expect(fresh.at('/email')).toEqual(read['login of the kept'].sent('/username'))
  },
)

must(
  'EXPIRY-24',
  'A saved token works within its lifetime',
  {
    why: 'This is observed in real time on a real shop: customers who return early enough are still logged in.',
    profile: 'full',
    source: [expiry, recorded('expiry/jwt-one-minute#at-50s')],
  },
  ({ 'kept token that lives': me, 'login of the living': login }) => {
    if (login.status !== 200)
      untestable(
        'the account of the kept token does not log in any more',
        'do not delete the accounts that the report lists as kept for the token bank',
      )
    expect(me).toSucceed()
    expect(me.at('/email')).toEqual(login.sent('/username'))
  },
)

/** The profile of the customer that the token was issued to, in this run or in an earlier one. */
function expectOwner(me: Exchange, read: { readonly issue: Exchange; readonly 'login of the living': Exchange }): void {
  const login = me.data.evidence === 'aged' ? read['login of the living'] : read.issue
  expect(me).toSucceed()
  expect(me.at('/email')).toEqual(login.sent('/username'))
}

/** The shop's time in a response, in seconds; NaN if the response has no `Date`. */
const secondOf = (answer: Exchange) => Date.parse(answer.header('date') ?? '') / 1000

/** Only the response shows whether the request was handled in a certain second. */
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
