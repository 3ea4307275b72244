import type { Exchange } from '../recording/exchange.ts'
import type { Redactor } from '../recording/redact.ts'
import { get } from './client/request.ts'
import { TargetError } from './target.ts'

/** Sends a request to the shop with these headers in addition. */
export type Knock = (headers: Readonly<Record<string, string>>) => Promise<Exchange>

/** The request that tests whether the shop is accessible. It changes nothing; Magento answers it with a refusal. */
export const knock = get('/V1/customers/me')

/** The same for a storefront: the first page of every visit. */
export const firstPage = get('/customer/account/login/', {
  from: 'base',
  headers: { accept: 'text/html,*/*;q=0.8' },
  page: true,
})

/** What the suite found in front of the shop, and the headers that every request needs to pass it. */
export interface Door {
  readonly headers: Readonly<Record<string, string>>
  /**
   * Which requests pass it. In the last case those with any other Authorization header, such as a signature, do not.
   */
  readonly opens: 'nothing in front' | 'every request' | 'tokens and basic authentication'
}

/** Magento itself never requests credentials this way (dossier, 5.1). */
export function isBasicWall(answer: Exchange): boolean {
  return answer.status === 401 && answer.headers('www-authenticate').some((challenge) => /\bbasic\b/i.test(challenge))
}

/** True for Digest, NTLM and the like; not for a mock that adds the header to its JSON refusal. */
function isOtherWall(answer: Exchange): boolean {
  return answer.status === 401 && !isBasicWall(answer) && !answer.body.json && !!answer.header('www-authenticate')
}

/** An invalid token: basic authentication may let it pass, and Magento then refuses it. */
const someToken = 'Bearer not-a-token-of-this-shop'

/**
 * Finds a way past basic authentication in front of the shop, which needs the same Authorization header as a customer's
 * token: by a cookie that it sets, by another header, or because it lets requests with tokens pass.
 * @param answer the response without credentials
 * @param credentials `user:password`
 * @param given the setting, option or operand that the base URL comes from
 * @throws TargetError if there is no way
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
      `something in front of the shop requires authentication that the suite does not support (${answer.header('www-authenticate')}).\n${otherwise}`,
    )
  if (!isBasicWall(answer)) return { headers: {}, opens: 'nothing in front' }
  if (credentials === undefined)
    throw new TargetError(
      `the shop is behind basic authentication: set MAGENTO_BASIC_AUTH=user:password, or write both into ${given} (https://user:password@host)`,
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
  // Some proxies let requests with a token pass; only requests without one carry the credentials then.
  if (await passes({ authorization: someToken }))
    return { headers: { authorization: basic }, opens: 'tokens and basic authentication' }
  throw new TargetError(noWay)
}

const otherwise =
  'Let this machine in by its address, exempt the path /rest, or let the protection take another header and give that in MAGENTO_HEADERS.'

const noWay = `the basic authentication in front of the shop makes testing impossible: it takes the user name and password only in the header Authorization, where the customers’ tokens have to stand, and gives no cookie in their place.\n${otherwise}`

/** Magento's cookies do not help to pass. A PHP session shared by all requests would serialize them. */
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
