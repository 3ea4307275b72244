import type { Clock } from './clock.ts'
import type { Outbox } from './outbox.ts'
import type { Rules } from './releases.ts'
import type { Settings } from './settings.ts'
import type { Store, StoreView, User } from './store.ts'

export interface HttpRequest {
  method: string
  /** Path and query. */
  url: string
  headers: Record<string, string | string[] | undefined>
  body: Buffer
  /** The client's IP address; default: loopback. */
  clientAddress?: string
}

export interface HttpResponse {
  status: number
  headers: [string, string][]
  body: Buffer | string
}

export type Access = 'anonymous' | 'self' | `Magento_${string}`

/** A parameter of a service method. */
export interface Parameter {
  name: string
  type: string
  optional?: boolean
}

export interface Route {
  method: string
  path: string
  access: Access | ((rules: Rules) => Access)
  operation: string
  parameters: Parameter[]
  /** True if the release has this route. */
  when?: (rules: Rules) => boolean
  /** Magento's service name in the schema. */
  service?: string
  /** True if the PHP session is not used, so that no cookie is set. */
  sessionless?: boolean | 'on failure'
}

/** A request in the pipeline, completed step by step. */
export interface Call {
  method: string
  url: string
  path: string
  query: Record<string, unknown>
  headers: Record<string, string>
  body: Buffer
  clientAddress: string
  store: StoreView
  format: 'json' | 'xml'
  route?: Route
  /** Path variables. */
  params: Record<string, string>
  user: User | undefined
  /** Decoded body, overridden by query parameters, before binding. */
  input: Record<string, unknown>
  /** Bound parameters of the operation, by camelCase name. */
  arguments: Record<string, unknown>
  /** True if the PHP session was used, so that a cookie is sent. */
  session: boolean
  /** The storefront session. */
  sessionId?: string | undefined
  /** Cookies that the response deletes. */
  dropped: string[]
}

export interface Answer {
  status: number
  headers: [string, string][]
  /** The JSON value before rendering; undefined if `body` is no JSON. */
  value: unknown
  /** Sent unchanged in place of the rendered value. */
  body?: string | Buffer
}

export type Operation = (call: Call) => unknown
export type AnswerListener = (call: Call, answer: Answer) => Answer | undefined
export type Change = (shop: Shop) => void

/**
 * The shop's services, one function each. They call each other through the shop, so that a replacement takes effect.
 * Each file of services/ adds its own here, so that this file imports none of them.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the files of services/
export interface Services {}

export interface Shop {
  readonly release: string
  baseUrl: string
  rules: Rules
  settings: Settings
  store: Store
  clock: Clock
  outbox: Outbox
  routes: Route[]
  operations: Record<string, Operation>
  services: Services
  handle(request: HttpRequest): Promise<HttpResponse>
  /** Passes each response to the listener, in order of registration; a returned value replaces the response. */
  onAnswer(listener: AnswerListener): void
}

export interface ReferenceOptions {
  /** Such as `2.4.7-p6`; default: the newest recorded one. */
  release?: string
  /** Magento's settings by configuration path, e.g. `customer/create_account/confirm`. */
  settings?: Record<string, string>
  changes?: Change[]
  port?: number
  host?: string
  clock?: Clock
  /** True to allow other processes to act as fronts of this shop and send their time. */
  fronts?: boolean
}

export interface Reference {
  url: string
  shop: Shop
  release: string
  clock: Clock
  outbox: Outbox
  admin: { username: string; password: string; token: string }
  close(): Promise<void>
}
