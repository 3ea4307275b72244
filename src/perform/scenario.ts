import type { ReleaseRange } from '../../release/index.ts'
import type { Asked, ExchangesOf, Looked, LooksOf, Step } from '../recording/asked.ts'
import type { Access } from '../recording/recording.ts'
import { isOwn } from '../shared/own.ts'
import type { Stage } from './stage.ts'

/**
 * A short function that makes requests and names each exchange. It asserts nothing.
 * @typeParam Exchanges the names of the exchanges it records: requirements can read these and no others
 * @typeParam Mails the names of the looks into the mailbox it records
 */
export interface Scenario<Exchanges extends string = string, Mails extends string = string> {
  readonly name: string
  /** Whether it is a shop's own. */
  readonly own: boolean
  readonly chapter: string
  /** What is asked, for people. */
  readonly asks: string
  /** Access without which it is not performed. */
  readonly needs: readonly Access[]
  /** Whether it lets time pass where it can: it begins first, so that its waiting costs nothing beside the others' work. */
  readonly waits: boolean
  /** Whether it changes what others rest on: it is performed when all others have ended. */
  readonly alone: boolean
  /** Which of its steps say something only where earlier ones came out as they were to. */
  readonly rests: readonly Rest[]
  readonly perform: (stage: Stage) => Step<Asked<Exchanges> | Looked<Mails>>
  /** What it asks in profile shape, in which it is not performed otherwise: each answer has to stand by itself. */
  readonly shape: ((stage: Stage) => Step<Asked<Exchanges> | Looked<Mails>>) | undefined
}

/**
 * Steps that rest on others: they are asked all the same, but where one of those came out otherwise, no requirement is
 * judged by them. It is blocked by that one.
 */
export interface Rest<Step extends string = string, On extends string = string> {
  /** The steps that rest, looks into the mailbox included. */
  readonly rest: readonly Step[]
  readonly on: readonly On[]
  /** What each of them had to be: answered with 2xx and not with `false`, or refused. */
  readonly was: 'accepted' | 'refused'
  /** The releases in which that is to be so; every release when not given. */
  readonly in?: ReleaseRange
}

/**
 * Steps of which each is to be refused, or accepted, and says nothing once one before it was not.
 * @param then what only rests on them, and may come out either way
 */
export const inTurn = <const Step extends string, const Then extends string = never>(
  was: Rest['was'],
  steps: readonly Step[],
  then: readonly Then[] = [],
): Rest<Step | Then, Step>[] =>
  steps.map((step, index) => ({ rest: [...steps.slice(index + 1), ...then], on: [step], was }))

/** All scenarios, in order of definition. */
export const scenarios: Scenario[] = []

/** What a scenario's steps may record. */
type Recorded = Asked<string> | Looked<string>

/**
 * Defines a scenario: a generator whose steps (`yield* ask('issue', …)`) tell the compiler the names it records.
 * Scenarios are independent of one another: they run side by side.
 * @param shape what it asks in profile shape, if anything: questions whose answers need no state
 * @throws Error when the name is taken
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
