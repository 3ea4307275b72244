import { isDeepStrictEqual } from 'node:util'
import type { MailRecord, ResponseRecord, StepRecord } from './scenarios.ts'

const comparedHeaders = ['content-type', 'cache-control', 'pragma', 'x-frame-options', 'x-content-type-options']
const numbered = ['id', 'customer_id']
const numberedTexts = ['default_billing', 'default_shipping']

/** Returns the differences between a step's response and the recorded one, one line each. */
export function differences(real: StepRecord, ours: StepRecord | undefined): string[] {
  if (!ours) return ['the step was not performed']
  if (!real.response || !ours.response) return compared('mail', mailOf(real.mail), mailOf(ours.mail))
  return [
    ...compared('status', real.response.status, ours.response.status),
    ...comparedHeaders.flatMap((name) => compared(name, real.response?.headers[name], ours.response?.headers[name])),
    ...compared('cookies', cookiesOf(real.response), cookiesOf(ours.response)),
    ...compared('body', bodyOf(real.response), bodyOf(ours.response)),
  ]
}

function compared(what: string, real: unknown, ours: unknown): string[] {
  if (isDeepStrictEqual(real, ours)) return []
  return [`${what}: real ${JSON.stringify(real)}, reference ${JSON.stringify(ours)}`]
}

function cookiesOf({ headers }: ResponseRecord): string[] {
  return [headers['set-cookie'] ?? []]
    .flat()
    .map((cookie) => cookie.replace(/=.*/, cookie.includes('=deleted') ? '-' : '='))
}

function mailOf(mail: MailRecord | null | undefined): unknown {
  if (!mail) return null
  const link = mail.link.replace(/id=\d+/, 'id=N').replace(/(token|key)=[^&]+/, '$1=T')
  return { ...mail, link }
}

function bodyOf({ body, headers }: ResponseRecord): unknown {
  if (String(headers['content-type']).startsWith('text/html') && String(body).startsWith('<')) return 'a page'
  return normal(body, '')
}

/** Ids, times, tokens and report numbers differ in every run. */
function normal(value: unknown, key: string): unknown {
  if (typeof value === 'number') return numbered.includes(key) || (key === 'fieldValue' && value > 2) ? 'N' : value
  if (typeof value === 'string') return numberedTexts.includes(key) ? 'N' : normalText(value, key)
  if (Array.isArray(value)) return value.map((item) => normal(item, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, normal(item, name)]))
}

function normalText(text: string, key: string): string {
  if (key === 'bulk_uuid' || key === 'data_hash' || key === 'host') return key
  return text
    .replace(/2026-11-23 \d\d:\d\d:\d\d/g, 'TIME')
    .replace(/probe-\d+/gi, (name) => (name.startsWith('p') ? 'probe' : 'PROBE'))
    .replace(/webapi-[0-9a-f]{13}/, 'webapi-X')
    .replace(/eyJ[\w-]+\.[\w-]+\.[\w-]{43}/, 'JWT')
    .replace(/(?<![\w])[a-z0-9]{32}(?!\w)/, 'OPAQUE')
    .replace(/<id>\d+<\/id>/, '<id>N</id>')
}
