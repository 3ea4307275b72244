import type { IncomingHttpHeaders } from 'node:http'
import { createShop } from '../../reference/index.ts'
import { unknownResetToken, wrongPassword } from '../../specs/shared/designated.ts'
import { documented } from '../../src/perform/documented.ts'
import { bodyOf, type Served, serve } from '../support/serve.ts'

type Json = Record<string, unknown>
/** The input of a stub: only the current request. */
interface Asked {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: Json
}
export interface Answer {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
}
interface Stub {
  readonly method: string
  readonly path: RegExp
  readonly when?: (asked: Asked) => boolean
  readonly answer: Answer
}

/** Changes a response of the mock, to break it. @param key the method and the path without store code */
export type Breaking = (answer: Answer, key: string) => Answer

const token = '/V1/integration/customer/token'
const revoke = '/V1/integration/customer/revoke-customer-token'
const customers = '/V1/customers'
const me = '/V1/customers/me'
const available = '/V1/customers/isEmailAvailable'
const reset = '/V1/customers/resetPassword'
const password = '/V1/customers/password'

/**
 * A mock without state: each response is chosen by method, path and body, and was recorded from the reference with the
 * documented example. It meets profile shape, in any order of requests.
 */
export async function serveStateless(release: string, breaking: Breaking = (answer) => answer): Promise<Served> {
  const stubs = await stubsOf(release)
  return serve(async (request, response) => {
    const { method = '', url = '', headers } = request
    const text = (await bodyOf(request)).toString()
    const path = url.replace(/^\/rest(\/\w+)?(?=\/V1\/)/, '')
    const asked = { path, headers, body: asObject(text) }
    const stub = stubs.find((one) => one.method.includes(method) && one.path.test(path) && (one.when?.(asked) ?? true))
    const answer = breaking((stub ?? lastOf(stubs)).answer, `${method} ${path}`)
    response.statusCode = answer.status
    for (const [name, value] of answer.headers) response.appendHeader(name, value)
    response.end(answer.body)
  })
}

/** The first matching stub responds; the last matches everything. */
async function stubsOf(release: string): Promise<Stub[]> {
  const shop = createShop({ release })
  const handle = async (method: string, path: string, body: unknown, bearer?: string): Promise<Answer> => {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
    }
    const bytes = Buffer.from(body === undefined ? '' : JSON.stringify(body))
    const {
      status,
      headers: sent,
      body: answered,
    } = await shop.handle({ method, url: `/rest/default${path}`, headers, body: bytes })
    return { status, headers: sent as [string, string][], body: answered as string }
  }
  const credentials = { username: documented.customer.email, password: documented.password }
  const created = await handle('POST', customers, documented)
  const login = await handle('POST', token, credentials)
  const bearer = JSON.parse(login.body) as string
  const { firstname, lastname, website_id: websiteId } = JSON.parse(created.body) as Json
  const profile = { email: credentials.username, firstname, lastname, websiteId }

  const stubs: Stub[] = []
  const exactly = (path: string) => new RegExp(`^${path}$`)
  /** Returns the reference's response to this body for all matching requests. */
  const stub = async (method: string, path: string, body: unknown, when?: Stub['when'], as?: string) => {
    const answer = await handle(method, path, body, as)
    stubs.push({ method, path: exactly(path), answer, ...(when ? { when } : {}) })
  }
  const own = (method: string, path: string, body: unknown, when?: (body: Json) => boolean) =>
    stub(method, path, body, when && (({ body: sent }) => when(sent)), bearer)
  const open = (method: string, path: string, body: unknown, when?: (body: Json) => boolean) =>
    stub(method, path, body, when && (({ body: sent }) => when(sent)))
  const guest: Stub['when'] = ({ headers }) => !headers.authorization

  for (const [method, path] of [
    ['GET', me],
    ['PUT', me],
    ['PUT', `${me}/password`],
    ['GET', `${me}/billingAddress`],
    ['GET', `${me}/shippingAddress`],
    ['POST', revoke],
  ] as const)
    await stub(method, path, {}, guest)

  const customerOf = ({ customer }: Json) => (customer ?? {}) as Json
  const incomplete = { email: 'jane@example.com', firstname, lastname, password: documented.password }
  const registration = ({ password: secret, ...customer }: Json) => ({ customer, password: secret })
  const without = (field: string) => ({ ...incomplete, [field]: undefined })
  await open('POST', customers, {}, ({ customer }) => customer === undefined)
  await open(
    'POST',
    customers,
    registration({ ...incomplete, firstname: '', lastname: '' }),
    (body) => customerOf(body).firstname === '',
  )
  await open('POST', customers, registration(without('firstname')), (body) => !customerOf(body).firstname)
  await open('POST', customers, registration(without('lastname')), (body) => !customerOf(body).lastname)
  await open('POST', customers, registration({ ...incomplete, email: '' }), (body) => customerOf(body).email === '')
  await open(
    'POST',
    customers,
    { customer: { firstname, lastname } },
    (body) => !customerOf(body).email && !body.password,
  )
  await open('POST', customers, registration(without('email')), (body) => !customerOf(body).email)
  await open(
    'POST',
    customers,
    registration({ ...incomplete, email: 'jane' }),
    (body) => !/@/.test(String(customerOf(body).email)),
  )
  stubs.push({ method: 'POST', path: exactly(customers), answer: created })

  const { username } = credentials
  await open('POST', token, {}, (body) => !body.username && !body.password)
  await open('POST', token, { username }, (body) => !body.password)
  await open('POST', token, { password: documented.password }, (body) => !body.username)
  await open('POST', token, { username, password: wrongPassword }, (body) => body.password === wrongPassword)
  stubs.push({ method: 'POST', path: exactly(token), answer: login })

  await own('GET', me, undefined)
  await own(
    'PUT',
    me,
    { customer: { ...profile, lastname: undefined } },
    (body) => body.customer !== undefined && !customerOf(body).lastname,
  )
  await own(
    'PUT',
    me,
    { customer: { ...profile, firstname: undefined } },
    (body) => body.customer !== undefined && !customerOf(body).firstname,
  )
  await own(
    'PUT',
    me,
    { customer: { ...profile, email: undefined } },
    (body) => body.customer !== undefined && !customerOf(body).email,
  )
  await own('PUT', me, {}, ({ customer }) => customer === undefined)
  await own('PUT', `${me}/password`, {}, (body) => !body.currentPassword && !body.newPassword)
  await own('PUT', `${me}/password`, { currentPassword: documented.password }, (body) => !body.newPassword)
  await own('PUT', `${me}/password`, { newPassword: 'Password2' }, (body) => !body.currentPassword)
  await own('PUT', `${me}/password`, { currentPassword: wrongPassword, newPassword: 'Password2' })
  await own('GET', `${me}/billingAddress`, undefined)
  await own('GET', `${me}/shippingAddress`, undefined)

  const types = (body: Json) => Array.isArray(body.customerEmail)
  await open('POST', available, {}, ({ customerEmail }) => customerEmail === undefined)
  await open('POST', available, { customerEmail: ['jane@example.com'] }, types)
  await open(
    'POST',
    available,
    { customerEmail: 'jane@example.com', websiteId: 'x' },
    ({ websiteId: id }) => id === 'x',
  )
  await open('POST', available, { customerEmail: 'nobody@example.com' })

  await open('POST', reset, {}, (body) => Object.keys(body).length === 0)
  await open(
    'POST',
    reset,
    { email: username, resetToken: null, newPassword: 'Password2' },
    ({ resetToken }) => resetToken === null,
  )
  await open('POST', reset, { email: username, resetToken: '', newPassword: 'Password2' })
  const link = `${customers}/2/password/resetLinkToken/${unknownResetToken}`
  stubs.push({
    method: 'GET',
    path: /\/resetLinkToken\//,
    answer: await handle('GET', link.replace('/2/', '/1/'), undefined),
  })
  await open('PUT', password, {}, (body) => Object.keys(body).length === 0)
  await open('PUT', password, { email: username }, ({ template }) => template === undefined)
  await open('PUT', password, { email: null, template: 'email_reset' }, ({ email }) => email === null)
  await open('PUT', password, { email: username, template: 'email_reset' })

  // Last, because it revokes the token of the other requests.
  await own('POST', revoke, undefined)
  const nowhere = await handle('GET', '/V1/nowhere', undefined)
  stubs.push({ method: '', path: /^/, answer: nowhere })
  return stubs
}

const lastOf = (stubs: readonly Stub[]) => stubs.at(-1) as Stub

function asObject(text: string): Json {
  try {
    return Object(JSON.parse(text)) as Json
  } catch {
    return {}
  }
}
