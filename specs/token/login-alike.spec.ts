import { requirementsOfRun } from '../../src/judge/requirement.ts'
import { code, recorded, verified } from '../../src/judge/source.ts'
import { inapplicable, Unmet } from '../../src/judge/unmet.ts'
import type { Exchange } from '../../src/recording/exchange.ts'

const { should } = requirementsOfRun('Get the token')

/** Number of responses of each kind from which on a difference is no coincidence. */
const enough = 3

should(
  'TOKEN-40',
  'No header and no byte of the body tells a wrong password from an unknown e-mail',
  {
    why: 'Programs that collect the e-mails of customers look at the whole answer. One header that only existing accounts have is enough.',
    source: [
      code('module-integration/Model/CustomerTokenService.php:105', '2.4.7-p6'),
      recorded('token/wrong-password#wrong'),
      recorded('token/wrong-password#unknown'),
      verified('response-headers'),
    ],
    next: 'look for a module, or a rule of the web server, that handles failed logins of existing accounts differently',
  },
  (exchanges) => {
    const accounts = accountsIn(exchanges)
    const failed = exchanges.filter(isFailedLogin)
    // An account is of one scenario, whose exchanges are in the order in which they took place.
    const when = new Map(exchanges.map((exchange, index) => [exchange, index]))
    const known = failed.filter((login) => accounts.get(nameIn(login))?.isOne(Number(when.get(login))))
    const unknown = failed.filter((login) => !accounts.get(nameIn(login))?.isThere(Number(when.get(login))))
    if (known.length < enough || unknown.length < enough)
      inapplicable(`the run saw fewer than ${enough} failed logins of each kind`)
    for (const [place, read] of Object.entries(signs(failed))) {
      const [one, other] = [known, unknown].map((logins) => new Set(logins.map(read))) as [Set<string>, Set<string>]
      const [ofKnown, ofUnknown] = [[...one][0], [...other][0]]
      // What differs among answers of one kind too has another reason.
      if (one.size === 1 && other.size === 1 && ofKnown !== ofUnknown)
        throw new Unmet(`${ofKnown}, as with a wrong password,`, `${ofUnknown}`, unknown[0], place)
    }
  },
)

/**
 * What of an answer may tell: which headers it has, and the body. The values of headers say nothing: the time, or the
 * server that answered, may be the same for all failed logins of one scenario.
 */
function signs(answers: readonly Exchange[]): Record<string, (answer: Exchange) => string> {
  const names = new Set(answers.flatMap(({ data }) => data.response.headers.map(([name]) => name.toLowerCase())))
  const headers = [...names].map((name) => {
    const read = (answer: Exchange) => (answer.header(name) === undefined ? `no header ${name}` : `a header ${name}`)
    return [`header ${name}`, read] as const
  })
  return Object.fromEntries([...headers, ['body', ({ body }: Exchange) => body.text ?? '']])
}

interface Account {
  /** Whether answers had named it by then. */
  isThere(moment: number): boolean
  /** Whether it was an account then, and stayed one: it was neither deleted nor given another e-mail. */
  isOne(moment: number): boolean
}

/** The accounts of which answers tell, by their e-mail in small letters. */
function accountsIn(exchanges: readonly Exchange[]): ReadonlyMap<string, Account> {
  const emails = new Map<number, Set<string>>()
  const since = new Map<string, number>()
  for (const [index, answer] of exchanges.entries()) {
    const [id, email] = [answer.at('/id').value, answer.at('/email').value]
    if (answer.status !== 200 || typeof id !== 'number' || typeof email !== 'string') continue
    const name = email.toLowerCase()
    emails.set(id, (emails.get(id) ?? new Set()).add(name))
    if (!since.has(name)) since.set(name, index)
  }
  const deleted = exchanges.flatMap(({ status, data }) =>
    data.request.method === 'DELETE' && status === 200 ? Number(data.request.url.split('/').at(-1)) : [],
  )
  const changed = [...emails].flatMap(([id, names]) => (names.size > 1 || deleted.includes(id) ? [...names] : []))
  const accounts = [...since].map(([name, from]) => {
    const isThere = (moment: number) => moment > from
    return [name, { isThere, isOne: (moment: number) => isThere(moment) && !changed.includes(name) }] as const
  })
  return new Map(accounts)
}

/** A login in JSON that was refused, in the usual way and without anything else that might matter. */
function isFailedLogin(exchange: Exchange): boolean {
  const { method, url, headers } = exchange.data.request
  const { pathname, search } = new URL(url)
  const isLogin = method === 'POST' && /\/V1\/integration\/customer\/token$/.test(pathname) && search === ''
  const isPlain =
    typeof exchange.sent('/username').value === 'string' &&
    !headers.some(([name]) => /^(authorization|cookie)$/i.test(name))
  return isLogin && isPlain && exchange.status === 401
}

const nameIn = (login: Exchange) => String(login.sent('/username').value).toLowerCase()
