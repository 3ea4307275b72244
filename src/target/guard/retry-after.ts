/**
 * The seconds that a `Retry-After` header asks to wait: a number of seconds or a date (RFC 9110, 10.2.3).
 * @param now milliseconds since 1970, for the dates
 * @returns undefined when there is none or it cannot be read
 */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  const text = header?.trim()
  if (!text) return undefined
  if (/^\d+$/.test(text)) return Number(text)
  // Every form of a date begins with the day's name; Date.parse takes much else besides.
  const date = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000))
}
