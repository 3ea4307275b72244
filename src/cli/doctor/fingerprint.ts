import { knownReleases, parseRelease, type ReleaseRange, runsOf, type Sign, signs } from '../../../release/index.ts'
import type { Client } from '../../target/client/client.ts'
import { askIfAnswered } from '../../target/client/unrecorded.ts'
import { graphqlSigns } from '../../target/signs.ts'

/** A feature of a shop, and the releases that match it. */
export interface Span {
  readonly fits: ReleaseRange
  readonly sign: string
}

/** Tests features of the shop's GraphQL and REST API that depend on the release; empty if unknown. Creates nothing. */
export async function fingerprint(client: Client): Promise<Span[]> {
  const [shown, routes] = await Promise.all([
    graphqlSigns(client),
    Promise.all(signs.map(async (sign) => (sign.route ? await isThere(client, sign.route) : undefined))),
  ])
  return signs.flatMap((sign, index): Span[] => {
    const there = sign.route ? routes[index] : shown.get(sign.change)
    return there === undefined ? [] : [{ fits: there ? sign.shown : sign.hidden, sign: inWords(sign, there) }]
  })
}

/** Returns the features that a release does not match. */
export function contradicting(spans: readonly Span[], release: string): Span[] {
  return spans.filter(({ fits }) => !fits.includes(parseRelease(release)))
}

/** Returns the known releases that match all features: `2.4.6–2.4.7-p5`; undefined if none does. */
export function fittingAll(spans: readonly Span[]): string | undefined {
  const fits = (release: string) => contradicting(spans, release).length === 0
  return knownReleases.some(fits) ? runsOf(fits) : undefined
}

function inWords({ storeConfig, route }: Sign, there: boolean): string {
  if (route) return `${route} ${there ? 'exists' : 'does not exist'}`
  return `GraphQL storeConfig ${there ? 'has' : 'does not have'} ${storeConfig}`
}

/** True if a route exists and refuses guests, false if it does not exist; undefined if the response does not tell. */
async function isThere(client: Client, route: string): Promise<boolean | undefined> {
  const [method, path] = route.split(' ') as [string, string]
  const status = (await askIfAnswered(client, { method, path }))?.status
  return status === 401 ? true : status === 404 ? false : undefined
}
