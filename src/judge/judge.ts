import { compareReleases, parseRelease, type Release, type ReleaseRange } from '../../release/index.ts'
import { untestable as noPower } from '../perform/access.ts'
import { type Grade, strongest } from '../recording/evidence.ts'
import { Exchange } from '../recording/exchange.ts'
import { frontOf, refusalTexts } from '../recording/front.ts'
import type { MailObservation } from '../recording/mail.ts'
import type { Halt, Recording } from '../recording/recording.ts'
import { limited } from '../recording/too-many.ts'
import { isUnavailable, unavailability } from '../recording/unavailable.ts'
import { remembering } from '../shared/memo.ts'
import { placeOf } from '../shared/own.ts'
import { asClause } from '../shared/text.ts'
import { suite } from '../shared/version.ts'
import { refusedAsExpired } from './expired-token.ts'
import { isEnglish, speaking } from './language.ts'
import { type Broken, blockedBy, brokenPremise } from './premise.ts'
import type { Reader, Requirement, Shop } from './requirement.ts'
import { Undecided, Unmet } from './unmet.ts'
import { type Result, unmetVerdicts } from './verdict.ts'

/** Judges one requirement as a release. */
export type Judgement = (requirement: Requirement, release: Release) => Result

/**
 * Judges a recording. It is a pure function: the same recording and release give the same results, without a target.
 * @param release the release to judge as; by default that of the recording
 */
export function judge(recording: Recording, requirements: readonly Requirement[], release?: string): Result[] {
  const judged = judgementOf(recording)
  const as = parseRelease(release ?? recording.meta.release.name)
  return requirements.map((requirement) => judged(requirement, as))
}

/** A result with the conditions on the release under which it is valid for other releases too. */
interface Found {
  readonly result: Result
  readonly isTrueOf: readonly ((release: Release) => boolean)[]
}

/**
 * Prepares a recording to be judged as any release. A requirement is checked once for all releases that meet the same
 * conditions in its check.
 */
export const judgementOf = remembering((recording: Recording): Judgement => {
  const exchanges = index(recording.exchanges)
  const mails = index(recording.mails.map((mail) => ({ data: mail, mail })))
  const outcomes = new Map(recording.outcomes.map((outcome) => [outcome.scenario, outcome]))
  const english = isEnglish(recording)
  const unavailable = new Set([
    ...recording.exchanges.filter(
      ({ data }) => isUnavailable(data.response) || (!data.page && frontOf(data.response, data.request.url)),
    ),
    ...limited(recording.exchanges),
  ])
  const expired = refusedAsExpired(recording)
  const ofTheShop = recording.exchanges.filter((exchange) => !unavailable.has(exchange) && !exchange.data.page)
  const found = new Map<Requirement, Found[]>()
  return (requirement, release) => {
    const known = found.get(requirement)?.find(({ isTrueOf }) => isTrueOf.every((holds) => holds(release)))
    if (known) return known.result
    const isTrueOf: ((release: Release) => boolean)[] = []
    const isIn = (range: ReleaseRange) => {
      const isOne = range.includes(release)
      isTrueOf.push((other) => range.includes(other) === isOne)
      return isOne
    }
    const read = new Set<string>()
    const evidence: (Grade | undefined)[] = []
    const reader: Reader = {
      named: (name) => {
        read.add(name)
        const key = `${requirement.scenario} ${name}`
        const one: Exchange | MailObservation | undefined = exchanges.get(key) ?? mails.get(key)?.mail
        if (one instanceof Exchange && unavailable.has(one)) throw notOfTheShop(one)
        if (one instanceof Exchange && expired.has(one) && !isAboutExpiry(requirement)) throw tooLate(one)
        if (one instanceof Exchange) evidence.push(one.data.evidence)
        if (one) return one
        const outcome = outcomes.get(requirement.scenario as string)
        const halt = outcome?.without?.[name] ?? outcome?.halt
        if (halt?.kind === 'untestable') evidence.push(halt.evidence)
        throw missing(name, outcome !== undefined, halt, requirement.scenario as string, recording.meta)
      },
      every: () => {
        const first = recording.exchanges.find((exchange) => unavailable.has(exchange))
        if (first && ofTheShop.length === 0) throw notOfTheShop(first)
        return ofTheShop
      },
      mails: () => {
        if (recording.mails.length > 0) return recording.mails
        const { why, setting } = noPower('mailbox')
        throw new Undecided('untestable', why, { setting })
      },
    }
    const shop = shopOf(recording, isIn, () => {
      isTrueOf.push((other) => compareReleases(other, release) === 0)
      return release
    })
    const named = (name: string) => exchanges.get(`${requirement.scenario} ${name}`)
    const decided = speaking(english, () => judgeOne(requirement, reader, shop))
    const judged = restingOn(
      requirement,
      decided,
      [...read],
      (step) => brokenPremise(step, requirement.rests, isIn, named),
      (broken) => {
        try {
          reader.named(broken.exchange.name)
        } catch (error) {
          // A response of a proxy, or an expired token, is no behaviour of the shop.
          if (error instanceof Undecided) return error
        }
        return blockedBy(broken)
      },
    )
    const grade = judged.verdict === 'inapplicable' ? undefined : strongest(evidence)
    const result = { ...judged, ...(grade ? { evidence: grade } : {}), read: [...read] }
    found.set(requirement, [...(found.get(requirement) ?? []), { result, isTrueOf }])
    return result
  }
})

function judgeOne(requirement: Requirement, reader: Reader, shop: Shop): Omit<Result, 'read'> {
  const { id } = requirement
  if (!shop.is(requirement.in)) return { id, verdict: 'inapplicable', why: `holds ${requirement.in.text}` }
  const unless = requirement.unless.find(({ probe, is }) => shop.probe(probe, !is) === is)
  if (unless?.setting) return { id, verdict: 'untestable', why: unless.why, setting: unless.setting }
  if (unless) return { id, verdict: 'inapplicable', why: unless.why }
  try {
    requirement.check(reader, shop)
    return { id, verdict: 'pass' }
  } catch (error) {
    if (error instanceof Unmet) return unmet(requirement, error)
    if (error instanceof Undecided) return undecided(requirement, error)
    const { name, message } = error as Error
    const place = requirement.own ? placeOf(error as Error) : undefined
    if (place) return { id, verdict: 'error', why: `your requirement ${id} failed at ${place}: ${name}: ${message}` }
    return { id, verdict: 'error', why: `the suite itself failed in ${id}: ${name}: ${message}` }
  }
}

/** Returns the decided result, or blocked if the deciding step depends on another step without the required result. */
function restingOn(
  requirement: Requirement,
  decided: Omit<Result, 'read'>,
  read: readonly string[],
  brokenAt: (step: string) => Broken | undefined,
  asked: (broken: Broken) => Undecided,
): Omit<Result, 'read'> {
  const { rests, scenario } = requirement
  if (rests.length === 0 || !['pass', ...unmetVerdicts].includes(decided.verdict)) return decided
  const deciding = decided.exchange?.scenario === scenario ? [decided.exchange?.name as string] : read
  for (const name of deciding) {
    const broken = brokenAt(name)
    if (broken) return undecided(requirement, asked(broken))
  }
  return decided
}

function unmet({ id, level, advice }: Requirement, { expected, actual, exchange, place }: Unmet): Omit<Result, 'read'> {
  const verdict = advice ? 'advice' : level === 'must' ? 'fail' : 'warn'
  return {
    id,
    verdict,
    expected,
    actual,
    ...(exchange ? { exchange: { scenario: exchange.data.scenario, name: exchange.name } } : {}),
    ...(place === undefined ? {} : { place }),
  }
}

function undecided({ id, scenario }: Requirement, { verdict, message, setting, by }: Undecided): Omit<Result, 'read'> {
  const place = by && scenario ? { exchange: { scenario, name: by } } : {}
  return { id, verdict, why: message, ...(setting ? { setting } : {}), ...place }
}

function missing(
  name: string,
  performed: boolean,
  halt: Halt | undefined,
  scenario: string,
  { profile = 'full', suiteVersion }: Pick<Recording['meta'], 'profile' | 'suiteVersion'>,
): Undecided {
  if (!halt && (profile === 'shape' || (profile !== 'full' && !performed)))
    return new Undecided('untestable', `the run tested only profile ${profile}`, {
      setting: 'run it with --profile full',
    })
  if (!performed)
    return new Undecided('untestable', `scenario "${scenario}" was not performed`, { setting: 'run it without --only' })
  if (!halt)
    return suiteVersion === suite.version
      ? new Undecided('error', `the suite itself failed: scenario "${scenario}" ended without recording "${name}"`)
      : new Undecided(
          'untestable',
          `version ${suiteVersion} of the suite, which made the recording, did not ask this`,
          {
            setting: `record the shop with version ${suite.version}`,
          },
        )
  const more = halt.kind === 'untestable' ? { setting: halt.setting } : halt.kind === 'blocked' ? { by: halt.by } : {}
  return new Undecided(halt.kind, halt.why, more)
}

const isAboutExpiry = ({ chapter }: Requirement) => chapter === 'The token expires'

/** A request with an expired token says nothing about the shop. */
const tooLate = ({ name }: Exchange) =>
  new Undecided('untestable', `the token of "${name}" had expired when the request was sent`, {
    setting: 'raise the token lifetime on this shop, or run again when the shop answers faster',
  })

/** A response of something in front of a shop makes no requirement fail. */
function notOfTheShop({ name, data }: Exchange): Undecided {
  const front = data.page ? undefined : frontOf(data.response, data.request.url)
  if (front && !isUnavailable(data.response)) {
    const { sentence, next } = refusalTexts(data.request.method, data.response.status, front)
    return new Undecided('untestable', sentence.replace(/\.$/, ''), { setting: asClause(next) })
  }
  if (data.response.status === 429)
    return new Undecided('error', `"${name}" got 429 each time: a rate limit, which is not a defect of the shop`)
  return new Undecided('error', `"${name}" was answered ${unavailability(data.response)}`)
}

function shopOf({ meta }: Recording, isIn: (range: ReleaseRange) => boolean, release: () => Release): Shop {
  return {
    get release() {
      return release()
    },
    store: meta.store,
    is: isIn,
    probe: (name, stock) => (meta.probes[name]?.value as typeof stock | undefined) ?? stock,
  }
}

function index<T extends { data: { scenario: string; name: string } }>(entries: readonly T[]): Map<string, T> {
  return new Map(entries.map((entry) => [`${entry.data.scenario} ${entry.data.name}`, entry]))
}
