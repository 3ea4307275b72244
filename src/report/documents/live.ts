import type { Exchange } from '../../recording/exchange.ts'
import { remembering } from '../../shared/memo.ts'
import { type Facts, factsOf } from './facts.ts'
import type { Audience } from './published.ts'

/** The shop's OpenAPI description of itself. */
export interface Live {
  readonly audience: Audience
  readonly exchange: Exchange
  readonly facts: Facts
}

/** Names of the scenario and the exchanges that request it, shared with the scenario. */
export const descriptionScenario = 'self-description'
export const guestsDescription = 'schema'
export const administratorsDescription = 'schema as administrator'

const factsIn = remembering((exchange: Exchange) => factsOf(exchange.json))

/** Returns the valid descriptions among the responses, the most complete first. */
export function liveDocuments(exchanges: readonly Exchange[]): Live[] {
  const asked = exchanges.filter(({ data }) => data.scenario === descriptionScenario)
  const named = (name: string, audience: Audience): Live[] => {
    const exchange = asked.find((one) => one.name === name && one.status === 200)
    const facts = exchange && factsIn(exchange)
    return exchange && facts ? [{ audience, exchange, facts }] : []
  }
  return [...named(administratorsDescription, 'admin'), ...named(guestsDescription, 'guest')]
}
