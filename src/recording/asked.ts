declare const exchange: unique symbol
declare const look: unique symbol

/**
 * What a step yields: the name of the recorded exchange. Nothing is yielded at run time; the type tells the compiler
 * which names requirements may read.
 */
export interface Asked<Name extends string> {
  readonly [exchange]: Name
}

/** Like `Asked`, for the mails found in the mailbox. */
export interface Looked<Name extends string> {
  readonly [look]: Name
}

/** A step of a scenario, performed with `yield*`. @typeParam Names the names that it records */
export type Step<Names, Result = void> = AsyncGenerator<Names, Result, void>

/** The names of exchanges in the type that steps yield. */
export type ExchangesOf<Names> = Names extends Asked<infer Name> ? Name : never
/** The names of mailbox queries in the type that steps yield. */
export type LooksOf<Names> = Names extends Looked<infer Name> ? Name : never

/** Performs a step. @returns its result. @throws what the step throws */
export async function take<Result>(step: Step<unknown, Result>): Promise<Result> {
  for (;;) {
    const { done, value } = await step.next()
    if (done) return value
  }
}

/** Performs several steps concurrently. @returns their results, in order. @throws what the first failing step throws */
export async function* together<Steps extends readonly Step<unknown, unknown>[]>(
  ...steps: Steps
): Step<
  Steps[number] extends Step<infer Names, unknown> ? Names : never,
  { -readonly [At in keyof Steps]: Steps[At] extends Step<unknown, infer Result> ? Result : never }
> {
  return (await Promise.all(steps.map(take))) as never
}

/** Performs a step whose failure does not stop the scenario. @returns what it threw; undefined if it succeeded */
export async function* attempted<Names>(step: Step<Names, unknown>): Step<Names, { error: unknown } | undefined> {
  try {
    yield* step
    return undefined
  } catch (error) {
    return { error }
  }
}
