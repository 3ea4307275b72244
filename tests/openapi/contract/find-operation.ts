import { type Described, matcherOf } from '../../../src/report/documents/operations.ts'
import type { Document, Operation } from './document.ts'

export interface Found {
  /** The path in the document: `/V1/customers/{customerId}`. */
  readonly path: string
  readonly method: string
  readonly operation: Operation
}

/**
 * Returns the operation of a document that a request calls.
 * @param url the complete URL; any store code may follow `/rest/`
 * @returns undefined if it calls none
 */
export function findOperation(document: Document, method: string, url: string): Found | undefined {
  const asked = pathOf(url)
  const place = asked === undefined ? undefined : matcherOf(document as Described)(method, asked)
  if (!place) return undefined
  const operations = document.paths?.[place.path] as Record<string, Operation>
  return { path: place.path, method: place.method, operation: operations[place.method] as Operation }
}

/** The path after that of the server: `/V1/customers/me`. */
function pathOf(url: string): string | undefined {
  const { pathname } = new URL(url, 'http://shop.invalid')
  if (pathname === '/magento_version') return pathname
  return /\/rest(?:\/\w+)?(\/V1\/.+?|\/schema)\/?$/.exec(pathname)?.[1]
}
