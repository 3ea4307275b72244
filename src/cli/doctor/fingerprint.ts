import { compareReleases, parseRelease } from '../../../release/index.ts'
import type { Client } from '../../target/client/client.ts'
import { post } from '../../target/client/request.ts'
import { askIfAnswered } from '../../target/client/unrecorded.ts'
import { storeConfig } from '../../target/probe.ts'

/** The releases between which a sign lies, both left out; undefined where that side is open. */
export interface Span {
  readonly after: string | undefined
  readonly before: string | undefined
  readonly sign: string
}

/**
 * Fields of GraphQL `storeConfig` by the last release that was seen without it and the first that was seen with it.
 * Source: running shops of 2.3.7-p4, 2.4.1, 2.4.5-p13, 2.4.7-p6 and 2.4.8-p1.
 */
const fields = [
  { field: 'minimum_password_length', without: '2.3.7-p4', having: '2.4.1' },
  { field: 'store_code', without: '2.4.1', having: '2.4.5-p13' },
  { field: 'create_account_confirmation', without: '2.4.5-p13', having: '2.4.7-p6' },
  { field: 'is_checkout_agreements_enabled', without: '2.4.7-p6', having: '2.4.8-p1' },
]

/** The releases that fit what the shop's GraphQL and REST know; none when neither tells. Creates nothing. */
export async function fingerprint(client: Client): Promise<Span[]> {
  const known = await Promise.all(fields.map(({ field }) => knows(client, field)))
  const spans = fields.flatMap(({ field, without, having }, index): Span[] => {
    if (known[index] === true)
      return [{ after: without, before: undefined, sign: `GraphQL storeConfig knows ${field}` }]
    // A module can take a field away with it, but hardly add one.
    if (known[index] === false)
      return [{ after: undefined, before: having, sign: `GraphQL storeConfig does not know ${field}` }]
    return []
  })
  return [...spans, ...(await revocation(client))]
}

/** Signs that a release contradicts. */
export function contradicting(spans: readonly Span[], release: string): Span[] {
  const given = parseRelease(release)
  return spans.filter(
    ({ after, before }) =>
      (after !== undefined && compareReleases(given, parseRelease(after)) <= 0) ||
      (before !== undefined && compareReleases(given, parseRelease(before)) >= 0),
  )
}

/** What all signs come to: `later than 2.4.5-p13 and earlier than 2.4.8-p1`. */
export function inWords(spans: readonly Span[]): string {
  const inOrder = (side: 'after' | 'before') =>
    spans.flatMap((span) => span[side] ?? []).sort((a, b) => compareReleases(parseRelease(a), parseRelease(b)))
  const [after, before] = [inOrder('after').at(-1), inOrder('before').at(0)]
  return [after && `later than ${after}`, before && `earlier than ${before}`].filter(Boolean).join(' and ')
}

async function knows(client: Client, field: string): Promise<boolean | undefined> {
  const answer = await askIfAnswered(client, storeConfig(field))
  if (!answer || answer.body.json === undefined) return undefined
  if (answer.at(`/data/storeConfig/${field}`).exists) return true
  return String(answer.at('/errors/0/message').value).includes('Cannot query field') ? false : undefined
}

/** The route that revokes a token is there from 2.4.6 on, and refuses who has none. */
async function revocation(client: Client): Promise<Span[]> {
  const answer = await askIfAnswered(client, post('/V1/integration/customer/revoke-customer-token'))
  const route = 'POST /V1/integration/customer/revoke-customer-token'
  if (answer?.status === 401) return [{ after: '2.4.5-p13', before: undefined, sign: `there is a ${route}` }]
  if (answer?.status === 404) return [{ after: undefined, before: '2.4.6', sign: `there is no ${route}` }]
  return []
}
