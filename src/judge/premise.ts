import type { ReleaseRange } from '../../release/index.ts'
import type { Rest } from '../perform/scenario.ts'
import type { Exchange } from '../recording/exchange.ts'
import { describe } from '../recording/show.ts'
import { Undecided } from './unmet.ts'

/** True if a step succeeded. A response of `false` means that nothing was done. */
const wasAccepted = ({ status, json }: Exchange): boolean => status >= 200 && status < 300 && json !== false

/**
 * Finds an earlier step without the result on which a step depends; the step then shows a different state than the one
 * to be judged.
 * @param rests dependencies of the step's scenario
 * @param isIn true if the release to judge as is in the range
 * @param named returns the exchange of that name, if the recording has it
 * @returns undefined if the step depends on none, or all had the required result
 */
export function brokenPremise(
  step: string,
  rests: readonly Rest[],
  isIn: (range: ReleaseRange) => boolean,
  named: (name: string) => Exchange | undefined,
  seen: readonly string[] = [],
): Broken | undefined {
  for (const { rest, on, was, in: where } of rests) {
    if (!rest.includes(step) || (where && !isIn(where))) continue
    for (const name of on) {
      if (seen.includes(name)) continue
      const root = brokenPremise(name, rests, isIn, named, [...seen, step])
      if (root) return root
      const exchange = named(name)
      if (exchange && wasAccepted(exchange) !== (was === 'accepted')) return { exchange, was }
    }
  }
  return undefined
}

/** A step that should have been accepted, or rejected, and was not. */
export interface Broken {
  readonly exchange: Exchange
  readonly was: Rest['was']
}

/** Returns the reason why requirements that depend on this step cannot be judged. */
export const blockedBy = ({ exchange, was }: Broken): Undecided =>
  new Undecided('blocked', `"${exchange.name}" was not ${was}: it was answered ${describe(exchange)}`, {
    by: exchange.name,
  })
