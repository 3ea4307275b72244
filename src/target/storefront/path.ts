/**
 * The path and query of an address below a base URL. Whatever host a page or a mail names, only the base URL's own is
 * asked: behind a tunnel or a proxy a shop names another.
 */
export function pathBelow(baseUrl: string, address: string): string {
  const base = new URL(baseUrl)
  const { pathname, search } = new URL(address, `${base.origin}/`)
  const prefix = base.pathname.replace(/\/$/, '')
  return `${prefix && pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname}${search}`
}
