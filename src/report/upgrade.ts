import { countsOf, type Verdict } from '../judge/verdict.ts'

/** A report of any version, not yet validated. */
type Document = Record<string, unknown>

/**
 * Converts a report of version 1 to version 2: findings become notes, and warnings of unmet advice become a verdict.
 * The schema reports other errors.
 */
export function upgraded({ findings = [], ...rest }: Document): Document {
  if (!Array.isArray(rest.requirements)) return rest
  const requirements = rest.requirements.map((one) =>
    one?.advice && one.verdict === 'warn' ? { ...one, verdict: 'advice' } : one,
  )
  const { advice } = countsOf(requirements.filter((one): one is { verdict: Verdict } => one?.verdict === 'advice'))
  const counts = rest.counts as { warn?: number } | undefined
  return {
    ...rest,
    ...(counts ? { counts: { ...counts, warn: Number(counts.warn) - advice, advice } } : {}),
    requirements,
    notes: findings,
  }
}
