import type { KnownChange } from './known-change.ts'

const schema = /^GET \/schema/
const refused = /^401 "The consumer isn't authorized/

/** Changes of tokens, their lifetime, and logins. */
export const tokenChanges: readonly KnownChange[] = [
  {
    change: 'json-web-tokens',
    seen: [{ operation: /\/token$/, old: /^an opaque token of 32/, now: /^a JSON Web Token$/ }],
  },
  {
    change: 'token-keeps-letter-case',
    seen: [{ where: /#token in capitals$|^bearer\/forms#upper$/, place: /^status$/, old: /^200$/, now: refused }],
  },
  {
    change: 'token-names-its-end',
    seen: [
      {
        where: /^token-expiry#me at the end$|^token-lifetime#older (when raised|under zero)$/,
        place: /^status$/,
        old: /^200$/,
        now: refused,
      },
      // The scenario lowers the lifetime by a setting that later releases ignore.
      { where: /^expiry\/(seven-seconds|lifetime-lowered-after-issue)#/, place: /^status$/ },
      { where: /^token-lifetime#younger when lowered$/, place: /^status$/, old: refused, now: /^200$/ },
    ],
  },
  {
    change: 'lifetime-may-be-a-fraction',
    seen: [{ where: /^token-lifetime#older under half an hour$/, place: /^status$/, now: refused }],
  },
  {
    change: 'customer-revokes-tokens',
    seen: [
      {
        operation: /revoke-customer-token$/,
        place: /^status$/,
        old: /^404 "Request does not match/,
        now: /^(200|401)/,
      },
      { operation: schema, place: /revoke-customer-token$/, old: /^nothing$/ },
      { where: /^(token-revocation#me |revoke\/[\w-]+#(after|old))/, place: /^status$/, old: /^200$/, now: refused },
      { where: /^token-revocation#.+ with the first token$/, place: /^status$/, old: /^200$/, now: refused },
      { where: /^token-revocation#change of password with/, place: /^\/(message|parameters)$/ },
    ],
  },
  {
    change: 'name-lock-ends-by-itself',
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
    change: 'login-clears-wrong-passwords',
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
    change: 'unconfirmed-is-told-at-login',
    seen: [{ operation: /customer\/token$/, place: /^\/message$/, now: /^"This account isn't confirmed/ }],
  },
]
