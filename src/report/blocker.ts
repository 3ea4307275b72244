import type { Requirement } from '../judge/requirement.ts'
import { type Result, unmetVerdicts } from '../judge/verdict.ts'

/** Returns what to look at first for a blocked result. */
export type Blocker = (blocked: Result) => string

/**
 * Finds what blocks a requirement: the requirement that failed on the blocking exchange (a MUST first), else one that
 * read that exchange and is not met, else the exchange itself.
 * @param results of these requirements, in the same order
 */
export function blockerIn(requirements: readonly Requirement[], results: readonly Result[]): Blocker {
  const wrong = requirements
    .map((requirement, index) => ({ requirement, result: results[index] as Result }))
    .filter(({ requirement, result }) => unmetVerdicts.includes(result.verdict) && !requirement.advice)
    .toSorted((one, other) => rank(one.requirement) - rank(other.requirement))
  return ({ exchange }) => {
    if (!exchange) return 'check first what the reason names'
    const { scenario, name } = exchange
    const found =
      wrong.find(({ result }) => result.exchange?.name === name && result.exchange.scenario === scenario) ??
      wrong.find(({ requirement, result }) => requirement.scenario === scenario && result.read.includes(name))
    if (found) return `see ${found.requirement.id} first, which does not hold for "${name}"`
    return `check the response to "${name}" of scenario "${scenario}" first: no requirement fails for it`
  }
}

const rank = ({ level }: Requirement): number => (level === 'must' ? 0 : 1)
