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

/** The data that a requirement can read besides the exchanges. */
export interface Shop {
  /** The release to judge as. */
  readonly release: Release
  readonly store: string
  is(range: ReleaseRange): boolean
  /** Returns a probed fact, or the value of a stock shop. */
  probe<T extends Probe['value']>(name: string, stock: T): T
}

/** A fact about the shop that makes a requirement inapplicable, or untestable if a setting would help. */
export interface Circumstance {
  readonly probe: string
  readonly is: Probe['value']
  /** For output: `the shop does not allow the country US`. */
  readonly why: string
  /** The setting that would make it testable. */
  readonly setting?: string
}

export interface Details {
  /** Why it matters: who is affected, and how, if it is not met. */
  readonly why: string
  readonly source: readonly Source[]
  /** The releases it applies to; default: all. */
  readonly in?: ReleaseRange
  /** A recommendation that Magento itself does not follow: reported, but without effect on conformance. */
  readonly advice?: true
  /** A failure means that the shop discloses data: it is reported before all others. */
  readonly leak?: true
  readonly unless?: Circumstance | readonly Circumstance[]
  /** The smallest profile that contains it, if not its chapter's. */
  readonly profile?: Profile
  /** What to do if it fails, if there is specific advice. */
  readonly next?: string
}

export interface Requirement {
  readonly id: string
  /** True for a rule of the shop, which is not part of Magento's contract. */
  readonly own: boolean
  readonly level: Level
  readonly advice: boolean
  /** True if a failure means that the shop discloses data. */
  readonly leak: boolean
  readonly chapter: string
  readonly sentence: string
  /** Why it matters: who is affected, and how, if it is not met. */
  readonly why: string
  readonly source: readonly Source[]
  readonly in: ReleaseRange
  readonly unless: readonly Circumstance[]
  /** The smallest profile that contains it. */
  readonly profile: Profile
  readonly next: string | undefined
  /** The scenario whose exchanges it reads; undefined if it reads all exchanges of the run. */
  readonly scenario: string | undefined
  /** Steps of that scenario that are meaningful only if others had the required result. */
  readonly rests: readonly Rest[]
  readonly needs: readonly Access[]
  /** Throws Unmet if it is not met, Undecided if that is unknown. Sends no request. */
  readonly check: (read: Reader, shop: Shop) => void
}

/** Returns the exchanges and mails that a requirement reads. Throws Undecided for a step that was not performed. */
export interface Reader {
  named(name: string): Exchange | MailObservation
  /** All exchanges of the API, without storefront pages. */
  every(): readonly Exchange[]
  /** All mailbox queries. */
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

/** Defines requirements about all mails of the run. */
export function requirementsOfMails(chapter: string): Record<Level, Define<Run>> {
  return levels(chapter, undefined, (reader) => ({ looks: reader.mails(), exchanges: reader.every() }), ['mailbox'])
}

/** The data that a requirement about all mails reads. */
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
        leak: details.leak ?? false,
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

/** Requirements that need access other than time are for testers of shops, not for apps. */
function profileOf(chapter: string, needs: readonly Access[]): Profile {
  return chaptersOfFull.includes(chapter) || needs.some((power) => power !== 'clock') ? 'full' : 'behaviour'
}

/** Returns the path of the page about a requirement, relative to the suite. */
export const pageOf = (id: string): string => `docs/requirements/${id}.md`
