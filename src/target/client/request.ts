import type { Authority } from './authority.ts'

/** The text of a token, or an object that makes an Authorization header for each request. */
export type Token = string | Authority

/** A request: method, path, and its other parts. */
export interface Ask {
  readonly method: string
  /** Below `/rest/<store>`, e.g. `/V1/customers`; with `from: 'base'` below the base URL. */
  readonly path: string
  readonly from?: 'base'
  /** Another store code in the path; `null` for none at all. */
  readonly store?: string | null
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as `Authorization: Bearer …`, or as the authority says. */
  readonly token?: Token
  /** Sent as JSON with its content type. */
  readonly json?: unknown
  /** Sent as it is; the content type is the caller's. */
  readonly body?: string | Buffer
  /** A page of the storefront: of its answer only what is read is kept. */
  readonly page?: true
}

export type AskOptions = Omit<Ask, 'method' | 'path'>

export const get = (path: string, options: AskOptions = {}): Ask => ({ method: 'GET', path, ...options })

export const post = (path: string, json?: unknown, options: AskOptions = {}): Ask => ({
  method: 'POST',
  path,
  ...(json === undefined ? {} : { json }),
  ...options,
})

export const put = (path: string, json?: unknown, options: AskOptions = {}): Ask => ({
  ...post(path, json, options),
  method: 'PUT',
})

export const del = (path: string, options: AskOptions = {}): Ask => ({ method: 'DELETE', path, ...options })

/**
 * A text as one segment of a path. The at sign stays as it is, as it may: from 2.4.6 Magento verifies the signature of
 * a path after decoding it (magento/magento2#37913).
 */
export const inPath = (text: string): string => encodeURIComponent(text).replaceAll('%40', '@')
