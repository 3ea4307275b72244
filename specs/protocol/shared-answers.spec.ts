import { requirementsOfRun } from '../../src/judge/requirement.ts'
import { code, verified } from '../../src/judge/source.ts'
import { Unmet } from '../../src/judge/unmet.ts'
import { type Exchange, firstValue } from '../../src/recording/exchange.ts'
import { each, jsonAnswers } from './every-answer.ts'

const { must } = requirementsOfRun('Headers and bytes')

must(
  'HEAD-07',
  'No two responses start the same session: each visitor gets a separate one',
  {
    why: 'Two visitors with one session see each other’s cart and account. It happens when a cache keeps `Set-Cookie`.',
    source: [verified('response-headers'), verified('sessions-and-rest')],
    next: 'check whether a cache in front of the shop stores Set-Cookie',
  },
  (exchanges) => {
    const owners = new Map<string, Exchange>()
    const starting = exchanges.filter((exchange) => !bringsSession(exchange) && sessionsOf(exchange).length > 0)
    each(starting, 'answer that starts a session', (exchange) => {
      for (const session of new Set(sessionsOf(exchange))) {
        const owner = owners.get(session)
        if (owner) throw new Unmet('a session of its own', `the session that "${owner.name}" started`, exchange)
        owners.set(session, exchange)
      }
    })
  },
)

must(
  'HEAD-08',
  'No response allows a cache to store it: neither `public` nor with a lifetime',
  {
    why: 'A shared cache that may store a profile serves it to the next customer.',
    profile: 'shape',
    source: [verified('response-headers')],
    next: 'check whether a cache or proxy in front of the shop rewrites Cache-Control',
  },
  (exchanges) => {
    each(jsonAnswers(exchanges), 'answer', (answer) => {
      const control = answer.header('cache-control') ?? ''
      if (/\bpublic\b|\b(s-maxage|max-age)=0*[1-9]/i.test(control))
        throw new Unmet('an answer that no cache may keep', `Cache-Control: ${control}`, answer)
    })
  },
)

must(
  'HEAD-09',
  'No response to a request with a token comes from a shared cache',
  {
    why: 'A cache in front of the shop does not look at tokens. It serves one customer the profile of another, or an outdated one.',
    source: [verified('response-headers'), code('module-page-cache/Plugin/AppendNoStoreCacheHeader.php', '2.4.1')],
    next: 'configure the cache or CDN in front of the shop not to cache requests under /rest/ with an Authorization header',
  },
  (exchanges) => {
    const withToken = exchanges.filter(({ data }) => firstValue(data.request.headers, 'authorization') !== undefined)
    each(withToken, 'answer to a request with a token', (answer) => {
      const sign = cacheSign(answer)
      if (sign) throw new Unmet('an answer that the shop made for this request', sign, answer, `header ${nameOf(sign)}`)
    })
  },
)

must(
  'HEAD-10',
  'A request that accepts no packed answer gets none',
  {
    why: 'Small devices and simple scripts cannot unpack gzip. They get an answer that they cannot read, and report an outage.',
    source: [{ kind: 'documentation', at: 'RFC 9110, section 12.5.3' }, verified('response-headers')],
    next: 'check whether a server or CDN in front of the shop compresses every response, or caches compressed ones',
  },
  (exchanges) => {
    const asked = exchanges.filter(({ data }) => firstValue(data.request.headers, 'accept-encoding') === 'identity')
    each(asked, 'answer to a request that accepts no packing', (answer) => {
      const packing = answer.header('content-encoding') ?? 'identity'
      if (!/^identity$/i.test(packing))
        throw new Unmet('an answer that is not packed', packing, answer, 'header content-encoding')
    })
  },
)

/** Headers in which caches report whether a response came from the cache. */
const verdicts = [
  'x-magento-cache-debug',
  'x-cache',
  'x-cache-status',
  'x-proxy-cache',
  'cf-cache-status',
  'x-litespeed-cache',
]

/** Returns the header that shows that the response came from a cache; undefined if none does. */
function cacheSign(answer: Exchange): string | undefined {
  // Varnish reports hit-for-pass or hit-for-miss if it has stored that a response must not be cached.
  const hit = verdicts.find((name) => /\bhit\b(?!.?for.?(pass|miss))/i.test(answer.header(name) ?? ''))
  if (hit) return `${hit}: ${answer.header(hit)}`
  // A response older than its request came from a cache; that of a slow shop may have an age of a second.
  const age = Number(answer.header('age') ?? 0)
  return age * 1000 > answer.data.time + 1000 ? `age: ${answer.header('age')}` : undefined
}

const nameOf = (header: string) => header.split(':')[0]

const sessionsOf = (exchange: Exchange) =>
  exchange.headers('set-cookie').flatMap((cookie) => /^PHPSESSID=(?!deleted)([^;]+)/.exec(cookie)?.[1] ?? [])

const bringsSession = ({ data }: Exchange) =>
  data.request.headers.some(([name, value]) => name.toLowerCase() === 'cookie' && value.includes('PHPSESSID='))
