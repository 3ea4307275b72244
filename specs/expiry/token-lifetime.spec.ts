import { all, has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { jsonWebTokens } from '../../src/recording/token/generation.ts'
import { lifetimeOf } from '../../src/recording/token/json-web-token.ts'
import { lifetimeWhenUnset } from '../../src/recording/token/lifetime.ts'
import { opaqueTokens } from '../shared/circumstances.ts'
import { longMinutes, minute, tokenLifetime } from './token-lifetime.scenario.ts'

const whySurprise =
  'Administrators who set this expect no limit or the shortest one. In fact it is half an hour, and customers are logged out early.'
const whySurpriseInHours =
  'Administrators who set this expect no limit or the shortest one. In fact a stolen token works until the account is deleted.'

const { must, should } = requirementsOf(tokenLifetime)
const opaque = lacks('json-web-tokens')
const config = code('module-jwt-user-token/Model/Config/ConfigReader.php:66', '2.4.7-p6')
const validator = code('module-integration/Model/UserToken/ExpirationValidator.php:53', '2.4.7-p6')
const userContext = code('module-webapi/Model/Authorization/TokenUserContext.php:125', '2.4.3-p2')
const helper = code('module-integration/Helper/Oauth/Data.php:121', '2.4.3-p2')

/** @throws Unmet unless the login's token states this lifetime in seconds */
function expectLifetime(login: Exchange, seconds: number): void {
  expect(login).toHaveStatus(200)
  const actual = lifetimeOf(login.json)
  if (actual !== seconds) throw new Unmet(`a token that lives ${seconds} s`, `${actual ?? 'no lifetime'}`, login)
}

must(
  'EXPIRY-25',
  'From 2.4.4, a new token’s lifetime is webapi/jwtauth/customer_expiration in minutes, not the OAuth setting',
  {
    why: 'The setting moved with 2.4.4. Administrators who keep 8 hours in the old one get one hour; with a short time in it they get longer sessions than auditors were told.',
    in: jsonWebTokens,
    unless: opaqueTokens,
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
  'From 2.4.4, a token expires at its `exp`, even if the shop’s lifetime was raised after it was issued',
  {
    why: 'Raising the setting for new logins must not extend the use of a stolen token.',
    in: jsonWebTokens,
    unless: opaqueTokens,
    source: [validator, verified('lifetime-settings')],
  },
  ({ 'older when raised': me }) => {
    expect(me).toBeUnauthorized()
  },
)

must(
  'EXPIRY-27',
  'From 2.4.4, a token works until its `exp`, even if the shop’s lifetime was lowered after it was issued',
  {
    why: 'Administrators who lower the setting after a leak have to know that existing sessions continue: only revoking stops them.',
    in: jsonWebTokens,
    unless: opaqueTokens,
    source: [validator, recorded('expiry/lifetime-lowered-after-issue#after-lowering')],
  },
  ({ create, 'younger when lowered': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

must(
  'EXPIRY-28',
  'Before 2.4.4, raising the lifetime also extends tokens issued before',
  {
    why: 'Raising the setting can make expired sessions valid again: administrators of these releases should know this.',
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
  'Before 2.4.4, lowering the lifetime also shortens tokens issued before',
  {
    why: 'After a leak, changing the setting is the only way in these releases to end all sessions at once.',
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
  'From 2.4.4, a lifetime of 0 minutes gives tokens of half an hour',
  { why: whySurprise, in: jsonWebTokens, unless: opaqueTokens, source: [config, verified('lifetime-settings')] },
  ({ 'issue under zero': login }) => {
    expectLifetime(login, lifetimeWhenUnset)
  },
)

should(
  'EXPIRY-31',
  'From 2.4.4, an empty lifetime gives tokens of half an hour',
  { why: whySurprise, in: jsonWebTokens, unless: opaqueTokens, source: [config] },
  ({ 'issue under nothing': login }) => {
    expectLifetime(login, lifetimeWhenUnset)
  },
)

should(
  'EXPIRY-32',
  'Before 2.4.4, tokens do not expire while the lifetime is 0',
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
  'Before 2.4.4, tokens do not expire while the lifetime is empty',
  { why: whySurpriseInHours, in: opaque, source: [userContext, helper] },
  ({ create, 'older under nothing': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)

should(
  'EXPIRY-34',
  'From 2.3.4 to 2.4.3, the lifetime can be a fraction of an hour',
  {
    why: 'Shops that set half an hour rely on it; rounded to whole hours, sessions would never end or last twice as long.',
    in: has('lifetime-may-be-a-fraction'),
    source: [helper, recorded('expiry/seven-seconds#expired')],
  },
  ({ 'older under half an hour': me }) => {
    expect(me).toBeUnauthorized()
  },
)

should(
  'EXPIRY-35',
  'Before 2.3.4, the lifetime is cut to whole hours: half an hour becomes 0, which means no expiry',
  {
    why: 'A short setting, chosen for security, has the opposite effect: administrators of these releases have to know this.',
    in: all(lacks('json-web-tokens'), lacks('lifetime-may-be-a-fraction')),
    source: [code('module-integration/Helper/Oauth/Data.php:121', '2.3.3')],
  },
  ({ create, 'older under half an hour': me }) => {
    expect(me).toSucceed()
    expect(me.at('/id')).toEqual(create.at('/id'))
  },
)
