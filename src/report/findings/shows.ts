import { objectionIn, operationOf } from './by-place.ts'
import type { Judged, KnownFault } from './finding.ts'

/** Returns a requirement's objection as in the dictionary: `status 401>200 @ GET /V1/customers/me`. */
export const shownBy = (one: Judged): string =>
  [objectionIn(one), ...(one.verdict === 'blocked' ? [] : [operationOf(one) ?? []].flat())].join(between)

const between = ' @ '

/** Splits a dictionary entry. */
export function partsOf(shown: string): { readonly objection: string; readonly operation: string | undefined } {
  const [objection = '', operation] = shown.split(between)
  return { objection, operation }
}

/** Returns the objections by requirement id, and the number of requirements by scenario. */
export function signatureOf(reds: readonly Judged[]): Pick<KnownFault, 'shows' | 'scenarios'> {
  const scenarios: Record<string, number> = {}
  for (const { scenario, verdict } of reds)
    if (scenario && verdict !== 'blocked') scenarios[scenario] = (scenarios[scenario] ?? 0) + 1
  return { shows: Object.fromEntries(reds.map((one) => [one.id, shownBy(one)])), scenarios }
}
