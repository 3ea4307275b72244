import { readBody } from './body.ts'
import type { RecordedResponse } from './exchange.ts'

/** Bad gateway, unavailable, gateway timeout, and Cloudflare's words for the same. */
const front = new Set([502, 503, 504, 520, 521, 522, 523, 524, 525, 526, 527, 530])

/**
 * Whether an answer says that the shop cannot be asked, and not what the shop says: a proxy without a shop behind it,
 * or Magento in maintenance mode. What Magento's REST API itself refuses is JSON, whatever its status, and a request
 * that it fails at is a 500.
 */
export function isUnavailable({ status, body }: Pick<RecordedResponse, 'status' | 'body'>): boolean {
  return front.has(status) && readBody(body).json === undefined
}

/** The fact in words, after what was asked. */
export function unavailability({ status, statusText }: Pick<RecordedResponse, 'status' | 'statusText'>): string {
  return `${status}${statusText ? ` ${statusText}` : ''} without JSON: not the shop’s answer but of what stands in front of it, or maintenance mode`
}
