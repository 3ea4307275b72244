import type { Exchange } from '../recording/exchange.ts'
import type { Redactor } from '../recording/redact.ts'
import { get } from './client/request.ts'
import { TargetError } from './target.ts'

/** Asks the shop with these headers besides the run's own. */
export type Knock = (headers: Readonly<Record<string, string>>) => Promise<Exchange>

/** What is asked to find out whether the way is open: it changes nothing, and Magento answers it with a refusal. */
export const knock = get('/V1/customers/me')

/** The same of a storefront: the page that every visit begins with. */
export const firstPage = get('/customer/account/login/', {
  from: 'base',
  headers: { accept: 'text/html,*/*;q=0.8' },
  page: true,
})

/** What the suite found in front of the shop, and what every request carries to get past it. */
export interface Door {
  readonly headers: Readonly<Record<string, string>>
  /** What gets past it: with the last, nothing that carries another Authorization header. */
  readonly opens: 'nothing in front' | 'every request' | 'tokens and basic authentication'
}

/** Magento itself never asks for credentials this way (dossier, 5.1). */
export function isBasicWall(answer: Exchange): boolean {
  return answer.status === 401 && answer.headers('www-authenticate').some((challenge) => /\bbasic\b/i.test(challenge))
}

/** Digest, NTLM and the like; a mock of Magento that adds the header to its own refusal is none. */
function isOtherWall(answer: Exchange): boolean {
  return answer.status === 401 && !isBasicWall(answer) && !answer.body.json && !!answer.header('www-authenticate')
}

/** Any token: the wall must let it through, and Magento will not know it. */
const someToken = 'Bearer not-a-token-of-this-shop'

/**
 * Finds a way past basic authentication in front of the shop, which wants the one Authorization header that a
 * customer's token needs: by a cookie that it gives, by another header, or because it lets tokens through.
 * @param answer what the shop answered without credentials
 * @param credentials `user:password`
 * @param given the setting, option or operand that the base URL comes from
 * @throws TargetError when there is no way
 */
export async function openDoor(
  answer: Exchange,
  credentials: string | undefined,
  ask: Knock,
  redactor: Redactor,
  given: string,
): Promise<Door> {
  if (isOtherWall(answer))
    throw new TargetError(
      `what stands in front of the shop asks for authentication that the suite cannot give (${answer.header('www-authenticate')}).\n${otherwise}`,
    )
  if (!isBasicWall(answer)) return { headers: {}, opens: 'nothing in front' }
  if (credentials === undefined)
    throw new TargetError(
      `basic authentication stands in front of the shop: set MAGENTO_BASIC_AUTH=user:password, or write both into ${given} (https://user:password@host)`,
    )
  const basic = `Basic ${Buffer.from(credentials).toString('base64')}`
  const entered = await ask({ authorization: basic })
  if (isBasicWall(entered))
    throw new TargetError(
      `the basic authentication in front of the shop refuses the user name and password given (MAGENTO_BASIC_AUTH, or those in ${given})`,
    )
  const passes = async (headers: Record<string, string>) => !isBasicWall(await ask(headers))
  const cookie = cookiesOf(entered, redactor)
  for (const headers of [...(cookie ? [{ cookie }] : []), { 'proxy-authorization': basic }])
    if ((await passes(headers)) && (await passes({ ...headers, authorization: someToken })))
      return { headers, opens: 'every request' }
  // Some walls ask for nothing where there is a token; then whatever has none carries the credentials.
  if (await passes({ authorization: someToken }))
    return { headers: { authorization: basic }, opens: 'tokens and basic authentication' }
  throw new TargetError(noWay)
}

const otherwise =
  'Let this machine in by its address, exempt the path /rest, or let the protection take another header and give that in MAGENTO_HEADERS.'

const noWay = `the basic authentication in front of the shop makes testing impossible: it takes the user name and password only in the header Authorization, where the customers’ tokens have to stand, and gives no cookie in their place.\n${otherwise}`

/** Magento's own cookies say nothing to the wall, and one PHP session for all would make requests wait in a queue. */
const ofMagento = /^(PHPSESSID|form_key|private_content_version|persistent_shopping_cart|X-Magento-Vary)$/

function cookiesOf(answer: Exchange, redactor: Redactor): string {
  const pairs = answer.headers('set-cookie').flatMap((cookie) => {
    const [pair = ''] = cookie.split(';')
    const [name = '', ...value] = pair.split('=')
    if (ofMagento.test(name.trim()) || value.join('') === '') return []
    redactor.learn(value.join('=').trim())
    return [pair.trim()]
  })
  return pairs.join('; ')
}
