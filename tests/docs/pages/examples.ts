import type { Fault } from '../../../faults/fault.ts'
import { knownReleases, parseRelease } from '../../../release/index.ts'
import { allFaults, allRemedies } from '../../../specs/faults.ts'
import type { Requirement } from '../../../src/judge/requirement.ts'
import type { Verdict } from '../../../src/judge/verdict.ts'
import type { Scenario } from '../../../src/perform/scenario.ts'
import { isRed } from '../../support/run.ts'
import { type Judged, judgedRun, readBy, type Setup } from './runs.ts'
import { conformingUnder, shownBy } from './shown-by.ts'

export interface Examples {
  readonly conforming: Judged
  /** The remedy with which the reference follows the advice, as Magento does not. */
  readonly remedy?: Fault
  readonly broken: Judged
  /** The fault that breaks the requirement; none for advice, which Magento itself does not follow. */
  readonly fault?: Fault
}

/**
 * Returns the faults that break a requirement: first the one chosen as example, then those that break the fewest
 * others, because they show the requirement best.
 * @throws Error if the chosen fault does not break it
 */
export function faultsOf({ id }: Requirement): Fault[] {
  const faults = allFaults.filter(({ breaks }) => breaks.includes(id))
  const chosen = shownBy[id]
  if (chosen && !faults.some((fault) => fault.id === chosen)) throw new Error(`${id} is not broken by "${chosen}"`)
  const rank = (fault: Fault) => (fault.id === chosen ? 0 : fault.breaks.length)
  return faults.sort((a, b) => rank(a) - rank(b))
}

/**
 * Finds a run in which the requirement holds, as the newest release that it applies to, and one in which it does not.
 * @throws Error if no known fault breaks it, which means that the kill matrix is wrong
 */
export async function examplesOf(requirement: Requirement): Promise<Examples> {
  const release = knownReleases.findLast((known) => requirement.in.includes(parseRelease(known))) as string
  return requirement.advice ? adviceExamples(requirement, release) : await faultExamples(requirement, release)
}

async function adviceExamples(requirement: Requirement, release: string): Promise<Examples> {
  const remedy = allRemedies.find(({ breaks }) => breaks.includes(requirement.id)) as Fault
  const as = remedy.release ?? release
  return {
    conforming: await first(requirement, [{ release: as, settings: remedy.settings, changed: remedy }], 'pass'),
    remedy,
    broken: await first(requirement, [{ release: as, settings: remedy.settings }], 'advice'),
  }
}

async function faultExamples(requirement: Requirement, release: string): Promise<Examples> {
  const faults = faultsOf(requirement)
  const own = faults.map((fault): Setup => ({ release: fault.release ?? release, settings: fault.settings }))
  const shown = conformingUnder[requirement.id]
  const conforming = await first(requirement, [{ release, changed: shown }, ...own], 'pass')
  for (const [index, fault] of faults.entries())
    for (const setup of [conforming.setup, own[index] as Setup]) {
      const broken = await firstRed(requirement, { ...setup, changed: fault }, conforming)
      if (broken) return { conforming: await besides(broken, conforming, requirement), broken, fault }
    }
  throw new Error(`${requirement.id}: no fault that is said to break it does`)
}

/** The conforming run, or that of the scenario which shows the fault, if it was not part of it. */
async function besides(broken: Judged, conforming: Judged, requirement: Requirement): Promise<Judged> {
  const isOf = (name?: string) => conforming.exchanges.some(({ data }) => data.scenario === name)
  const missed = readBy(requirement).filter(({ name }) => name === broken.result.exchange?.scenario && !isOf(name))
  return missed.length ? judgedRun(requirement, conforming.setup, missed) : conforming
}

/** For a requirement of the whole run, the shortest scenario that shows it alone is used, if there is one. */
async function firstRed(requirement: Requirement, setup: Setup, { exchanges }: Judged): Promise<Judged | undefined> {
  const sizeOf = ({ name }: Scenario) => exchanges.filter(({ data }) => data.scenario === name).length
  const all = readBy(requirement).sort((a, b) => sizeOf(a) - sizeOf(b))
  for (const scenarios of [...all.map((one) => [one]), all]) {
    const judged = await judgedRun(requirement, setup, scenarios)
    if (isRed(judged.result, requirement)) return judged
  }
  return undefined
}

/** A requirement that compares scenarios with each other is shown by one, as each is performed in a shop of its own. */
async function first(requirement: Requirement, setups: readonly Setup[], verdict: Verdict): Promise<Judged> {
  const all = readBy(requirement)
  for (const scenarios of [all, ...(requirement.scenario ? [] : all.map((one) => [one]))])
    for (const setup of setups) {
      const judged = await judgedRun(requirement, setup, scenarios)
      if (judged.result.verdict === verdict) return judged
    }
  throw new Error(`${requirement.id}: no run of the reference gives ${verdict}`)
}
