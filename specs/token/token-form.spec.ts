import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { known } from '../../src/judge/known.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { type JsonWebToken, readToken } from '../../src/recording/token/json-web-token.ts'
import { opaqueTokens } from '../shared/circumstances.ts'
import { customerToken } from './customer-token.scenario.ts'

const { must, should, may } = requirementsOf(customerToken)
const issuer = code('module-jwt-user-token/Model/Issuer.php:72', '2.4.7-p6')
const jsonWebTokens = has('json-web-tokens')
/** Difference in seconds between the clocks of a shop's servers that does not affect clients. */
const tolerance = 60

/** Checks the JSON Web Token of a login. */
function expectToken(login: Exchange, expected: string, holds: (token: JsonWebToken) => boolean): void {
  expect(login.at('')).toBe(expected, (value) => {
    const token = readToken(value)
    return token !== undefined && holds(token)
  })
}

must(
  'TOKEN-01',
  'A login with valid credentials returns the token as a JSON string',
  {
    why: 'Clients parse the body as JSON and use the string. If it is an object or HTML, every request after the login is rejected.',
    profile: 'shape',
    source: [doc('order-create-customer#get-token'), recorded('token/valid#token')],
  },
  ({ issue }) => {
    expect(issue).toSucceed()
    expect(issue.at('')).toBeOfType('string').toMatch(/./)
  },
)

must(
  'TOKEN-02',
  'Before 2.4.4, a token consists of 32 lower-case letters and digits',
  {
    why: 'Clients and gateways of these releases check or store 32 characters; a mock with other tokens hides which columns, cookies and patterns break with 2.4.4.',
    profile: 'shape',
    in: lacks('json-web-tokens'),
    source: [doc('order-create-customer#get-token'), recorded('token/valid#token'), verified('tokens')],
  },
  ({ issue }) => {
    expect(issue.at('')).toMatch(/^[a-z0-9]{32}$/)
  },
)

must(
  'TOKEN-03',
  'From 2.4.4, a token is a signed JSON Web Token in compact form with `kid` and `alg` in its header',
  {
    why: 'Gateways and apps parse the token. Libraries reject a token without a signature or algorithm, or accept it without a check, which is worse.',
    profile: 'shape',
    in: jsonWebTokens,
    unless: opaqueTokens,
    source: [code('module-jwt-framework-adapter/Model/JwsManager.php:92', '2.4.7-p6'), recorded('token/valid#token')],
    next: 'a shop with a rotated encryption key, or with an encrypting webapi/jwtauth/jwt_alg, issues tokens in another form',
  },
  ({ issue }) => {
    expectToken(issue, 'a JSON Web Token with kid and alg in its header', ({ header: { kid, alg }, signature }) => {
      const signed = typeof alg === 'string' && !/^none$/i.test(alg) && signature.length >= 43
      return typeof kid === 'string' && kid !== '' && signed
    })
  },
)

must(
  'TOKEN-04',
  'From 2.4.4, `uid` of a token is the customer’s id and `utypid` is 3 (customer)',
  {
    why: 'Gateways and apps that read the token act for this customer. A wrong id shows another customer’s data; a wrong type turns a customer into an administrator.',
    in: jsonWebTokens,
    unless: opaqueTokens,
    source: [
      issuer,
      code('module-authorization/Model/UserContextInterface.php:20', '2.4.7-p6'),
      recorded('token/valid#token'),
    ],
  },
  ({ issue, create }) => {
    const id = known(create.at('/id'))
    expectToken(issue, `a token with uid ${id} and utypid 3`, ({ claims }) => claims.uid === id && claims.utypid === 3)
  },
)

must(
  'TOKEN-05',
  'From 2.4.4, `iat` and `exp` of a token are whole numbers, and `exp` is greater than `iat`',
  {
    why: 'Clients log in again shortly before the token expires. As a string the time cannot be compared; a wrong value logs customers out while they shop.',
    profile: 'shape',
    in: jsonWebTokens,
    unless: opaqueTokens,
    source: [issuer, recorded('token/valid#token'), verified('tokens')],
  },
  ({ issue }) => {
    expectToken(issue, 'a token with whole numbers iat and exp, exp the greater', ({ claims: { iat, exp } }) => {
      return Number.isInteger(iat) && Number.isInteger(exp) && Number(exp) > Number(iat)
    })
  },
)

should(
  'TOKEN-06',
  'From 2.4.4, `iat` is the time of the login in seconds since 1970',
  {
    why: 'With a wrong clock, other services reject new tokens as issued in the future or as already expired.',
    in: jsonWebTokens,
    unless: opaqueTokens,
    source: [issuer, recorded('token/valid#token')],
  },
  ({ issue, create }) => {
    const createdAt = Date.parse(`${known(create.at('/created_at'))}Z`.replace(' ', 'T')) / 1000
    const [from, to] = [Date.parse(create.data.startedAt), Date.parse(issue.data.startedAt) + issue.data.time]
    const latest = createdAt + Math.ceil((to - from) / 1000) + tolerance
    expectToken(issue, `a token issued about ${createdAt}, when the account was created,`, ({ claims }) => {
      return Number(claims.iat) >= createdAt - tolerance && Number(claims.iat) <= latest
    })
  },
)

should(
  'TOKEN-07',
  'From 2.4.4, a token is signed with HS256',
  {
    why: 'Gateways that verify signatures are configured for one algorithm and reject tokens with any other.',
    profile: 'shape',
    in: jsonWebTokens,
    unless: opaqueTokens,
    source: [recorded('token/valid#token'), verified('tokens')],
  },
  ({ issue }) => {
    expectToken(issue, 'a token with alg HS256', ({ header }) => header.alg === 'HS256')
  },
)

should(
  'TOKEN-08',
  'From 2.4.4, a token contains neither the e-mail nor the names of the customer',
  {
    why: 'Every holder can read a token, and logs, crash reports and browsers store it. Personal data in it has to be found and deleted on request.',
    in: jsonWebTokens,
    unless: opaqueTokens,
    source: [issuer, recorded('token/valid#token')],
  },
  ({ issue, create }) => {
    const personal = ['/email', '/firstname', '/lastname'].map((place) => known(create.at(place)))
    expectToken(issue, 'a token without e-mail and name', ({ header, claims }) =>
      [...Object.values(header), ...Object.values(claims)].every((value) => !personal.includes(value)),
    )
  },
)

may(
  'TOKEN-09',
  'From 2.4.4, a token contains only `kid`, `alg`, `uid`, `utypid`, `iat` and `exp`',
  {
    why: 'Readers with a strict schema reject other claims such as an issuer or a token id; clients that start to use them fail at the next shop.',
    in: jsonWebTokens,
    unless: opaqueTokens,
    source: [code('module-jwt-user-token/Model/Reader.php:79', '2.4.7-p6'), recorded('token/valid#token')],
  },
  ({ issue }) => {
    expectToken(issue, 'a token with the keys kid, alg and uid, utypid, iat, exp', ({ header, claims }) => {
      const keys = [...Object.keys(header).sort(), ...Object.keys(claims).sort()]
      return keys.join() === 'alg,kid,exp,iat,uid,utypid'
    })
  },
)

should(
  'TOKEN-10',
  'Before 2.4.4, every login returns a new token',
  {
    why: 'If logins shared a token, logging out on one device would log out all of them, and a stolen token could not be revoked separately.',
    in: lacks('json-web-tokens'),
    source: [recorded('token/valid#second'), verified('tokens')],
  },
  ({ issue, 'issue again': again }) => {
    const first = known(issue.at(''))
    expect(again.at('')).toBe('another token than the first login’s', (token) => token !== first)
  },
)

may(
  'TOKEN-11',
  'From 2.4.4, two logins return the same token if and only if both are within the same second',
  {
    why: 'Clients that use tokens as session keys treat such logins as one session; other clients must not expect the same token later.',
    in: jsonWebTokens,
    unless: opaqueTokens,
    source: [issuer, recorded('token/valid#second'), verified('tokens')],
  },
  ({ issue, 'issue again': again, 'issue at once': third }) => {
    for (const [one, other] of [
      [issue, again],
      [again, third],
    ] as const) {
      const second = readToken(known(one.at('')))?.claims.iat
      expectToken(other, 'the earlier login’s token exactly when issued in its second', ({ claims }) => {
        return (claims.iat === second) === (other.json === one.json)
      })
    }
  },
)
