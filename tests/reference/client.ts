import { createClock, createShop, type ReferenceOptions, type Shop } from '../../reference/index.ts'

export interface Reply {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests access responses freely
  body: any
  headers: Record<string, string>
  cookies: string[]
}

export const email = 'jane@example.com'
export const password = 'Password1'
export const person = { email, firstname: 'Jane', lastname: 'Doe', website_id: 1 }
export const home = {
  firstname: 'Jane',
  lastname: 'Doe',
  street: ['123 Oak Ave'],
  city: 'Purchase',
  postcode: '10755',
  telephone: '512-555-1111',
  country_id: 'US',
  region: { region_id: 43 },
}

/** Requests a separate shop without a socket. Paths are below `/rest/default/V1`, except `/rest…` and pages. */
export function clientOf(release: string, options: ReferenceOptions = {}) {
  const clock = createClock(() => Date.parse('2026-11-23T14:30:00Z'))
  const shop: Shop = createShop({ release, clock, ...options })
  const admin = shop.services.issuePermanentToken(1)

  async function ask(
    method: string,
    path: string,
    { json, token, headers = {} }: { json?: unknown; token?: string; headers?: Record<string, string> } = {},
  ): Promise<Reply> {
    const response = await shop.handle({
      method,
      url: path.startsWith('/rest') || path.startsWith('/graphql') ? path : `/rest/default/V1${path}`,
      headers: {
        ...(json === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      body: Buffer.from(json === undefined ? '' : JSON.stringify(json)),
    })
    const entries = response.headers.map(([name, value]): [string, string] => [name.toLowerCase(), value])
    const text = response.body.toString()
    const isJson = entries.some(([name, value]) => name === 'content-type' && value.startsWith('application/json'))
    return {
      status: response.status,
      body: isJson && text ? JSON.parse(text) : text,
      headers: Object.fromEntries(entries),
      cookies: entries.filter(([name]) => name === 'set-cookie').map(([, value]) => value),
    }
  }

  const register = (customer: object = {}, secret: string | null | undefined = password) =>
    ask('POST', '/customers', { json: { customer: { ...person, ...customer }, password: secret } })
  const login = async (secret = password, username = email): Promise<string> =>
    (await ask('POST', '/integration/customer/token', { json: { username, password: secret } })).body
  const signedIn = async (customer: object = {}) => {
    const { body } = await register(customer)
    return { customer: body, token: await login() }
  }
  const saveMe = (token: string, customer: object) =>
    ask('PUT', '/customers/me', { token, json: { customer: { ...person, ...customer } } })
  const lastLink = () => /href="([^"]+)"/.exec(shop.outbox.mails.at(-1)?.html ?? '')?.[1] ?? ''

  return { shop, clock: shop.clock, admin, ask, register, login, signedIn, saveMe, lastLink }
}

export type Client = ReturnType<typeof clientOf>
