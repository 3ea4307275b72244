import { countsOf, type Verdict } from '../judge/verdict.ts'

/** A report of any version, of which nothing is known yet but that it is an object. */
type Document = Record<string, unknown>

/**
 * A report of version 1 as version 2 tells it: what were findings are notes, and advice that does not hold, which was
 * a warning, is a verdict. Whatever else is wrong with it is left for the schema to say.
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
