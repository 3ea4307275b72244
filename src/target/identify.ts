import { distributedAs, isNewerThanKnown, parseRelease } from '../../release/index.ts'
import type { Exchange } from '../recording/exchange.ts'
import { frontOf, isHtml, refusalTexts } from '../recording/front.ts'
import { describe } from '../recording/show.ts'
import { assumedRelease } from './assumed-release.ts'
import { type Client, NoAnswer } from './client/client.ts'
import { Challenged, Unavailable } from './client/no-answer.ts'
import { type Ask, get, post } from './client/request.ts'
import { askIfAnswered, askUnrecorded } from './client/unrecorded.ts'
import { knock } from './door.ts'
import { storeConfig } from './probe.ts'
import { refuseRedirect } from './redirect.ts'
import { UnknownStore } from './settings.ts'
import { type Target, TargetError } from './target.ts'

/**
 * Connects to the target, checks that it is a Magento or a mock of one, and determines its release.
 * @param stated the release that the user states
 * @param given the setting, option or operand that the base URL comes from
 * @throws TargetError if it cannot be reached or is something else, UsageError for an unknown store code
 */
export async function identify(
  client: Client,
  baseUrl: string,
  store: string,
  stated: string | undefined,
  given: string,
): Promise<Pick<Target, 'magentoVersion' | 'release'>> {
  // Sequentially: a newly deployed shop generates code during its first requests.
  const me = await reach(client, baseUrl, knock, given)
  const login = await reach(client, baseUrl, post('/V1/integration/customer/token', {}), given)
  const magentoVersion = await versionOf(client)
  if (me.at('/message').value === 'Specified request cannot be processed.')
    throw await unknownStore(client, baseUrl, store)
  if (![me, login].some(answersLikeMagento)) {
    refuseRedirect(baseUrl, me, given)
    const atRoot = await askIfAnswered(client, get(knock.path, { from: 'base' }))
    throw new TargetError(notMagento(baseUrl, me, atRoot, given))
  }
  return { magentoVersion, release: await releaseOf(client, magentoVersion, stated) }
}

/** Returns the error for an unknown store code, with the default one according to GraphQL. */
async function unknownStore(client: Client, baseUrl: string, store: string): Promise<UnknownStore> {
  const code = (await askIfAnswered(client, storeConfig('code')))?.at('/data/storeConfig/code').value
  const byDefault = typeof code === 'string' ? code : undefined
  const named = byDefault === undefined ? '' : `: its default one is "${byDefault}"`
  return new UnknownStore(
    `MAGENTO_STORE_CODE is "${store}": ${baseUrl} knows no such store view${named}; set MAGENTO_STORE_CODE to the code of one (Stores > All Stores)`,
    byDefault,
  )
}

/** Returns the version from the page `/magento_version`; a shop may lack it, or take long to generate it. */
async function versionOf(client: Client): Promise<string | undefined> {
  const page = get('/magento_version', { from: 'base', headers: { accept: '*/*' } })
  const text = (await askIfAnswered(client, page))?.data.response.body.toString('utf8')
  return /^(Magento|Mage-OS)\/\S+( \(.*\))?/.exec(text ?? '')?.[0]
}

/**
 * @param given the setting, option or operand that the base URL comes from
 * @throws TargetError if no answer comes
 */
export async function reach(client: Client, baseUrl: string, request: Ask, given: string): Promise<Exchange> {
  try {
    return await askUnrecorded(client, request)
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error
    if (error instanceof Challenged) throw new TargetError(error.message)
    if (error instanceof Unavailable)
      throw new TargetError(`${baseUrl} is not available (maintenance mode?).\n${error.message}`)
    throw new TargetError(
      `${baseUrl} cannot be reached: ${error.message}\nCheck ${given}, and that the shop is up and open to this machine.`,
    )
  }
}

/**
 * True for a refusal with Magento's `message`, or for a customer: a shop that returns one without a token must be
 * judged for it. Also for a mock that refuses with problem details (RFC 9457), whose text is `title`.
 */
function answersLikeMagento(answer: Exchange): boolean {
  const has = (field: string) => typeof answer.at(field).value === 'string'
  if (answer.status === 200) return has('/email')
  if (![400, 401].includes(answer.status)) return false
  // JSON after a PHP notice is the shop's too, and is judged.
  if (answer.body.json === undefined) return /\{"message":"[^<]*$/.test(answer.data.response.body.toString('utf8'))
  return has('/message') || has('/title')
}

function notMagento(baseUrl: string, me: Exchange, atRoot: Exchange | undefined, given: string): string {
  const seen = `GET ${new URL(me.data.request.url).pathname} answers ${describe(me)}`
  const front = frontOf(me.data.response)
  if (front && me.status !== 503) {
    const { sentence, next } = refusalTexts('GET', me.status, front)
    return `${sentence}\n${next}`
  }
  if (me.status === 503) return `${baseUrl} is not available (maintenance mode?).\n${seen}`
  if (atRoot && answersLikeMagento(atRoot))
    return `${baseUrl} answers at ${knock.path}, and a shop does below /rest: ${seen}\nLet the mock answer there as well: its clients ask for /rest/default/V1/… or /rest/V1/….`
  const { headers, body } = me.data.response
  const isPage = me.status !== 404 && isHtml(headers, body)
  const expected = me.body.json ? ', and Magento refuses that without a token with 401 and a "message"' : ''
  const next = isPage
    ? `If that is a login page in front of the shop, give what lets this machine in: MAGENTO_BASIC_AUTH for basic authentication, or MAGENTO_HEADERS. If not, check ${given}: it`
    : `Check ${given}: it`
  return `${baseUrl} is not a Magento: ${seen}${expected}\n${next} must be the shop’s base URL, without /rest; a path of its own is fine.`
}

async function releaseOf(
  client: Client,
  magentoVersion: string | undefined,
  stated: string | undefined,
): Promise<Target['release']> {
  if (stated) return { name: stated, source: 'stated' }
  const below = distributedAs(magentoVersion ?? '')
  if (below) return { name: below.release, source: 'assumed' }
  const minor = /^Magento\/(\d+\.\d+)/.exec(magentoVersion ?? '')?.[1]
  // A minor version newer than all known releases is judged by the newest known one, but reported by its own number.
  const name =
    minor && isNewerThanKnown(parseRelease(`${minor}.0`)) ? `${minor}.0` : await assumedRelease(client, minor)
  return { name, source: 'assumed' }
}
