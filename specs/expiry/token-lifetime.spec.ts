import { all, has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { jsonWebTokens } from '../../src/recording/token/generation.ts'
import { lifetimeOf } from '../../src/recording/token/json-web-token.ts'
import { lifetimeWhenUnset } from '../../src/recording/token/lifetime.ts'
import { longMinutes, minute, tokenLifetime } from './token-lifetime.scenario.ts'

const whySurprise =
  'An administrator who sets this means "no limit" or "the shortest", and gets something else. Here it is half an hour, and customers are thrown out early.'
const whySurpriseInHours =
  'An administrator who sets this means "no limit" or "the shortest", and gets something else. Here it is for ever: a stolen token is good until the account is deleted.'

const { must, should } = requirementsOf(tokenLifetime)
const opaque = lacks('json-web-tokens')
const config = code('module-jwt-user-token/Model/Config/ConfigReader.php:66', '2.4.7-p6')
const validator = code('module-integration/Model/UserToken/ExpirationValidator.php:53', '2.4.7-p6')
const userContext = code('module-webapi/Model/Authorization/TokenUserContext.php:125', '2.4.3-p2')
const helper = code('module-integration/Helper/Oauth/Data.php:121', '2.4.3-p2')

/** @throws Unmet unless the login's token says that it lives this many seconds */
function expectLifetime(login: Exchange, seconds: number): void {
  expect(login).toHaveStatus(200)
  const actual = lifetimeOf(login.json)
  if (actual !== seconds) throw new Unmet(`a token that lives ${seconds} s`, `${actual ?? 'no lifetime'}`, login)
}

must(
  'EXPIRY-25',
  'from 2.4.4 a new token lives as many minutes as webapi/jwtauth/customer_expiration says, whatever the old setting of OAuth is',
  {
    why: 'The setting changed its place with 2.4.4. An administrator who keeps the old one at 8 hours believes in 8 and has one; who shortened it has longer sessions than the auditor was told.',
    in: jsonWebTokens,
    source: [config, recorded('expiry/jwt-one-minute#token'), verified('lifetime-settings')],
  },
  ({ 'issue under one': one, 'issue under two': two }) => {
    expect(one).toHaveStatus(200)
    const lifetime = lifetimeOf(one.json)
    if (lifetime !== longMinutes && lifetime !== minute)
      throw new Unmet(`a token that lives ${minute} or ${longMinutes} s, as set`, `${lifetime}`, one)
    expectLifetime(two, 2 * lifetime)
  },
)

must(
  'EXPIRY-26',
  'from 2.4.4 a token ends when it says, also when the shop’s lifetime was raised after it was issued',
  {
    why: 'Raising the setting for new logins must not give a stolen token a longer life.',
    in: jsonWebTokens,
    source: [validator, verified('lifetime-settings')],
  },
  ({ 'older when raised': me }) => {
    expect(me).toBeUnauthorized()
  },
)

must(
  'EXPIRY-27',
  'from 2.4.4 a token lives as long as it says, also when the shop’s lifetime was lowered after it was issued',
  {
    why: 'Who lowers the setting after a leak has to know that tokens already out live on to their end: only revoking stops them.',
    in: jsonWebTokens,
    source: [validator, recorded('expiry/lifetime-lowered-after-issue#after-lowering')],
  },
  ({ create, 'younger when lowered': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'EXPIRY-28',
  'before 2.4.4 a token that was issued under a shorter lifetime lives by the one that is set now',
  {
    why: 'Raising the setting can bring tokens back to life that were dead: administrators of these releases should know.',
    in: opaque,
    source: [userContext, helper],
  },
  ({ create, 'older when raised': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'EXPIRY-29',
  'before 2.4.4 a lowered lifetime ends the tokens that were issued before',
  {
    why: 'After a leak, lowering the setting is the only way in these releases to end all sessions at once.',
    in: opaque,
    source: [
      userContext,
      recorded('expiry/lifetime-lowered-after-issue#after-lowering'),
      verified('lifetime-settings'),
    ],
  },
  ({ 'younger when lowered': me }) => {
    expect(me).toBeUnauthorized()
  },
)

should(
  'EXPIRY-30',
  'from 2.4.4 a lifetime of 0 minutes gives tokens of half an hour',
  { why: whySurprise, in: jsonWebTokens, source: [config, verified('lifetime-settings')] },
  ({ 'issue under zero': login }) => {
    expectLifetime(login, lifetimeWhenUnset)
  },
)

should(
  'EXPIRY-31',
  'from 2.4.4 an empty lifetime gives tokens of half an hour',
  { why: whySurprise, in: jsonWebTokens, source: [config] },
  ({ 'issue under nothing': login }) => {
    expectLifetime(login, lifetimeWhenUnset)
  },
)

should(
  'EXPIRY-32',
  'before 2.4.4 tokens never end while the lifetime is 0',
  {
    why: whySurpriseInHours,
    in: opaque,
    source: [userContext, recorded('expiry/empty-lifetime#later'), verified('lifetime-settings')],
  },
  ({ create, 'older under zero': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

should(
  'EXPIRY-33',
  'before 2.4.4 tokens never end while the lifetime is empty',
  { why: whySurpriseInHours, in: opaque, source: [userContext, helper] },
  ({ create, 'older under nothing': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

should(
  'EXPIRY-34',
  'from 2.3.4 to 2.4.3 a lifetime may be a fraction of an hour',
  {
    why: 'Shops that set half an hour rely on it; rounded to whole hours it would be for ever or twice as long.',
    in: has('lifetime-may-be-a-fraction'),
    source: [helper, recorded('expiry/seven-seconds#expired')],
  },
  ({ 'older under half an hour': me }) => {
    expect(me).toBeUnauthorized()
  },
)

should(
  'EXPIRY-35',
  'before 2.3.4 the lifetime counts in whole hours, so that half an hour is 0 and for ever',
  {
    why: 'Half an hour, set for safety, becomes for ever: an administrator of these releases has to know.',
    in: all(lacks('json-web-tokens'), lacks('lifetime-may-be-a-fraction')),
    source: [code('module-integration/Helper/Oauth/Data.php:121', '2.3.3')],
  },
  ({ create, 'older under half an hour': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)
