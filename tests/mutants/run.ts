import '../../specs/index.ts'
import { judge } from '../../src/judge/judge.ts'
import { type Requirement, requirements } from '../../src/judge/requirement.ts'
import type { Exchange } from '../../src/recording/exchange.ts'
import type { Recording } from '../../src/recording/recording.ts'
import { isWrong } from '../support/run.ts'
import type { Mutant } from './mutant.ts'
import { mutantsOf } from './mutations.ts'

export interface MutantResult {
  readonly scenario: string
  readonly exchange: string
  /** Method, path without ids and keys, and status: equal for equivalent exchanges. */
  readonly route: string
  readonly kind: string
  readonly at: string
  /** The first requirement that fails. */
  readonly caughtBy: string | undefined
}

/** Replaces each exchange that a requirement reads by each of its mutants, and judges. */
export function runMutants(recording: Recording): MutantResult[] {
  const readers = readersOf(recording)
  const everywhere = requirements.filter(({ scenario }) => scenario === undefined)
  return recording.exchanges.flatMap((exchange) => {
    const { scenario, name } = exchange.data
    const reading = readers.get(`${scenario} ${name}`)
    if (!reading) return []
    const siblings = recording.exchanges.filter(({ data }) => data.scenario === scenario)
    return mutantsOf(exchange).map((mutant) => {
      const own = {
        ...recording,
        exchanges: siblings.map((sibling) => (sibling === exchange ? mutant.exchange : sibling)),
      }
      return {
        scenario,
        exchange: name,
        route: routeOf(exchange),
        kind: mutant.kind,
        at: mutant.at,
        caughtBy: catcher(own, reading) ?? catcher(aloneWith(own, mutant), everywhere),
      }
    })
  })
}

/** The requirements that read each exchange in a run without mutants. */
function readersOf(recording: Recording): Map<string, Requirement[]> {
  const readers = new Map<string, Requirement[]>()
  for (const [index, { read, verdict }] of judge(recording, requirements).entries()) {
    const requirement = requirements[index] as Requirement
    if (verdict !== 'pass') continue
    for (const name of read) {
      const key = `${requirement.scenario} ${name}`
      readers.set(key, [...(readers.get(key) ?? []), requirement])
    }
  }
  return readers
}

/** Requirements about every response read only the mutant, and need another English response to know the language. */
function aloneWith(recording: Recording, { exchange }: Mutant): Recording {
  return { ...recording, exchanges: [exchange as Exchange] }
}

/** The first requirement that fails. A requirement that the mutant only blocks has not detected it. */
function catcher(recording: Recording, candidates: readonly Requirement[]): string | undefined {
  return judge(recording, candidates).find(isWrong)?.id
}

function routeOf({ status, data }: Exchange): string {
  const path = new URL(data.request.url).pathname.replace(/^.*?\/V1/, '').replace(/\/(\d+|[^/]*@[^/]*)(?=\/|$)/g, '/N')
  return `${data.request.method} ${path} ${status}`
}
