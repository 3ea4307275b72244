import type { RecordedRequest } from '../../recording/exchange.ts'
import { decoded } from '../../shared/decoded.ts'

/** A request by its route: `GET /V1/customers/:id`, whatever the store view and the values in its path. */
export function operationOf({ method, url }: Pick<RecordedRequest, 'method' | 'url'>): string {
  const path = new URL(url).pathname.replace(/^.*?\/rest(?=\/|$)/, '').replace(/^\/[^/]+(?=\/(V\d|schema|async))/, '')
  const parts = path.split('/').map((part) => {
    const text = decoded(part)
    if (/^-?\d+$/.test(text)) return ':id'
    if (text.includes('@')) return ':email'
    return /^[A-Za-z0-9]{32}$/.test(text) ? ':token' : part
  })
  return `${method} ${parts.join('/') || '/'}`
}
