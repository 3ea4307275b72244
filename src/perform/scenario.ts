import type { Power } from '../recording/recording.ts'
import type { Stage } from './stage.ts'

/** A short async function that makes requests and names each exchange. It asserts nothing. */
export interface Scenario<Exchanges extends string = string, Mails extends string = string> {
  readonly name: string
  readonly chapter: string
  /** What is asked, for people. */
  readonly asks: string
  /** The names of the exchanges it records: requirements can read these and no others. */
  readonly records: readonly Exchanges[]
  /** The names of the looks into the mailbox it records. */
  readonly mails: readonly Mails[]
  /** Powers without which it is not performed. */
  readonly needs: readonly Power[]
  /** Whether it lets time pass where it can: it begins first, so that its waiting costs nothing beside the others' work. */
  readonly waits: boolean
  /** Whether it changes what others rest on: it is performed when all others have ended. */
  readonly alone: boolean
  readonly perform: (stage: Stage<Exchanges, Mails>) => Promise<void>
  /** What it asks in profile shape, in which it is not performed otherwise: each answer has to stand by itself. */
  readonly shape: ((stage: Stage<Exchanges, Mails>) => Promise<void>) | undefined
}

/** Every scenario there is, in order of definition. */
export const scenarios: Scenario[] = []

/**
 * Defines a scenario. Scenarios are independent of one another: they run side by side.
 * @param shape what it asks in profile shape, if anything: questions whose answers need no state
 * @throws Error when the name or an exchange name is taken
 */
export function scenario<const Exchanges extends string, const Mails extends string = never>(
  name: string,
  definition: {
    readonly chapter: string
    readonly asks: string
    readonly records: readonly Exchanges[]
    readonly mails?: readonly Mails[]
    readonly needs?: readonly Power[]
    readonly waits?: boolean
    readonly alone?: boolean
  },
  perform: (stage: Stage<Exchanges, Mails>) => Promise<void>,
  shape?: (stage: Stage<Exchanges, Mails>) => Promise<void>,
): Scenario<Exchanges, Mails> {
  if (scenarios.some((other) => other.name === name)) throw new Error(`two scenarios are called "${name}"`)
  const names = [...definition.records, ...(definition.mails ?? [])]
  const twice = names.find((entry, index) => names.indexOf(entry) !== index)
  if (twice) throw new Error(`scenario "${name}" records "${twice}" twice`)
  const defined = { name, mails: [], needs: [], waits: false, alone: false, ...definition, perform, shape }
  scenarios.push(defined as unknown as Scenario)
  return defined
}
