import type { Authority } from './authority.ts'

/** The text of a token, or an object that makes an Authorization header for each request. */
export type Token = string | Authority

/** A request: method, path, and its other parts. */
export interface Ask {
  readonly method: string
  /** Below `/rest/<store>`, e.g. `/V1/customers`; with `from: 'base'` below the base URL. */
  readonly path: string
  readonly from?: 'base'
  /** Another store code in the path; `null` for none. */
  readonly store?: string | null
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as `Authorization: Bearer …`, or as the authority returns it. */
  readonly token?: Token
  /** Sent as JSON with its content type. */
  readonly json?: unknown
  /** Sent unchanged; the caller sets the content type. */
  readonly body?: string | Buffer
  /** A storefront page: only the parts that the suite reads are kept of the response. */
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
 * Encodes a text as one path segment. An at sign stays unencoded, as it may: from 2.4.6 Magento decodes a path before
 * it verifies the signature (magento/magento2#37913).
 */
export const inPath = (text: string): string => encodeURIComponent(text).replaceAll('%40', '@')
