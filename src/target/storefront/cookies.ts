import { Cookie, CookieJar } from 'tough-cookie'

/** A cookie jar for one host. */
export class Cookies {
  readonly #url: string
  readonly #jar: CookieJar

  constructor(url: string, jar = new CookieJar(undefined, { rejectPublicSuffixes: false })) {
    this.#url = url
    this.#jar = jar
  }

  /** Stores the cookies that a response sets. */
  take(setCookies: readonly string[], path: string): void {
    for (const text of setCookies) {
      const cookie = Cookie.parse(text)
      if (!cookie) continue
      // The domain is ignored: behind a tunnel or a proxy a shop names its own host, and only this host is requested.
      cookie.domain = null
      this.#jar.setCookieSync(cookie, this.#url + path, { ignoreError: true })
    }
  }

  /** Returns the `Cookie` header for a path; empty if there are no cookies. */
  header(path: string): string {
    return this.#jar.getCookieStringSync(this.#url + path)
  }

  /** Returns a separate jar with the same cookies. */
  copy(): Cookies {
    return new Cookies(this.#url, this.#jar.cloneSync())
  }
}
