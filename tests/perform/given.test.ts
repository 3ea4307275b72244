import { beforeAll, describe, expect, test } from 'vitest'
import { without } from '../../faults/changes/requests.ts'
import { directTarget } from '../../faults/direct-target.ts'
import { missing, unfit } from '../../src/perform/given.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import type { Recording } from '../../src/recording/recording.ts'
import { isObject } from '../../src/shared/json/object.ts'
import { type Ask, get, put } from '../../src/target/client/request.ts'
import { record } from '../support/run.ts'

/** Returns the replacement for a response; undefined to keep the shop's own. */
type Replace = (request: Ask, body: string) => string | undefined

const isLogin = ({ method, path }: Ask) => method === 'POST' && /customer\/token/.test(path)
const isRegistration = ({ method, path }: Ask) => method === 'POST' && /V1\/customers\/?(\?|$)/.test(path)

const bodies = ['{}', '[]', 'null', '""']
const answered: Readonly<Record<string, (request: Ask) => boolean>> = {
  'everything but logins': (request) => !isLogin(request),
  'everything but logins and registrations': (request) => !isLogin(request) && !isRegistration(request),
  'registrations alone': isRegistration,
}
const fields = ['id', 'group_id', 'website_id', 'store_id', 'addresses', 'default_billing', 'email']

/** Steps that send a received object again: fields that the response lacks are also missing in the request. */
const sentAsItCame = [
  'profile-update put back',
  'profile-fields move',
  'profile-addresses unknown default with addresses',
  'administration-write change in whole',
  'administration-write change the group',
  'administration-write change every field',
  'reset-ended save the profile',
  'reset-ended change the e-mail',
]

/** Performs every scenario, with some responses replaced by a 200 with another body. */
async function recordWith(replace: Replace): Promise<Recording> {
  const target = await directTarget()
  const ask = async (request: Ask) => {
    const got = await target.client.ask(request)
    const { status, body } = got.response
    const other = request.page || status !== 200 ? undefined : replace(request, body.toString())
    return other === undefined ? got : { ...got, response: { ...got.response, body: Buffer.from(other) } }
  }
  return record({ ...target, client: { ...target.client, ask } })
}

/** Returns a response without a field, at every depth; undefined if the response is not JSON. */
function lacking(field: string): Replace {
  const strip = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(strip)
    if (!isObject(value)) return value
    return Object.fromEntries(Object.entries(without(value, field)).map(([name, inner]) => [name, strip(inner)]))
  }
  return (_, body) => (/^[[{]/.test(body) ? JSON.stringify(strip(JSON.parse(body))) : undefined)
}

const keyOf = ({ name, data }: Exchange) => `${data.scenario} ${name}`

/** Returns the form of a request: its path without values that differ from run to run, and the types in its body. */
function formOf(exchange: Exchange): string {
  const { method, url } = exchange.data.request
  const { pathname, searchParams } = new URL(url)
  const path = pathname.replace(/contract-.*?(@|%40)example\.com|[A-Za-z0-9]{32}|[a-z]{12}|\d+/g, '…')
  return JSON.stringify([method, path, [...searchParams.keys()], typesOf(exchange.sent('').value)])
}

function typesOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(typesOf)
  if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, typesOf(inner)]))
  // Unknown ids are sent on purpose, never instead of a missing one.
  return value === 2147483000 ? 'an id of nobody' : typeof value
}

const textOf = ({ data: { request } }: Exchange) => `${request.url} ${request.body ?? ''}`
const slip = /(?<![\w-])(undefined|NaN|not-given-[\w-]+)(?![\w-])|\[object|%5Bobject/

describe('a request that needs a value missing from a response is not sent', () => {
  let usual: ReadonlyMap<string, string>

  beforeAll(async () => {
    usual = new Map((await record()).exchanges.map((exchange) => [keyOf(exchange), formOf(exchange)]))
  })

  async function findings(replace: Replace) {
    const { exchanges, outcomes } = await recordWith(replace)
    const halts = outcomes.flatMap(({ halt, without: lacks = {} }) => [halt, ...Object.values(lacks)])
    return {
      slips: exchanges.map(textOf).filter((text) => slip.test(text)),
      otherForms: exchanges
        .filter((exchange) => !sentAsItCame.includes(keyOf(exchange)))
        .filter((exchange) => usual.get(keyOf(exchange)) !== formOf(exchange))
        .map((exchange) => `${keyOf(exchange)}: ${formOf(exchange)}`),
      // Only the last check says this: a scenario should name the response without the value.
      unexplained: halts.filter((halt) => halt?.kind === 'error' || /was not asked/.test(halt?.why ?? '')),
    }
  }

  const nothing = { slips: [], otherForms: [], unexplained: [] }

  describe.each(Object.keys(answered))('%s answered', (which) => {
    test.each(bodies)('200 with %s', async (body) => {
      expect(await findings((request) => (answered[which]?.(request) ? body : undefined))).toEqual(nothing)
    })
  })

  test.each(fields)('every answer lacks %s', async (field) => {
    expect(await findings(lacking(field))).toEqual(nothing)
  })
})

describe('a request with an invalid value by mistake', () => {
  const halt = { kind: 'blocked', by: 'create', why: '"create" answered 200 without an id' } as const

  test.each([
    ['a path', get(`/V1/customers/${missing(halt)}`)],
    ['a body', put('/V1/customers/me', { customer: { website_id: missing<number>(halt) } })],
    ['a token', get('/V1/customers/me', { token: missing(halt) })],
    ['a header', get('/V1/customers/me', { headers: { cookie: `token=${missing(halt)}` } })],
  ])('is blocked by the response without the value: %s', (_, request) => {
    expect(unfit('me', request)).toEqual(halt)
  })

  test.each([
    ['undefined', get('/V1/customers/undefined')],
    ['undefined', put('/V1/customers/me', { customer: { default_billing: 'undefined' } })],
    ['[object Object]', get(`/V1/customers/${String({})}`)],
    ['NaN', put('/V1/customers/me', { customer: { id: Number.NaN } })],
  ])('is blocked without a named reason: %s', (slipped, request) => {
    const why = `"me" was not asked: it would have sent ${slipped} in place of a value`
    expect(unfit('me', request)).toEqual({ kind: 'blocked', by: 'me', why })
  })

  test('differs from a token or a name that contains the same letters', () => {
    expect(unfit('me', get('/V1/customers/me', { token: 'eyJhbGciNaN.undefinedX' }))).toBeUndefined()
  })
})
