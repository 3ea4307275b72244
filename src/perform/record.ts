import type { Grade } from '../recording/evidence.ts'
import { Exchange, type ExchangeData, type Header } from '../recording/exchange.ts'
import type { Redactor } from '../recording/redact.ts'
import type { Answered } from '../target/client/answered.ts'
import { cutPage } from '../target/storefront/cut.ts'
import { messagesCookie } from '../target/storefront/messages.ts'
import type { Selectors } from '../target/storefront/selectors.ts'
import type { Performed } from './run.ts'

/**
 * Replaces secrets; this is the only place that does so for exchanges. Registers the secrets of this exchange and
 * returns it twice: `live` for the scenario, `kept` for the recording.
 * @param page selectors of what to keep, for a storefront page
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

/** Reduces a storefront page, most of which belongs to the theme. Its form keys are as secret as its session. */
function cutToWhatIsRead(data: ExchangeData, selectors: Selectors, redactor: Redactor): ExchangeData {
  const { response } = data
  const { html, formKeys } = cutPage(response.body.toString('utf8'), selectors)
  for (const key of formKeys) redactor.learnRecognised(key)
  const body = response.body.length ? Buffer.from(html) : response.body
  return { ...data, page: { size: response.body.length }, response: { ...response, body } }
}

/** Redacts the whole result again, because later responses may have revealed further secrets. */
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
  // The text that a login returns is a secret, whatever form a mock gives it.
  if (/\/token\/?$/.test(new URL(request.url).pathname) && typeof exchange.json === 'string')
    redactor.learnToken(exchange.json)
}

/** Returns an exchange with placeholders for all known secrets. */
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
