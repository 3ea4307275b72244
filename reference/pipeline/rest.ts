import { createHash, randomUUID } from 'node:crypto'
import { bind } from '../binding/bind.ts'
import { Breakdown } from '../errors.ts'
import type { Answer, Call, Shop } from '../types.ts'
import { checkAccess } from './access.ts'
import { decodeBody } from './body.ts'
import { checkCaptcha, checkImageCaptcha } from './captcha.ts'
import { filterFields } from './fields.ts'
import { apiHeaders, schemaHeaders } from './headers.ts'
import { match } from './match.ts'
import { locate, type Place } from './path.ts'
import { checkVerb } from './verb.ts'

/** Answers a request of the REST API; the order of the steps decides which error is returned. */
export async function answerRest(shop: Shop, call: Call, path: string): Promise<Answer> {
  try {
    if (shop.rules.unsupportedVerbIs405) checkVerb(shop.rules, call.method)
    const place = locate(shop.store, path)
    call.store = place.store
    call.user = shop.services.currentUser(call)
    if (place.kind === 'schema') return await schema(shop, call)
    checkVerb(shop.rules, call.method)
    return await serve(shop, call, place)
  } catch (error) {
    const failure = shop.services.renderError(error)
    const headers = apiHeaders(shop, call, failure.status)
    if (failure.body === undefined) return { ...failure, headers }
    return { ...failure, headers: [['Content-Type', 'text/plain;charset=UTF-8'], ...headers.slice(1)] }
  }
}

async function serve(shop: Shop, call: Call, place: Place): Promise<Answer> {
  const found = match(shop.routes, shop.rules, call.method, place.path)
  call.route = found.route
  call.params = found.params
  checkAccess(shop, call, found.route)
  checkCaptcha(shop, call, found.route)
  const body = decodeBody(call.headers['content-type'] ?? '', call.body)
  if (place.kind === 'async') return accept(shop, call, body)
  call.input = inputOf(call, body)
  call.arguments = bind(shop, call, found.route.parameters)
  checkImageCaptcha(shop, call, found.route)
  const value = await execute(shop, call)
  const shown = filterFields(value, call.query.fields)
  return { status: 200, headers: apiHeaders(shop, call, 200), value: shown }
}

/** Bodies of GET and DELETE are decoded but ignored. The id of the token's owner overrides everything. */
function inputOf(call: Call, body: Record<string, unknown>): Record<string, unknown> {
  const written = call.method === 'POST' || call.method === 'PUT' ? body : {}
  const input: Record<string, unknown> = { ...written, ...call.query, ...call.params }
  // Magento writes the caller's id into the customer, which creates the object if it is missing.
  if (call.route?.operation === 'customer.saveMe' && !('customer' in input)) input.customer = {}
  const access = call.route?.access
  if (access !== 'self' || !call.route?.parameters.some(({ name }) => name === 'customerId')) return input
  delete input.customer_id
  return { ...input, customerId: call.user?.type === 'customer' ? call.user.id : undefined }
}

async function execute(shop: Shop, call: Call): Promise<unknown> {
  const { route } = call
  const operation = shop.operations[route?.operation ?? '']
  if (!operation) throw new Breakdown(`no operation ${route?.operation}`)
  const touches = route?.sessionless
  if (!touches) call.session = true
  const value = await operation(call)
  if (touches === 'on failure') call.session = true
  return value
}

/** Asynchronous requests are only accepted. Older shops fail without a message broker. */
function accept(shop: Shop, call: Call, body: Record<string, unknown>): Answer {
  call.session = true
  if (!shop.rules.asyncIsServed) throw new Breakdown('no message broker')
  const hash = createHash('sha256').update(JSON.stringify(body)).digest('hex')
  const value = {
    bulk_uuid: randomUUID(),
    request_items: [{ id: 0, data_hash: hash, status: 'accepted' }],
    errors: false,
  }
  return { status: 202, headers: apiHeaders(shop, call, 202), value }
}

async function schema(shop: Shop, call: Call): Promise<Answer> {
  if (!call.user) call.session = true
  const value = await shop.operations.schema?.(call)
  call.format = 'json'
  return { status: 200, headers: schemaHeaders(shop, call), value }
}
