import type { Grade } from '../recording/evidence.ts'

/**
 * pass · fail (a MUST is not met) · warn (a SHOULD or MAY is not met) · advice (not met by Magento itself either) ·
 * blocked (an earlier exchange failed) · untestable (access is missing) · inapplicable (not for this release or shop) ·
 * error (the target gave no answer)
 */
export const verdicts = ['pass', 'fail', 'warn', 'advice', 'blocked', 'untestable', 'inapplicable', 'error'] as const

export type Verdict = (typeof verdicts)[number]

/** The verdicts of requirements that were judged and are not met. */
export const unmetVerdicts: readonly Verdict[] = ['fail', 'warn', 'advice']

/** The number of requirements with each verdict. */
export type Counts = Readonly<Record<Verdict, number>>

/** Counts verdicts. A verdict that does not occur counts 0. */
export function countsOf(judged: readonly { readonly verdict: Verdict }[]): Counts {
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, 0])) as Record<Verdict, number>
  for (const { verdict } of judged) counts[verdict]++
  return counts
}

/** A requirement and its verdict. */
export interface Result {
  readonly id: string
  readonly verdict: Verdict
  /** The exchange that decided, by name; for a blocked requirement, the one that blocks it. */
  readonly exchange?: { readonly scenario: string; readonly name: string }
  readonly expected?: string
  readonly actual?: string
  /** The failing part: `status`, `header location`, `body`, `mail`, or a JSON pointer; empty for the whole body. */
  readonly place?: string
  /** Why it could not be judged. */
  readonly why?: string
  /** The setting that would allow judging it. */
  readonly setting?: string
  /** The evidence, for a requirement about expiry. */
  readonly evidence?: Grade
  /** Names of the exchanges it read, unless it reads all. */
  readonly read: readonly string[]
}
