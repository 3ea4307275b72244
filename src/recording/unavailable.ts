import { readBody } from './body.ts'
import type { RecordedResponse } from './exchange.ts'

/** Bad gateway, unavailable, gateway timeout, and Cloudflare's words for the same. */
const front = new Set([502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530])

/**
 * Whether an answer shows that the shop cannot be asked: a proxy without a shop behind it, or Magento in maintenance
 * mode. Errors of Magento's REST API are JSON with any status; a request on which it fails returns 500.
 */
export function isUnavailable({ status, body }: Pick<RecordedResponse, 'status' | 'body'>): boolean {
  return front.has(status) && readBody(body).json === undefined
}

/** Returns the fact in words, to follow the description of the request. */
export function unavailability({ status, statusText }: Pick<RecordedResponse, 'status' | 'statusText'>): string {
  return `${status}${statusText ? ` ${statusText}` : ''} without JSON: not the shop’s answer but of what stands in front of it, or maintenance mode`
}
