import { has } from '../../release/index.ts'
import { findDuplicateKey } from '../../src/judge/duplicate-keys.ts'
import { expect } from '../../src/judge/expect.ts'
import { requirementsOfRun } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import { each, jsonAnswers } from './every-answer.ts'

const { must, should, may } = requirementsOfRun('Headers and bytes')

must(
  'HEAD-01',
  'Every JSON response has the content type `application/json` with charset UTF-8',
  {
    why: 'Clients decide by this header whether to parse and how to decode. Without the charset, names with accents are decoded wrongly.',
    profile: 'shape',
    source: [recorded('create/documented#create'), code('framework/Webapi/Response.php:50', '2.4.7-p6')],
  },
  (exchanges) => {
    const bodies = jsonAnswers(exchanges).filter(({ body }) => body.json)
    each(bodies, 'JSON body', (answer) =>
      expect(answer).toHaveHeader('content-type', /^application\/json\s*;\s*charset="?utf-8"?$/i),
    )
  },
)

must(
  'HEAD-02',
  'No response may be stored by a cache',
  {
    why: 'A proxy or browser that keeps a profile shows it to the next person on the same machine or line.',
    profile: 'shape',
    in: has('no-store-on-every-answer'),
    source: [code('module-page-cache/Plugin/AppendNoStoreCacheHeader.php', '2.4.1'), verified('response-headers')],
    next: 'check whether a cache or proxy in front of the shop rewrites Cache-Control',
  },
  (exchanges) => {
    const bodies = jsonAnswers(exchanges).filter(({ body }) => body.json)
    each(bodies, 'JSON body', (answer) => expect(answer).toHaveHeader('cache-control', /\bno-store\b/i))
  },
)

should(
  'HEAD-03',
  'A response with 200 has `X-Frame-Options`, so that no other site can frame it',
  {
    why: 'A site that frames a response can trick a customer into clicking in it.',
    profile: 'shape',
    source: [recorded('create/documented#create'), verified('response-headers')],
  },
  (exchanges) => {
    // A module or the web server answers preflight requests of browsers, not the API.
    const successes = jsonAnswers(exchanges).filter(
      ({ status, data }) => status === 200 && data.request.method !== 'OPTIONS',
    )
    each(successes, 'success', (answer) => expect(answer).toHaveHeader('x-frame-options'))
  },
)

may(
  'HEAD-04',
  'No response has `Allow`, `ETag`, `Location`, `Retry-After` or `WWW-Authenticate`',
  {
    why: 'A client that uses one of these headers on one shop fails on the next. An `ETag` also lets caches keep personal data.',
    profile: 'shape',
    source: [verified('response-headers'), recorded('bearer/none#none')],
  },
  (exchanges) => {
    each(jsonAnswers(exchanges), 'answer', (answer) => {
      for (const name of ['allow', 'etag', 'location', 'retry-after', 'www-authenticate'])
        expect(answer).toLackHeader(name)
    })
  },
)

should(
  'HEAD-05',
  'A session cookie is `HttpOnly`: scripts cannot read it',
  {
    why: 'A script injected into any page of the shop could read the cookie and take over the session.',
    source: [verified('response-headers'), recorded('create/documented#create')],
  },
  (exchanges) => {
    const cookies = exchanges.flatMap((exchange) =>
      exchange.headers('set-cookie').map((cookie) => ({ exchange, cookie })),
    )
    const sessions = cookies.filter(({ cookie }) => /^PHPSESSID=/.test(cookie))
    each(sessions, 'session cookie', ({ exchange, cookie }) => {
      const attributes = cookie.split(';').slice(1).join(';')
      if (!/;?\s*httponly/i.test(attributes))
        throw new Unmet('PHPSESSID with HttpOnly', `PHPSESSID with${attributes}`, exchange)
    })
  },
)

should(
  'HEAD-11',
  'A cookie with `SameSite=None` is also `Secure`',
  {
    why: 'Browsers drop such a cookie without `Secure`, and with it the session. Where one keeps it, other sites send it along.',
    source: [{ kind: 'documentation', at: 'RFC 6265bis, section 5.7' }, verified('response-headers')],
    next: 'check session.cookie_samesite and web/cookie, and whether a proxy in front of the shop rewrites cookies',
  },
  (exchanges) => {
    const cookies = exchanges.flatMap((exchange) =>
      exchange.headers('set-cookie').map((cookie) => ({ exchange, cookie })),
    )
    each(cookies, 'cookie', ({ exchange, cookie }) => {
      const [first = '', ...attributes] = cookie.split(/\s*;\s*/)
      const has = (attribute: RegExp) => attributes.some((one) => attribute.test(one))
      if (has(/^samesite=none$/i) && !has(/^secure$/i))
        throw new Unmet(
          'SameSite=None only with Secure',
          `${first.split('=')[0]} with SameSite=None and without Secure`,
          exchange,
          'header set-cookie',
        )
    })
  },
)

must(
  'HEAD-06',
  'Every JSON body is valid UTF-8 without a byte order mark, and has no duplicate key',
  {
    why: 'Two parsers read different values from a duplicate key; a byte order mark or a broken character stops strict ones.',
    profile: 'shape',
    source: [recorded('create/firstname-unicode#call'), verified('json')],
  },
  (exchanges) => {
    const labelled = jsonAnswers(exchanges).filter((answer) => /json/i.test(answer.header('content-type') ?? ''))
    each(labelled, 'JSON body', (answer) => {
      if (!answer.body.json) throw new Unmet('strict JSON', answer.body.problem ?? 'none', answer)
      const key = findDuplicateKey(answer.body.text as string)
      if (key !== undefined) throw new Unmet('no key twice in one object', `"${key}" twice`, answer)
    })
  },
)
