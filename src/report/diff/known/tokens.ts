import { all, before, from } from '../../../../release/index.ts'
import { code, recorded, verified } from '../../../judge/source.ts'
import type { KnownChange } from './known-change.ts'

const schema = /^GET \/schema/
const refused = /^401 "The consumer isn't authorized/

/** Tokens, their lives and logins. */
export const tokenChanges: readonly KnownChange[] = [
  {
    in: from('2.4.4'),
    says: 'from 2.4.4 a token is a signed JSON Web Token, where it was 32 letters and digits',
    source: code('module-jwt-user-token/Model/Issuer.php', '2.4.4'),
    seen: [{ operation: /\/token$/, old: /^an opaque token of 32/, now: /^a JSON Web Token$/ }],
  },
  {
    in: from('2.4.4'),
    says: 'from 2.4.4 a token does not work with its letters in capitals, as MySQL compared it before',
    source: recorded('bearer/forms#upper'),
    seen: [{ where: /#token in capitals$|^bearer\/forms#upper$/, place: /^status$/, old: /^200$/, now: refused }],
  },
  {
    in: from('2.4.4'),
    says: 'from 2.4.4 a token lives as long as it says itself, in minutes of another setting, and is dead at that very second',
    source: code('module-jwt-user-token/Model/Config/ConfigReader.php:66', '2.4.7-p6'),
    seen: [
      {
        where: /^token-expiry#me at the end$|^token-lifetime#older (when raised|under zero)$/,
        place: /^status$/,
        old: /^200$/,
        now: refused,
      },
      // The scenario lowers the lifetime by the setting that later releases do not read.
      { where: /^expiry\/(seven-seconds|lifetime-lowered-after-issue)#/, place: /^status$/ },
      { where: /^token-lifetime#younger when lowered$/, place: /^status$/, old: refused, now: /^200$/ },
    ],
  },
  {
    in: all(from('2.3.4'), before('2.4.4')),
    says: 'from 2.3.4 to 2.4.3 a lifetime may be a fraction of an hour',
    source: code('module-integration/Helper/Oauth/Data.php:121', '2.3.4'),
    seen: [{ where: /^token-lifetime#older under half an hour$/, place: /^status$/, now: refused }],
  },
  {
    in: from('2.4.6'),
    says: 'from 2.4.6 a customer revokes tokens over REST',
    source: code('module-integration/etc/webapi.xml:22', '2.4.6'),
    seen: [
      {
        operation: /revoke-customer-token$/,
        place: /^status$/,
        old: /^404 "Request does not match/,
        now: /^(200|401)/,
      },
      { operation: schema, place: /revoke-customer-token$/, old: /^nothing$/ },
      { where: /^(token-revocation#me |revoke\/[\w-]+#(after|old))/, place: /^status$/, old: /^200$/, now: refused },
    ],
  },
  {
    in: from('2.4.4'),
    says: 'from 2.4.4 the lock of a name ends by itself, where it ended with the next run of cron',
    source: code('module-integration/Model/ResourceModel/Oauth/Token/RequestLog.php:68', '2.4.4'),
    seen: [
      {
        where: /#right password under the name half an hour later$|^lockout\/.*#after-lock-expires$/,
        place: /^status$/,
        old: /^401/,
        now: /^200$/,
      },
    ],
  },
  {
    in: from('2.4.8'),
    says: 'from 2.4.8 a login over REST resets the count of wrong passwords',
    source: verified('accounts-that-are-locked'),
    seen: [
      {
        where: /^(login-lock|lock)/,
        place: /^\/message$/,
        old: /^"The account is locked/,
        now: /^"The password doesn't match/,
      },
    ],
  },
  {
    in: from('2.4.8'),
    says: 'from 2.4.8 who is not confirmed is told so at login',
    source: code('module-integration/Model/CustomerTokenService.php:61', '2.4.8-p1'),
    seen: [{ operation: /customer\/token$/, place: /^\/message$/, now: /^"This account isn't confirmed/ }],
  },
]
