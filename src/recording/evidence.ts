/**
 * The evidence of a verdict about expiry, the weakest first. none: nothing is known of the lifetime · claimed: a token
 * states it · configured: the user or the shop states it · consistent: both state the same · aged: a token kept from an
 * earlier run · watched: the time passed during the run · clocked: the clock of the target was moved
 */
export const grades = ['none', 'claimed', 'configured', 'consistent', 'aged', 'watched', 'clocked'] as const

export type Grade = (typeof grades)[number]

/** Returns the strongest of several grades; undefined for none. */
export function strongest(some: readonly (Grade | undefined)[]): Grade | undefined {
  return grades.findLast((grade) => some.includes(grade))
}
