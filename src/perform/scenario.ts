import type { ReleaseRange } from '../../release/index.ts'
import type { Asked, ExchangesOf, Looked, LooksOf, Step } from '../recording/asked.ts'
import type { Access } from '../recording/recording.ts'
import { isOwn } from '../shared/own.ts'
import type { Stage } from './stage.ts'

/**
 * A short function that sends requests and names each exchange. It asserts nothing.
 * @typeParam Exchanges names of the recorded exchanges; requirements can read only these
 * @typeParam Mails names of the recorded mailbox queries
 */
export interface Scenario<Exchanges extends string = string, Mails extends string = string> {
  readonly name: string
  /** True for a shop's own scenario. */
  readonly own: boolean
  readonly chapter: string
  /** What it tests, for output. */
  readonly asks: string
  /** Access that it requires. */
  readonly needs: readonly Access[]
  /** True if it lets time pass when it can. It starts first, so that its waiting overlaps with other scenarios. */
  readonly waits: boolean
  /** True if it changes what others depend on. It runs after all others have ended. */
  readonly alone: boolean
  /** Steps that are meaningful only if earlier steps had the expected result. */
  readonly rests: readonly Rest[]
  readonly perform: (stage: Stage) => Step<Asked<Exchanges> | Looked<Mails>>
  /** Its steps in profile shape; without this it does not run there. Responses must be independent of state. */
  readonly shape: ((stage: Stage) => Step<Asked<Exchanges> | Looked<Mails>>) | undefined
}

/**
 * Steps that depend on others. They are always sent, but if one of those had another result, requirements about them
 * are blocked by it.
 */
export interface Rest<Step extends string = string, On extends string = string> {
  /** The dependent steps, including mailbox queries. */
  readonly rest: readonly Step[]
  readonly on: readonly On[]
  /** The required result of each: a 2xx response that is not `false`, or a refusal. */
  readonly was: 'accepted' | 'refused'
  /** Releases in which this applies; default: all. */
  readonly in?: ReleaseRange
}

/**
 * Returns dependencies for a sequence: each step must have the same result, and is meaningful only if all earlier steps
 * had it.
 * @param then steps that depend on all of them, with any result
 */
export const inTurn = <const Step extends string, const Then extends string = never>(
  was: Rest['was'],
  steps: readonly Step[],
  then: readonly Then[] = [],
): Rest<Step | Then, Step>[] =>
  steps.map((step, index) => ({ rest: [...steps.slice(index + 1), ...then], on: [step], was }))

/** All scenarios, in order of definition. */
export const scenarios: Scenario[] = []

/** What a step may record. */
type Recorded = Asked<string> | Looked<string>

/**
 * Defines a scenario: a generator whose steps (`yield* ask('issue', …)`) give the compiler the names that it records.
 * Scenarios are independent and run concurrently.
 * @param shape steps in profile shape, which must not need state
 * @throws Error if the name is taken
 */
export function scenario<Steps extends Recorded, ShapeSteps extends Recorded = never>(
  name: string,
  definition: {
    readonly chapter: string
    readonly asks: string
    readonly needs?: readonly Access[]
    readonly waits?: boolean
    readonly alone?: boolean
    readonly rests?: readonly Rest<
      NoInfer<ExchangesOf<Steps | ShapeSteps> | LooksOf<Steps | ShapeSteps>>,
      NoInfer<ExchangesOf<Steps | ShapeSteps>>
    >[]
  },
  perform: (stage: Stage) => Step<Steps>,
  shape?: (stage: Stage) => Step<ShapeSteps>,
): Scenario<ExchangesOf<Steps | ShapeSteps>, LooksOf<Steps | ShapeSteps>> {
  if (scenarios.some((other) => other.name === name)) throw new Error(`two scenarios are called "${name}"`)
  const defined = {
    name,
    own: isOwn(),
    needs: [],
    waits: false,
    alone: false,
    rests: [],
    ...definition,
    perform,
    shape,
  }
  scenarios.push(defined)
  return defined as unknown as Scenario<ExchangesOf<Steps | ShapeSteps>, LooksOf<Steps | ShapeSteps>>
}
