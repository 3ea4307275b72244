import { Cookie, CookieJar } from 'tough-cookie'

/** The cookies of one visitor of one host. */
export class Cookies {
  readonly #url: string
  readonly #jar: CookieJar

  constructor(url: string, jar = new CookieJar(undefined, { rejectPublicSuffixes: false })) {
    this.#url = url
    this.#jar = jar
  }

  /** Remembers what an answer sets. */
  take(setCookies: readonly string[], path: string): void {
    for (const text of setCookies) {
      const cookie = Cookie.parse(text)
      if (!cookie) continue
      // All go to this host and no other: behind a tunnel or a proxy a shop names its own, and a browser's user too.
      cookie.domain = null
      this.#jar.setCookieSync(cookie, this.#url + path, { ignoreError: true })
    }
  }

  /** The value of the request header for a path; empty when there is none. */
  header(path: string): string {
    return this.#jar.getCookieStringSync(this.#url + path)
  }

  /** Another visitor with the same cookies. */
  copy(): Cookies {
    return new Cookies(this.#url, this.#jar.cloneSync())
  }
}
