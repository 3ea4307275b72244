import type { Redactor } from '../recording/redact.ts'
import type { Client } from './client/client.ts'
import { type Door, firstPage, knock, openDoor } from './door.ts'
import { reach } from './identify.ts'
import { addsSlash, overHttps, refuseRedirect } from './redirect.ts'

export interface Way {
  readonly baseUrl: string
  readonly client: Client
  readonly door: Door
}

interface Options {
  /**
   * Creates a client for a base URL.
   * @param carried returns the headers of each request
   * @param askedBefore requests sent before
   */
  readonly open: (baseUrl: string, carried: () => Readonly<Record<string, string>>, askedBefore: number) => Client
  /** Headers of every request, sent only once the host is known to be the one that was named. */
  readonly headers: Readonly<Record<string, string>>
  /** `user:password` of basic authentication in front of the shop. */
  readonly credentials: string | undefined
  readonly redactor: Redactor
  /** Prints what was corrected. */
  readonly say: (text: string) => void
  /** True if only storefront pages are requested there, and not the API; pages may redirect. */
  readonly pages?: boolean
  /** The setting, option or operand that the base URL comes from. */
  readonly given: string
}

/**
 * Determines how to access the shop before any password is sent: whether http redirects to https, whether the named
 * host answers itself, and how to pass a proxy in front of it.
 * @throws TargetError if it cannot be reached, redirects elsewhere, or refuses access
 */
export async function findWay(baseUrl: string, options: Options): Promise<Way> {
  const { open, headers, credentials, redactor, say, pages = false, given } = options
  const first = pages ? firstPage : knock
  let carried: Readonly<Record<string, string>> = {}
  const carrying = () => carried
  let client = open(baseUrl, carrying, 0)
  try {
    // Over plain http the extra headers are not sent before it is known that there is no redirect to https.
    if (baseUrl.startsWith('http:')) {
      const secure = overHttps(baseUrl, await reach(client, baseUrl, first, given))
      if (secure) {
        say(`${baseUrl} redirects to https: going on with ${secure}. Set ${given} to it.`)
        client.close()
        client = open(secure, carrying, client.asked)
        baseUrl = secure
      }
    }
    const ask = (more: Readonly<Record<string, string>>) => {
      carried = together(headers, more)
      return reach(client, baseUrl, first, given)
    }
    const answer = await ask({})
    if (!pages && !addsSlash(answer)) refuseRedirect(baseUrl, answer, given)
    const door = await openDoor(answer, credentials, ask, redactor, given)
    if (credentials !== undefined && door.opens === 'nothing in front')
      say('Nothing in front of the shop asks for basic authentication: its user name and password are not sent.')
    carried = together(headers, door.headers)
    return { baseUrl, client, door }
  } catch (error) {
    client.close()
    throw error
  }
}

/** Merges headers: cookies of both are sent; for any other header the second takes precedence. */
function together(
  first: Readonly<Record<string, string>>,
  second: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const cookies = [...Object.entries(first), ...Object.entries(second)].filter(([name]) => /^cookie$/i.test(name))
  const others = Object.entries({ ...first, ...second }).filter(([name]) => !/^cookie$/i.test(name))
  const cookie = cookies.map(([, value]) => value).join('; ')
  return { ...Object.fromEntries(others), ...(cookie ? { cookie } : {}) }
}
