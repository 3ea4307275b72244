import type { Result } from '../src/judge/verdict.ts'
import type { Exchange } from '../src/recording/exchange.ts'
import type { Recording } from '../src/recording/recording.ts'

/** Steps that fail on their own account even if certain earlier steps had an unusual result. */
export interface WrongByThemselves {
  readonly scenario: string
  readonly steps: readonly string[]
  readonly after: readonly string[]
  readonly why: string
}

/**
 * Finds failures that may only be consequences of an earlier step: the deciding response differs from a healthy shop's,
 * an earlier change of the same scenario does too, and no dependency between them is declared.
 * @param results requirements not met in the recording
 * @returns for each, the step and the earlier change
 */
export function blamedForAnother(
  results: readonly Result[],
  recording: Recording,
  healthy: Recording,
  allowed: readonly WrongByThemselves[],
): string[] {
  const usual = new Map(healthy.exchanges.map((exchange) => [keyOf(exchange), outcomeOf(exchange)]))
  const cameOtherwise = (exchange: Exchange) => usual.get(keyOf(exchange)) !== outcomeOf(exchange)
  const found = results.flatMap(({ id, exchange }) => {
    const mine = recording.exchanges.filter(({ data }) => data.scenario === exchange?.scenario)
    const at = mine.findIndex(({ name }) => name === exchange?.name)
    const deciding = mine[at]
    if (!deciding || !cameOtherwise(deciding)) return []
    const before = mine.slice(0, at).filter((earlier) => mayChange(earlier, deciding) && cameOtherwise(earlier))
    return before
      .filter((earlier) => !isAllowed(deciding, earlier, allowed))
      .map((earlier) => textOf(id, deciding, earlier))
  })
  return found
}

const textOf = (id: string, { name, data }: Exchange, earlier: Exchange) =>
  `${id} by "${name}" of ${data.scenario}, after "${earlier.name}"`

function isAllowed(deciding: Exchange, earlier: Exchange, allowed: readonly WrongByThemselves[]): boolean {
  return allowed.some(
    ({ scenario, steps, after }) =>
      scenario === deciding.data.scenario && steps.includes(deciding.name) && after.includes(earlier.name),
  )
}

const keyOf = ({ name, data }: Exchange) => `${data.scenario} ${name}`

/** Returns whether a request was accepted; for a page, its status and redirect target. */
function outcomeOf(exchange: Exchange): string {
  if (exchange.data.page)
    return `${exchange.status} ${(exchange.header('location') ?? '').replace(/\/referer\/.*/, '')}`
  if (exchange.status >= 400) return 'refused'
  return exchange.json === false ? 'false' : 'accepted'
}

const harmless = /\/(isEmailAvailable|integration\/customer\/token|customers\/validate)\/?(\?|$)/
const registration = /\/V1\/customers\/?(\?|$)/

/** True if a step may have changed what a later one is about. A registration of another customer is independent. */
function mayChange(earlier: Exchange, later: Exchange): boolean {
  const { method, url } = earlier.data.request
  if (earlier.data.page || method === 'GET' || harmless.test(url)) return false
  const registers = later.data.request.method === 'POST' && registration.test(later.data.request.url)
  return !registers || (later.sent('/customer/email').exists && emailOf(later) === emailOf(earlier))
}

const emailOf = (exchange: Exchange) => String(exchange.sent('/customer/email').value).toLowerCase()
