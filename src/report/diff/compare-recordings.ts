import type { Exchange } from '../../recording/exchange.ts'
import type { Recording } from '../../recording/recording.ts'
import { claimedLifetime } from '../../recording/token/lifetime.ts'
import { isUnavailable, unavailability } from '../../recording/unavailable.ts'
import { compareExchanges, learnFromRequests } from './compare-exchange.ts'
import { varyingHeaders } from './compare-headers.ts'
import { compareMails } from './compare-mails.ts'
import type { Difference } from './difference.ts'
import { operationOf } from './operation.ts'
import { Pairing } from './pairing.ts'

/** The place of a difference: an exchange of a scenario, or the mails that it found. */
export interface Seen {
  readonly scenario: string
  readonly name: string
  /** `POST /V1/customers`, or `mailbox`. */
  readonly operation: string
}

/** A step that could not be compared, and the reason. */
export interface Uncompared extends Pick<Seen, 'scenario' | 'name'> {
  /** The side that did not send it, or got no response of the shop. */
  readonly missing: 'before' | 'after'
  readonly why: string
}

export interface Compared {
  readonly differences: readonly (Difference & { readonly seen: Seen })[]
  readonly uncompared: readonly Uncompared[]
  /** Number of compared exchanges and mailbox queries. */
  readonly exchanges: number
  readonly mails: number
}

/** Compares two recordings: each exchange with the exchange of the same scenario and name. */
export function compareRecordings(before: Recording, after: Recording): Compared {
  const runs = {
    varying: new Set([...varyingHeaders(before.exchanges), ...varyingHeaders(after.exchanges)]),
    lifetimes: [lifetimeIn(before), lifetimeIn(after)],
  } as const
  const differences: Compared['differences'][number][] = []
  const uncompared: Uncompared[] = []
  const counts = { exchanges: 0, mails: 0 }
  const [known, found] = [byName(before.exchanges), byName(after.exchanges)]
  const pairings = new Map<string, Pairing>()
  const pairingOf = (scenario: string) => {
    const pairing = pairings.get(scenario) ?? new Pairing()
    pairings.set(scenario, pairing)
    return pairing
  }
  // Pairs are learnt from all requests first, as a response may contain a value before or after it is sent.
  for (const [key, b] of known) {
    const a = found.get(key)
    if (a && isSameQuestion(b, a)) learnFromRequests(b, a, pairingOf(b.data.scenario))
  }
  for (const key of new Set([...known.keys(), ...found.keys()])) {
    const [b, a] = [known.get(key), found.get(key)]
    const { scenario, name } = ((b ?? a) as Exchange).data
    if (!b || !a) uncompared.push(alone(scenario, name, b ? 'after' : 'before', b ? after : before))
    else if (isUnavailable(b.data.response)) uncompared.push(unavailable(b, 'before'))
    else if (isUnavailable(a.data.response)) uncompared.push(unavailable(a, 'after'))
    else if (!isSameQuestion(b, a)) uncompared.push(askedOtherwise(b, a))
    else {
      counts.exchanges++
      const seen = { scenario, name, operation: operationOf(b.data.request) }
      const found = compareExchanges(b, a, pairingOf(scenario), runs)
      differences.push(...found.map((difference) => ({ ...difference, seen })))
    }
  }
  const [looks, others] = [mailsByName(before), mailsByName(after)]
  for (const key of new Set([...looks.keys(), ...others.keys()])) {
    const [b, a] = [looks.get(key), others.get(key)]
    const { scenario, name } = (b ?? a) as NonNullable<typeof b>
    if (!b || !a) uncompared.push(alone(scenario, name, b ? 'after' : 'before', b ? after : before))
    else {
      counts.mails++
      const seen = { scenario, name, operation: 'mailbox' }
      differences.push(...compareMails(b, a, pairingOf(scenario)).map((difference) => ({ ...difference, seen })))
    }
  }
  return { differences, uncompared, ...counts }
}

function alone(scenario: string, name: string, missing: Uncompared['missing'], { outcomes }: Recording): Uncompared {
  const outcome = outcomes.find((one) => one.scenario === scenario)
  const halt = outcome?.without?.[name] ?? outcome?.halt
  const why = !outcome ? 'its scenario was not performed' : (halt?.why ?? 'its scenario had no need of it there')
  return { scenario, name, missing, why }
}

function unavailable({ name, data }: Exchange, missing: Uncompared['missing']): Uncompared {
  return { scenario: data.scenario, name, missing, why: `it was answered ${unavailability(data.response)}` }
}

/**
 * A scenario may use the first entry of a list in its next request, and that entry may differ between shops: then the
 * routes differ. Routes with invented names, which both shops refuse, count as the same.
 */
const isSameQuestion = (b: Exchange, a: Exchange) =>
  operationOf(b.data.request) === operationOf(a.data.request) || (b.status >= 400 && a.status >= 400)

function askedOtherwise({ name, data }: Exchange, after: Exchange): Uncompared {
  const why = `it was ${operationOf(data.request)} before and ${operationOf(after.data.request)} after`
  return { scenario: data.scenario, name, missing: 'after', why }
}

/** Returns the token lifetime found in a run, in seconds. */
function lifetimeIn({ meta }: Recording): number | undefined {
  const value = meta.probes[claimedLifetime]?.value
  return typeof value === 'number' ? value : undefined
}

const byName = (exchanges: readonly Exchange[]) =>
  new Map(exchanges.map((exchange) => [`${exchange.data.scenario} ${exchange.name}`, exchange]))

const mailsByName = ({ mails }: Recording) => new Map(mails.map((mail) => [`${mail.scenario} ${mail.name}`, mail]))
