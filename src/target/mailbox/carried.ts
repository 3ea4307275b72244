import { decoded } from '../../shared/decoded.ts'

/** The values that a link in a mail may contain. */
export type Carried = 'token' | 'id' | 'email' | 'key'

/**
 * Returns a value of a link: from the shop's own pattern if it matches, else from the query parameter, as in a stock
 * shop.
 * @param pattern regular expression with named groups; empty for a stock shop
 */
export function carriedBy(link: string, name: Carried, pattern: string): string | undefined {
  if (!URL.canParse(link)) return undefined
  const groups = pattern ? new RegExp(pattern).exec(link)?.groups : undefined
  if (groups?.[name]) return decoded(groups[name])
  return new URL(link).searchParams.get(name) || undefined
}

/** True if the link contains a token or key, so that it leads to a password reset or a confirmation. */
export function leadsOn(link: string, pattern: string): boolean {
  return carriedBy(link, 'token', pattern) !== undefined || carriedBy(link, 'key', pattern) !== undefined
}
