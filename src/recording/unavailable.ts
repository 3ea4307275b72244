import { readBody } from './body.ts'
import type { RecordedResponse } from './exchange.ts'

/** Bad gateway, service unavailable, gateway timeout, and Cloudflare's equivalents. */
const front = new Set([502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530])

/**
 * True if a response shows that the shop is unavailable: a proxy without a backend, or Magento in maintenance mode.
 * Magento's REST API returns errors as JSON with any status; an internal error is 500.
 */
export function isUnavailable({ status, body }: Pick<RecordedResponse, 'status' | 'body'>): boolean {
  return front.has(status) && readBody(body).json === undefined
}

/** Returns a phrase about it, to follow the description of the request. */
export function unavailability({ status, statusText }: Pick<RecordedResponse, 'status' | 'statusText'>): string {
  return `${status}${statusText ? ` ${statusText}` : ''} without JSON: from something in front of the shop, or from maintenance mode`
}
