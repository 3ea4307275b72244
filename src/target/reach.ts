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
   * Makes a client of a base URL.
   * @param carried what its requests carry, asked for each anew
   * @param askedBefore how many requests were made before
   */
  readonly open: (baseUrl: string, carried: () => Readonly<Record<string, string>>, askedBefore: number) => Client
  /** What every request carries once the host is known to be the one that was named. */
  readonly headers: Readonly<Record<string, string>>
  /** `user:password` of basic authentication in front of the shop. */
  readonly credentials: string | undefined
  readonly redactor: Redactor
  /** Tells the person who runs the suite what was corrected. */
  readonly say: (text: string) => void
  /** Whether only pages are asked there, which may lead on as they like, and not the API. */
  readonly pages?: boolean
  /** The setting, option or operand that the base URL comes from. */
  readonly given: string
}

/**
 * Finds the way to the shop before anything with a password is sent: whether http leads on to https, whether the host
 * that was named answers itself, and how to get past what stands in front of it.
 * @throws TargetError when it cannot be reached, redirects elsewhere, or lets nobody in
 */
export async function findWay(baseUrl: string, options: Options): Promise<Way> {
  const { open, headers, credentials, redactor, say, pages = false, given } = options
  const first = pages ? firstPage : knock
  let carried: Readonly<Record<string, string>> = {}
  const carrying = () => carried
  let client = open(baseUrl, carrying, 0)
  try {
    // Over plain http not even the extra headers are shown before it is known that there is no https.
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

/** Cookies of both are sent; any other header of the second takes the place of the first's. */
function together(
  first: Readonly<Record<string, string>>,
  second: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const cookies = [...Object.entries(first), ...Object.entries(second)].filter(([name]) => /^cookie$/i.test(name))
  const others = Object.entries({ ...first, ...second }).filter(([name]) => !/^cookie$/i.test(name))
  const cookie = cookies.map(([, value]) => value).join('; ')
  return { ...Object.fromEntries(others), ...(cookie ? { cookie } : {}) }
}
