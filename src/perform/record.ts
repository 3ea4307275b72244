import type { Grade } from '../recording/evidence.ts'
import { Exchange, type ExchangeData, type Header } from '../recording/exchange.ts'
import type { Redactor } from '../recording/redact.ts'
import type { Answered } from '../target/client/answered.ts'
import { cutPage } from '../target/storefront/cut.ts'
import { messagesCookie } from '../target/storefront/messages.ts'
import type { Selectors } from '../target/storefront/selectors.ts'
import type { Performed } from './run.ts'

/**
 * The one place where secrets are replaced: learns those of this exchange and gives both sides of it, the live one
 * for the scenario to go on with and the one to keep.
 * @param page what is read of it, where it is a page of the storefront
 */
export function capture(
  scenario: string,
  name: string,
  answered: Answered & { readonly evidence?: Grade },
  redactor: Redactor,
  page?: Selectors,
): { live: Exchange; kept: Exchange } {
  const data: ExchangeData = {
    scenario,
    name,
    startedAt: answered.startedAt,
    time: answered.time,
    ...(answered.retries ? { retries: answered.retries } : {}),
    ...(answered.evidence ? { evidence: answered.evidence } : {}),
    request: answered.request,
    response: answered.response,
  }
  const live = new Exchange(data)
  learn(live, redactor)
  return { live, kept: redactedExchange(page ? cutToWhatIsRead(data, page, redactor) : data, redactor) }
}

/** A page is large, and most of it is the theme's. Its form keys are secrets as its session is. */
function cutToWhatIsRead(data: ExchangeData, selectors: Selectors, redactor: Redactor): ExchangeData {
  const { response } = data
  const { html, formKeys } = cutPage(response.body.toString('utf8'), selectors)
  for (const key of formKeys) redactor.learnRecognised(key)
  const body = response.body.length ? Buffer.from(html) : response.body
  return { ...data, page: { size: response.body.length }, response: { ...response, body } }
}

/** All that a run gives, once more: an answer may show what only a later one told to be a secret. */
export function redacted(redactor: Redactor, { recording, accounts, budget }: Performed): Performed {
  const { meta, exchanges, mails, outcomes } = recording
  return {
    recording: {
      meta: redactor.applyToData(meta),
      exchanges: exchanges.map(({ data }) => redactedExchange(data, redactor)),
      mails: redactor.applyToData(mails),
      outcomes: redactor.applyToData(outcomes),
    },
    accounts: redactor.applyToData(accounts),
    budget,
  }
}

function learn(exchange: Exchange, redactor: Redactor): void {
  const { request, response } = exchange.data
  redactor.learnFrom(response.body.toString('latin1'))
  for (const [, value] of response.headers) redactor.learnFrom(value)
  for (const cookie of exchange.headers('set-cookie')) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    if (value !== 'deleted' && name !== messagesCookie) redactor.learnRecognised(value)
  }
  // Whatever a login answers is the secret, of whatever form a mock makes it.
  if (/\/token\/?$/.test(new URL(request.url).pathname) && typeof exchange.json === 'string')
    redactor.learnToken(exchange.json)
}

/** An exchange with stand-ins for every secret known so far. */
function redactedExchange(data: ExchangeData, redactor: Redactor): Exchange {
  const headers = (list: readonly Header[]): Header[] =>
    list.map(([name, value]) => [redactor.apply(name), redactor.apply(value)])
  const { request, response } = data
  return new Exchange({
    ...data,
    request: {
      method: request.method,
      url: redactor.apply(request.url),
      headers: headers(request.headers),
      ...(request.body ? { body: redactor.applyToBytes(request.body) } : {}),
    },
    response: {
      ...response,
      statusText: redactor.apply(response.statusText),
      headers: headers(response.headers),
      body: redactor.applyToBytes(response.body),
    },
  })
}
