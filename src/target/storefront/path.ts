/**
 * Returns the path and query of a URL relative to a base URL. The host is ignored, because only the host of the base
 * URL is requested: behind a tunnel or a proxy a shop names another.
 */
export function pathBelow(baseUrl: string, address: string): string {
  const base = new URL(baseUrl)
  const { pathname, search } = new URL(address, `${base.origin}/`)
  const prefix = base.pathname.replace(/\/$/, '')
  return `${prefix && pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname}${search}`
}
