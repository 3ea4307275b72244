import { requirementsOfRun } from '../../src/judge/requirement.ts'
import { code, doc, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import { type Exchange, firstValue } from '../../src/recording/exchange.ts'
import { finderOf } from '../../src/recording/finder.ts'
import { decoded } from '../../src/shared/decoded.ts'
import { attributesOf, each, keysOf, sentValues } from './every-answer.ts'

const { must, should } = requirementsOfRun('What no answer gives away')

/** The tokens that the logins of the run returned, as JSON or as XML. */
const tokensOf = (exchanges: readonly Exchange[]): Set<string> =>
  new Set(exchanges.filter((exchange) => isLogin(exchange) && exchange.status === 200).flatMap(tokenIn))

function tokenIn({ json, body }: Exchange): string[] {
  const text = typeof json === 'string' ? json : /<response>\s*([\w.-]{32,})\s*<\/response>/.exec(body.text ?? '')?.[1]
  return text ? [text] : []
}

const isLogin = ({ data }: Exchange) => /\/token\/?$/.test(new URL(data.request.url).pathname)

must(
  'SAFE-01',
  'No response contains a password that was sent',
  {
    leak: true,
    why: 'Responses are logged, traced and attached to tickets. Everybody with access to those can read a password in one.',
    profile: 'shape',
    source: [doc('order-create-customer'), code('module-customer/Model/AccountManagement.php:848', '2.4.7-p6')],
  },
  (exchanges) => {
    // One case sends a password that equals the e-mail, and an e-mail is no secret.
    const passwords = [...sentValues(exchanges, ['password', 'newPassword', 'currentPassword'])].filter(
      (text) => !text.includes('@'),
    )
    each(passwords, 'password', () => {})
    noneHolds(exchanges, passwords, 'a password')
  },
)

must(
  'SAFE-02',
  'A token appears only in the body of the response to the login that issued it',
  {
    leak: true,
    why: 'Responses are logged, traced and attached to tickets. A token in one lets any reader act for the customer.',
    profile: 'shape',
    source: [doc('order-create-customer#get-token'), verified('objects')],
  },
  (exchanges) => {
    const tokens = tokensOf(exchanges)
    each([...tokens], 'token', () => {})
    noneHolds(
      exchanges.filter((exchange) => !isLogin(exchange)),
      tokens,
      'a token',
    )
    const holdsOne = finderOf(tokens)
    // SAFE-05 is about cookies.
    for (const login of exchanges.filter(isLogin))
      for (const [name, value] of login.data.response.headers)
        if (!/^set-cookie$/i.test(name) && holdsOne(readable(value)))
          throw new Unmet('the token only in the body', `a token in the header ${name}`, login, `header ${name}`)
  },
)

must(
  'SAFE-05',
  'No response sets a cookie with a customer token that scripts can read (without HttpOnly)',
  {
    leak: true,
    why: 'A script in the page reads a cookie that is not HttpOnly, and sends the token to its author. A module may keep the token in one that is.',
    profile: 'shape',
    source: [verified('response-headers'), verified('sessions-and-rest')],
  },
  (exchanges) => {
    const tokens = tokensOf(exchanges)
    each([...tokens], 'token', () => {})
    const holdsOne = finderOf(tokens)
    for (const exchange of exchanges)
      if (exchange.headers('set-cookie').some((cookie) => !/;\s*httponly/i.test(cookie) && holdsOne(readable(cookie))))
        throw new Unmet(
          'no cookie with a token',
          'a Set-Cookie header that contains a token',
          exchange,
          'header set-cookie',
        )
  },
)

should(
  'SAFE-06',
  'No response of the API sets a cookie that contains an e-mail',
  {
    leak: true,
    why: 'Browsers send a cookie with every request, also for images, and servers on the way may log it.',
    profile: 'shape',
    source: [verified('response-headers'), verified('sessions-and-rest')],
    next: 'check whether a module or a CDN stores the login in a cookie',
  },
  (exchanges) => {
    const answers = exchanges.filter(({ data }) => /\/rest\//.test(data.request.url))
    each(answers, 'answer', (answer) => {
      const cookie = answer.headers('set-cookie').find((one) => /[\w.+-]+@[\w-]+\.\w/.test(readable(one)))
      if (cookie !== undefined)
        throw new Unmet(
          'no cookie with an e-mail',
          `an e-mail in the cookie ${nameOf(cookie)}`,
          answer,
          'header set-cookie',
        )
    })
  },
)

must(
  'SAFE-03',
  'No response has a field for a password hash, a reset token or the lock state',
  {
    leak: true,
    why: 'A hash can be cracked offline, a reset token opens the account, and the lock state shows how many guesses are left.',
    profile: 'shape',
    source: [verified('objects'), code('module-customer/Api/Data/CustomerInterface.php', '2.4.7-p6')],
  },
  (exchanges) => {
    const hidden = [
      'password',
      'password_hash',
      'passwordHash',
      'rp_token',
      'rpToken',
      'rp_token_created_at',
      'failures_num',
      'first_failure',
      'lock_expires',
    ]
    each(exchanges, 'answer', (exchange) => {
      // The shop's own schema contains field names, no values of customers.
      if (/\/schema\b/.test(exchange.data.request.url)) return
      const key = fieldsOf(exchange).find((name) => hidden.includes(name))
      if (key) throw new Unmet('none of the hidden fields', `a field "${key}"`, exchange)
    })
  },
)

must(
  'SAFE-04',
  'A response contains only accounts that its own scenario created',
  {
    leak: true,
    why: 'A response with another person’s account is a leak of personal data, which the shop has to report.',
    source: [verified('sessions-and-rest'), doc('order-create-customer#get-token')],
    next: 'check whether a cache is between the suite and the shop, or a session contains another customer’s data',
  },
  (exchanges) => {
    const address = /contract-[0-9a-f]+-\d+(?:\+\w+)?@[\w.-]+\w/gi
    const accountOf = (email: string) => email.toLowerCase().replace(/\+\w+/, '')
    const known = new Map<string, Set<string>>()
    each(exchanges, 'answer', (exchange) => {
      const { scenario, request, response } = exchange.data
      const own = known.get(scenario) ?? new Set()
      known.set(scenario, own)
      const asked = `${decoded(request.url)} ${request.body?.toString('utf8') ?? ''}`
      for (const [email] of asked.matchAll(address)) own.add(accountOf(email))
      for (const [email] of response.body.toString('utf8').matchAll(address))
        if (!own.has(accountOf(email)))
          throw new Unmet('no data of another customer', `the e-mail of another customer, ${email}`, exchange)
    })
  },
)

/** All field names of a response in JSON or XML, including codes of custom attributes. */
function fieldsOf({ json, body, data }: Exchange): string[] {
  if (body.json) return [...keysOf(json), ...attributesOf(json)]
  const xml = /xml/i.test(firstValue(data.response.headers, 'content-type') ?? '')
  return xml
    ? [...(body.text ?? '').matchAll(/<(\w+)[\s/>]|<attribute_code>(\w+)</g)].flatMap((found) => found.slice(1))
    : []
}

function noneHolds(exchanges: readonly Exchange[], secrets: Iterable<string>, what: string): void {
  const holdsOne = finderOf(secrets)
  for (const exchange of exchanges)
    if (holdsOne(exchange.everything))
      throw new Unmet(`an answer without ${what}`, `${what} is in the answer with status ${exchange.status}`, exchange)
}

const nameOf = (cookie: string) => cookie.split('=')[0]

const mostLayers = 2

/** Returns a text with its percent-encoding decoded, followed by the base64 contents in it. */
function readable(value: string, layers = mostLayers): string {
  const plain = decoded(value)
  const inside = [...plain.matchAll(/[\w+/-]{16,}/g)].map(([text]) => Buffer.from(text, 'base64').toString('latin1'))
  return layers === 0 ? plain : [plain, ...inside.map((text) => readable(text, layers - 1))].join('\n')
}
