import { type Allowed, allowed } from './allowed.ts'
import type { MutantResult } from './run.ts'

export interface MutantSummary {
  readonly release: string
  readonly mutants: number
  readonly caught: number
  /** Undetected mutants that break no requirement, by reason. */
  readonly allowed: Readonly<Record<string, number>>
  /** Percentage detected of the mutants that break a requirement. */
  readonly caughtOfBreaking: number
  /** Undetected mutants that break a requirement, which new checks must detect. */
  readonly survivors: readonly string[]
}

/** Returns the results, without values that differ from run to run. */
export function summarise(release: string, results: readonly MutantResult[]): MutantSummary {
  const survivors = results.filter(({ caughtBy }) => caughtBy === undefined)
  const elsewhere = new Set(results.filter(({ caughtBy }) => caughtBy !== undefined).map(sameThing))
  const explained = survivors.map((survivor) => ({ survivor, why: reasonFor(survivor, elsewhere) }))
  const open = explained.filter(({ why }) => !why).map(({ survivor }) => survivor)
  const caught = results.length - survivors.length
  const counts: Record<string, number> = {}
  for (const { why } of explained) if (why) counts[why] = (counts[why] ?? 0) + 1
  return {
    release,
    mutants: results.length,
    caught,
    allowed: counts,
    caughtOfBreaking: Math.floor((1000 * caught) / (caught + open.length)) / 10,
    survivors: open.map(
      ({ scenario, exchange, kind, at }) => `${scenario} "${exchange}": ${kind}${at ? ` ${at}` : ''}`,
    ),
  }
}

function reasonFor(survivor: MutantResult, elsewhere: ReadonlySet<string>): string | undefined {
  const rule = allowed.find((candidate) => fits(candidate, survivor))
  if (rule) return rule.why
  return elsewhere.has(sameThing(survivor))
    ? 'the same mutant of the same answer is caught where another scenario asks for it'
    : undefined
}

const sameThing = ({ route, kind, at }: MutantResult) => `${route} ${kind} ${at.replace(/\/\d+/g, '/0')}`

function fits({ scenario, exchange, kind, at }: Allowed, survivor: MutantResult): boolean {
  return (
    (scenario?.test(survivor.scenario) ?? true) &&
    (exchange?.test(survivor.exchange) ?? true) &&
    (kind?.test(survivor.kind) ?? true) &&
    (at?.test(survivor.at) ?? true)
  )
}
