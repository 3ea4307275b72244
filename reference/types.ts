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
  /** Where it came from; the loopback address unless told. */
  clientAddress?: string
}

export interface HttpResponse {
  status: number
  headers: [string, string][]
  body: Buffer | string
}

export type Access = 'anonymous' | 'self' | `Magento_${string}`

/** What a service method takes: name and type, and whether it may be left out. */
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
  /** Present in this release? */
  when?: (rules: Rules) => boolean
  /** Name of Magento's service, as the schema lists it. */
  service?: string
  /** Read without touching the PHP session, so that no cookie is set. */
  sessionless?: boolean | 'on failure'
}

/** A request on its way through the pipeline, filled in step by step. */
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
  /** Variables of the path. */
  params: Record<string, string>
  user: User | undefined
  /** Decoded body under the query's parameters, before binding. */
  input: Record<string, unknown>
  /** Bound parameters of the operation, by their camelCase names. */
  arguments: Record<string, unknown>
  /** The PHP session was touched: a cookie is sent. */
  session: boolean
  /** The storefront's visit that it belongs to. */
  sessionId?: string | undefined
  /** Cookies the answer takes away. */
  dropped: string[]
}

export interface Answer {
  status: number
  headers: [string, string][]
  /** The JSON value, before rendering; undefined with a body that is none. */
  value: unknown
  /** Sent as it is instead of the rendered value. */
  body?: string | Buffer
}

export type Operation = (call: Call) => unknown
export type AnswerListener = (call: Call, answer: Answer) => Answer | undefined
export type Change = (shop: Shop) => void

/**
 * The shop's policies, one function each. They call one another through the shop, so that replacing one counts. Each
 * file of services/ adds its own here, so that this file imports none of them.
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
  /** Shows each answer, in order of registration; what a listener returns takes the answer's place. */
  onAnswer(listener: AnswerListener): void
}

export interface ReferenceOptions {
  /** Such as `2.4.7-p6`; the newest known unless told. */
  release?: string
  /** Magento configuration by path, e.g. `customer/create_account/confirm`. */
  settings?: Record<string, string>
  changes?: Change[]
  port?: number
  host?: string
  clock?: Clock
  /** Whether other processes may be fronts of this shop, and tell it their time. */
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
