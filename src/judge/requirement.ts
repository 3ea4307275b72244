import { everyRelease, type Release, type ReleaseRange } from '../../release/index.ts'
import type { Rest, Scenario } from '../perform/scenario.ts'
import type { Exchange } from '../recording/exchange.ts'
import type { MailObservation } from '../recording/mail.ts'
import type { Access, Probe } from '../recording/recording.ts'
import { isOwn } from '../shared/own.ts'
import { chaptersOfFull, type Profile } from '../shared/profile.ts'
import type { Source } from './source.ts'

/** MUST: without it a client breaks or an account is at risk. SHOULD: good practice. MAY: a fact worth knowing. */
export type Level = 'must' | 'should' | 'may'

/** What a requirement can read besides the exchanges. */
export interface Shop {
  /** The release it is judged as. */
  readonly release: Release
  readonly store: string
  is(range: ReleaseRange): boolean
  /** A probed fact, or the value of a stock shop. */
  probe<T extends Probe['value']>(name: string, stock: T): T
}

/** A fact about the shop that makes a requirement inapplicable, or untestable if a setting would help. */
export interface Circumstance {
  readonly probe: string
  readonly is: Probe['value']
  /** For people: `the shop does not allow the country US`. */
  readonly why: string
  /** What would make it testable. */
  readonly setting?: string
}

export interface Details {
  /** Why it matters: who suffers, and how, where it does not hold. */
  readonly why: string
  readonly source: readonly Source[]
  /** The releases it holds for; every release when not given. */
  readonly in?: ReleaseRange
  /** What ought to be though Magento does otherwise: reported, never counted against conformance. */
  readonly advice?: true
  readonly unless?: Circumstance | readonly Circumstance[]
  /** The smallest profile it belongs to, where it is another than its chapter's. */
  readonly profile?: Profile
  /** What to do when it fails, where more can be said than to compare. */
  readonly next?: string
}

export interface Requirement {
  readonly id: string
  /** Whether it is a rule of the shop's own, and none of Magento's contract. */
  readonly own: boolean
  readonly level: Level
  readonly advice: boolean
  readonly chapter: string
  readonly sentence: string
  /** Why it matters: who suffers, and how, where it does not hold. */
  readonly why: string
  readonly source: readonly Source[]
  readonly in: ReleaseRange
  readonly unless: readonly Circumstance[]
  /** The smallest profile it belongs to. */
  readonly profile: Profile
  readonly next: string | undefined
  /** The scenario whose exchanges it reads; undefined when it looks at every exchange of the run. */
  readonly scenario: string | undefined
  /** Which steps of that scenario say something only where others came out as they were to. */
  readonly rests: readonly Rest[]
  readonly needs: readonly Access[]
  /** Throws Unmet when it does not hold, Undecided when it cannot tell. Makes no request. */
  readonly check: (read: Reader, shop: Shop) => void
}

/** Gives a requirement the exchanges and mails that it reads. It throws Undecided for a step that did not happen. */
export interface Reader {
  named(name: string): Exchange | MailObservation
  /** Those of the API: pages of the storefront are no answers of it. */
  every(): readonly Exchange[]
  /** Every look into the mailbox. */
  mails(): readonly MailObservation[]
}

type Named<E extends string, M extends string> = Readonly<Record<E, Exchange> & Record<M, MailObservation>>
type Define<T> = (id: string, sentence: string, details: Details, check: (read: T, shop: Shop) => void) => void

/** All requirements, in order of definition. */
export const requirements: Requirement[] = []

/** Returns the area of a requirement: `TOKEN` for `TOKEN-04`. */
export const areaOf = (id: string): string => id.slice(0, id.lastIndexOf('-'))

/** Functions called for each requirement defined from now on; a test runner uses them to define tests. */
export const onRequirement: ((requirement: Requirement) => void)[] = []

/**
 * Defines requirements about the named exchanges of one scenario. A name that the scenario does not record does not
 * compile.
 */
export function requirementsOf<E extends string, M extends string>(
  scenario: Scenario<E, M>,
): Record<Level, Define<Named<E, M>>> {
  const view = (reader: Reader) =>
    new Proxy({}, { get: (_, name) => (typeof name === 'string' ? reader.named(name) : undefined) }) as Named<E, M>
  return levels(scenario.chapter, scenario, (reader) => view(reader))
}

/** Defines requirements about every exchange of the run. */
export function requirementsOfRun(chapter: string): Record<Level, Define<readonly Exchange[]>> {
  return levels(chapter, undefined, (reader) => reader.every())
}

/** Defines requirements about every mail that the run has read. */
export function requirementsOfMails(chapter: string): Record<Level, Define<Run>> {
  return levels(chapter, undefined, (reader) => ({ looks: reader.mails(), exchanges: reader.every() }), ['mailbox'])
}

/** What a requirement about all mails reads. */
interface Run {
  readonly looks: readonly MailObservation[]
  readonly exchanges: readonly Exchange[]
}

function levels<T>(
  chapter: string,
  scenario: Pick<Scenario, 'name' | 'needs' | 'shape' | 'rests'> | undefined,
  view: (reader: Reader) => T,
  needs: readonly Access[] = scenario?.needs ?? [],
): Record<Level, Define<T>> {
  const define =
    (level: Level): Define<T> =>
    (id, sentence, details, check) => {
      if (!/^[A-Z]+-\d{2,3}$/.test(id)) throw new Error(`"${id}" is no requirement id: write it as AREA-01`)
      if (requirements.some((other) => other.id === id)) throw new Error(`two requirements are called ${id}`)
      if (isOwn() && requirements.some((other) => !other.own && areaOf(other.id) === areaOf(id)))
        throw new Error(
          `${areaOf(id)} is an area of Magento's contract: give ${id} an area of your own, such as ACME-01`,
        )
      if (details.profile === 'shape' && scenario && !scenario.shape)
        throw new Error(`${id} belongs to profile shape, in which scenario "${scenario.name}" asks nothing`)
      const requirement: Requirement = {
        id,
        own: isOwn(),
        level,
        advice: details.advice ?? false,
        chapter,
        sentence,
        why: details.why,
        source: details.source,
        in: details.in ?? everyRelease,
        unless: details.unless ? [details.unless].flat() : [],
        profile: details.profile ?? profileOf(chapter, needs),
        next: details.next,
        scenario: scenario?.name,
        rests: scenario?.rests ?? [],
        needs,
        check: (reader, shop) => check(view(reader), shop),
      }
      requirements.push(requirement)
      for (const listener of onRequirement) listener(requirement)
    }
  return { must: define('must'), should: define('should'), may: define('may') }
}

/** What takes other access than time is for a shop's tester, not for an app. */
function profileOf(chapter: string, needs: readonly Access[]): Profile {
  return chaptersOfFull.includes(chapter) || needs.some((power) => power !== 'clock') ? 'full' : 'behaviour'
}

/** Returns the path of the page about a requirement, relative to the suite. */
export const pageOf = (id: string): string => `docs/requirements/${id}.md`
