import { randomBytes } from 'node:crypto'
import type { Asked, Step } from '../../recording/asked.ts'
import type { Exchange } from '../../recording/exchange.ts'
import type { Halt } from '../../recording/recording.ts'
import { readDocument, select } from '../../shared/html.ts'
import type { Ask } from '../client/request.ts'
import { Cookies } from './cookies.ts'
import { type Form, readForm } from './form.ts'
import { demandsCaptcha, elsewhere, keptByCache } from './obstacle.ts'
import { pathBelow } from './path.ts'
import { noMarkup, type SelectorName, type Selectors } from './selectors.ts'

/** Sends and records requests, as a stage does. */
export interface Asking {
  ask<const Name extends string>(name: Name, request: Ask): Step<Asked<Name>, Exchange>
  /** Registers a secret for redaction and returns it. */
  secret(value: string): string
}

/**
 * A visitor of the storefront with separate cookies and without JavaScript. It does not follow redirects: a scenario
 * requests each page by name.
 */
export class Visitor {
  readonly #through: Asking
  readonly #baseUrl: string
  readonly #cookies: Cookies

  /** @param baseUrl of the storefront, without a trailing slash */
  constructor(through: Asking, baseUrl: string, cookies = new Cookies(baseUrl)) {
    this.#through = through
    this.#baseUrl = baseUrl
    this.#cookies = cookies
  }

  /** Requests a page. @param path below the storefront's base URL, or a URL, of which only the path counts */
  visit<const Name extends string>(name: Name, path: string): Step<Asked<Name>, Exchange> {
    return this.#send(name, { method: 'GET', path: pathBelow(this.#baseUrl, path) })
  }

  /**
   * Submits a form. If neither the form nor its page has a form key, a random one is sent as cookie and field, as the
   * shop's scripts do for a cached page.
   * @param values field values to enter; `undefined` removes a field of the form
   */
  submit<const Name extends string>(
    name: Name,
    form: Form,
    values: Readonly<Record<string, string | undefined>>,
  ): Step<Asked<Name>, Exchange> {
    const key = form.hidden.form_key || 'form_key' in values ? {} : { form_key: this.#keyOfOwn() }
    const fields = Object.entries({ ...form.hidden, ...key, ...values })
    const sent = fields.filter((field): field is [string, string] => field[1] !== undefined)
    return this.#send(name, {
      method: 'POST',
      path: pathBelow(this.#baseUrl, form.action),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(sent).toString(),
    })
  }

  /** The `Cookie` header for `/`. */
  get cookie(): string {
    return this.#cookies.header('/')
  }

  /** Returns a second visitor with a copy of the current cookies. */
  copy(): Visitor {
    return new Visitor(this.#through, this.#baseUrl, this.#cookies.copy())
  }

  #keyOfOwn(): string {
    const [, known] = /(?:^|; )form_key=([^;]+)/.exec(this.#cookies.header('/')) ?? []
    if (known) return known
    const key = this.#through.secret(randomBytes(8).toString('hex'))
    this.#cookies.take([`form_key=${key}; path=/`], '/')
    return key
  }

  async *#send<const Name extends string>(
    name: Name,
    request: Pick<Ask, 'method' | 'path' | 'body' | 'headers'>,
  ): Step<Asked<Name>, Exchange> {
    const cookie = this.#cookies.header(request.path)
    const headers = { accept: 'text/html,*/*;q=0.8', ...(cookie ? { cookie } : {}), ...request.headers }
    const answer = yield* this.#through.ask(name, { ...request, headers, from: 'base', page: true })
    this.#cookies.take(answer.headers('set-cookie'), request.path)
    return answer
  }
}

const captcha = '.field-recaptcha, .g-recaptcha, [name="g-recaptcha-response"], [name^="captcha["]'

/** Returns a form of a page, or the reason why it has none. */
export function formIn(page: Exchange, name: SelectorName, selectors: Selectors): Form | Halt {
  const away = elsewhere(page)
  if (away) return away
  const document = readDocument(page.body.text ?? '')
  const [element] = select(selectors[name], document)
  if (!element) return { kind: 'inapplicable', why: noMarkup(page, name, selectors[name]) }
  if (select(captcha, element).length > 0) return demandsCaptcha
  const form = readForm(element, document)
  return form.hidden.form_key && isOfNoSession(page) ? keptByCache : form
}

/** True if the page was requested without cookies and set none. */
function isOfNoSession(page: Exchange): boolean {
  const { request } = page.data
  return page.headers('set-cookie').length === 0 && !request.headers.some(([name]) => /^cookie$/i.test(name))
}
