/**
 * Parses a `Retry-After` header: a number of seconds or a date (RFC 9110, 10.2.3).
 * @param now milliseconds since 1970, for dates
 * @returns seconds to wait; undefined if the header is missing or invalid
 */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim()
  if (!text) return undefined
  if (/^\d+$/.test(text)) return Number(text)
  // Each date format begins with the day's name; Date.parse alone accepts too much.
  const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000))
}
