import { decoded } from '../../shared/decoded.ts'

/** What a link of a mail may carry. */
export type Carried = 'token' | 'id' | 'email' | 'key'

/**
 * What a link carries under a name: by a shop's own pattern where that matches, else as its query's parameter, as the
 * links of a stock shop do.
 * @param pattern source of a regular expression with named groups; empty for a stock shop
 */
export function carriedBy(link: string, name: Carried, pattern: string): string | undefined {
  if (!URL.canParse(link)) return undefined
  const groups = pattern ? new RegExp(pattern).exec(link)?.groups : undefined
  if (groups?.[name]) return decoded(groups[name])
  return new URL(link).searchParams.get(name) || undefined
}

/** Whether it is a link to go on with, to a new password or to a confirmed account. */
export function leadsOn(link: string, pattern: string): boolean {
  return carriedBy(link, 'token', pattern) !== undefined || carriedBy(link, 'key', pattern) !== undefined
}
