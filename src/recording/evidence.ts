/**
 * How an answer about expiry was come by, the weakest first.
 * none: nothing is known of the lifetime · claimed: a token says when it ends · configured: the user or the shop says
 * how long tokens live · consistent: both say the same · aged: a token kept from an earlier run · watched: the time
 * passed during the run · clocked: the target's own clock was moved
 */
export const grades = ['none', 'claimed', 'configured', 'consistent', 'aged', 'watched', 'clocked'] as const

export type Grade = (typeof grades)[number]

/** The strongest of several grades; undefined when there is none. */
export function strongest(some: readonly (Grade | undefined)[]): Grade | undefined {
  return grades.findLast((grade) => some.includes(grade))
}
