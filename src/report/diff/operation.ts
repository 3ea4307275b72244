import type { RecordedRequest } from '../../recording/exchange.ts'
import { decoded } from '../../shared/decoded.ts'

/** Returns the route of a request, without store view and values in the path: `GET /V1/customers/:id`. */
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
