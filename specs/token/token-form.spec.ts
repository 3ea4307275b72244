import { has, lacks } from '../../release/index.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOf } from '../../src/judge/requirement.ts'
import { code, doc, recorded, verified } from '../../src/judge/source.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import { type JsonWebToken, readToken } from '../../src/recording/token/json-web-token.ts'
import { customerToken } from './customer-token.scenario.ts'

const { must, should, may } = requirementsOf(customerToken)
const issuer = code('module-jwt-user-token/Model/Issuer.php:72', '2.4.7-p6')
const jsonWebTokens = has('json-web-tokens')
/** Seconds that the clocks of a shop's servers may differ by before it matters to a client. */
const tolerance = 600

/** Demands something of a login's JSON Web Token, in words. */
function expectToken(login: Exchange, expected: string, holds: (token: JsonWebToken) => boolean): void {
  expect(login.at('')).toBe(expected, (value) => {
    const token = readToken(value)
    return token !== undefined && holds(token)
  })
}

must(
  'TOKEN-01',
  'valid credentials are answered with a bare JSON string',
  {
    why: 'Clients read the body as JSON and take the text in it. Quotes left on, an object around it or HTML, and every request after the login is refused.',
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
  'before 2.4.4 a token is 32 lower-case letters and digits',
  {
    why: 'Clients and gateways of these releases check or store 32 characters; a mock with another form hides what an upgrade to 2.4.4 breaks: columns, cookies and patterns made for 32.',
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
  'from 2.4.4 a token is a signed JSON Web Token in compact form that names its key and its algorithm',
  {
    why: 'Gateways and apps take the token apart. One that is not signed, or does not say with what, is refused by every library that checks it, or worse, is not checked.',
    profile: 'shape',
    in: jsonWebTokens,
    source: [code('module-jwt-framework-adapter/Model/JwsManager.php:92', '2.4.7-p6'), recorded('token/valid#token')],
    next: 'a shop whose encryption key was rotated, or whose webapi/jwtauth/jwt_alg is an encrypting one, writes tokens in another form',
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
  'from 2.4.4 a token says whose it is: the id the account was created with, and user type 3 for a customer',
  {
    why: 'Gateways and apps that read the token act for the customer it names. A wrong id shows one customer’s data to another, a wrong type makes an administrator of a customer.',
    in: jsonWebTokens,
    source: [
      issuer,
      code('module-authorization/Model/UserContextInterface.php:20', '2.4.7-p6'),
      recorded('token/valid#token'),
    ],
  },
  ({ issue, create }) => {
    const id = create.at('/id').value
    expectToken(issue, `a token with uid ${id} and utypid 3`, ({ claims }) => claims.uid === id && claims.utypid === 3)
  },
)

must(
  'TOKEN-05',
  'from 2.4.4 a token says in whole seconds when it was issued and when it expires, which is later',
  {
    why: 'Clients log in again shortly before the end that the token states. In milliseconds or as text it lies millennia ahead or cannot be compared, and customers are thrown out while they shop.',
    profile: 'shape',
    in: jsonWebTokens,
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
  'from 2.4.4 the time a token was issued is the time of the login, in seconds since 1970',
  {
    why: 'A clock that is hours off makes tokens that other services refuse as issued in the future, or as expired on arrival.',
    in: jsonWebTokens,
    source: [issuer, recorded('token/valid#token')],
  },
  ({ issue, create }) => {
    const createdAt = Date.parse(`${create.at('/created_at').value}Z`.replace(' ', 'T')) / 1000
    expectToken(issue, `a token issued about ${createdAt}, when the account was created,`, ({ claims }) => {
      return Math.abs(Number(claims.iat) - createdAt) <= tolerance
    })
  },
)

should(
  'TOKEN-07',
  'from 2.4.4 a token is signed with HS256',
  {
    why: 'A gateway that checks signatures is told one algorithm; tokens of another are all refused.',
    profile: 'shape',
    in: jsonWebTokens,
    source: [recorded('token/valid#token'), verified('tokens')],
  },
  ({ issue }) => {
    expectToken(issue, 'a token with alg HS256', ({ header }) => header.alg === 'HS256')
  },
)

should(
  'TOKEN-08',
  'from 2.4.4 a token, which anyone who holds it can read, carries neither e-mail nor name',
  {
    why: 'Tokens stand in logs, crash reports and browser stores. With e-mail or name in them, all of these hold personal data that has to be found and deleted on request.',
    in: jsonWebTokens,
    source: [issuer, recorded('token/valid#token')],
  },
  ({ issue, create }) => {
    const personal = ['/email', '/firstname', '/lastname'].map((place) => create.at(place).value)
    expectToken(issue, 'a token without e-mail and name', ({ header, claims }) =>
      [...Object.values(header), ...Object.values(claims)].every((value) => !personal.includes(value)),
    )
  },
)

may(
  'TOKEN-09',
  'from 2.4.4 a token holds nothing but kid, alg, uid, utypid, iat and exp: no typ, no issuer, no token id',
  {
    why: 'Readers with a strict schema refuse a claim or a header too many; and each one that clients begin to use is missing at the next shop.',
    in: jsonWebTokens,
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
  'before 2.4.4 every login gives a token of its own',
  {
    why: 'If logins shared a token, logging out on one device would log out all, and one stolen token could not be told from the others.',
    in: lacks('json-web-tokens'),
    source: [recorded('token/valid#second'), verified('tokens')],
  },
  ({ issue, 'issue again': again }) => {
    expect(again.at('')).toBe('another token than the first login’s', (token) => token !== issue.json)
  },
)

may(
  'TOKEN-11',
  'from 2.4.4 two logins within one second give the same token, and in different seconds different ones',
  {
    why: 'Clients that use the token as a key for a session see two logins as one; clients that expect equality later wait for it in vain.',
    in: jsonWebTokens,
    source: [issuer, recorded('token/valid#second'), verified('tokens')],
  },
  ({ issue, 'issue again': again, 'issue at once': third }) => {
    for (const [one, other] of [
      [issue, again],
      [again, third],
    ] as const) {
      const second = readToken(one.json)?.claims.iat
      expectToken(other, 'the earlier login’s token exactly when issued in its second', ({ claims }) => {
        return (claims.iat === second) === (other.json === one.json)
      })
    }
  },
)
