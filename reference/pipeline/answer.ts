import { answerGraphql } from '../graphql/answer.ts'
import { adminStore } from '../store.ts'
import { answerStorefront } from '../storefront/routes.ts'
import type { Answer, AnswerListener, Call, HttpRequest, HttpResponse, Shop } from '../types.ts'
import { formatFor } from './accept.ts'
import { errorPageHeaders } from './headers.ts'
import { errorPage, versionPage } from './pages.ts'
import { restPath } from './path.ts'
import { parseQuery } from './query.ts'
import { render } from './render.ts'
import { answerRest } from './rest.ts'

/** Processes a request and passes the response to the listeners before it is rendered. */
export async function answer(shop: Shop, listeners: AnswerListener[], request: HttpRequest): Promise<HttpResponse> {
  const call = begin(request)
  let result = await decide(shop, call)
  for (const listener of listeners) result = listener(call, result) || result
  const bodiless = call.method === 'HEAD'
  const body = bodiless ? '' : render(shop, call, result)
  return { status: result.status, headers: result.headers, body }
}

function begin(request: HttpRequest): Call {
  const [path = '', ...query] = request.url.split('?')
  return {
    method: request.method.toUpperCase(),
    url: request.url,
    path,
    query: parseQuery(query.join('?')),
    headers: lowerCased(request.headers),
    body: request.body,
    clientAddress: request.clientAddress ?? '127.0.0.1',
    store: adminStore,
    format: 'json',
    user: undefined,
    params: {},
    input: {},
    arguments: {},
    session: false,
    dropped: [],
  }
}

function lowerCased(headers: HttpRequest['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  )
}

async function decide(shop: Shop, call: Call): Promise<Answer> {
  const rest = restPath(call.path)
  if (rest === undefined) return elsewhere(shop, call)
  const format = formatFor(call.headers.accept ?? '')
  // A shop that cannot serve the type fails before any other check.
  if (!format) return { status: 500, headers: errorPageHeaders(shop, call), value: undefined, body: errorPage(shop) }
  call.format = format
  return answerRest(shop, call, rest)
}

async function elsewhere(shop: Shop, call: Call): Promise<Answer> {
  const path = call.path.replace(/^\/index\.php/, '').replace(/\/$/, '')
  if (path === '/graphql') return answerGraphql(shop, call)
  const shown = answerStorefront(shop, call, path)
  if (shown) return shown
  return versionPage(shop, call, path === '/magento_version')
}
