import type { Requirement } from '../judge/requirement.ts'
import { type Load, loadOf, loadOfRun, sumOf } from '../perform/rehearse.ts'
import { allowedLine } from '../report/budget.ts'
import { exceeded, loadLine, loadTable } from '../report/load.ts'
import { type Selected, selectionRows } from '../report/selection.ts'
import { type Profile, profileTexts } from '../shared/profile.ts'
import { suite } from '../shared/version.ts'
import { type Plan, planFrom } from '../target/plan.ts'
import { openRehearsal, type Rehearsal } from '../target/rehearsal.ts'
import type { Settings } from '../target/settings.ts'
import type { Target } from '../target/target.ts'
import { warnOfUnknown } from './perform-run.ts'
import { scenariosOf } from './select.ts'

/**
 * Prints the requests of a run, counted by performing each scenario on the embedded reference. Nothing is sent to the
 * target.
 * @returns exit code 0
 * @throws UsageError
 */
export async function dryRun(
  settings: Settings,
  requirements: readonly Requirement[],
  selected: Selected,
): Promise<number> {
  warnOfUnknown(settings)
  const plan = planFrom(settings)
  const rehearsal = await openRehearsal(plan)
  try {
    const rows = await count(rehearsal, requirements, plan.profile)
    console.log(
      [
        ...head(plan, rehearsal),
        ...selectionLines(selected),
        '',
        ...loadTable(rows),
        '',
        ...foot(plan, rehearsal, rows),
      ].join('\n'),
    )
  } finally {
    await rehearsal.close()
  }
  return 0
}

/** Returns the load of each scenario, without setup. */
async function count(
  rehearsal: Rehearsal,
  requirements: readonly Requirement[],
  profile: Profile,
): Promise<[string, Load][]> {
  const settingUp = await loadOf(rehearsal, [], profile)
  const rows: [string, Load][] = [['setting up', { ...settingUp, requests: settingUp.requests + rehearsal.opening }]]
  for (const scenario of scenariosOf(requirements, profile)) {
    const load = sumOf(await loadOf(rehearsal, [scenario], profile), settingUp, -1)
    rows.push([scenario.name, load])
  }
  return rows
}

function head({ where, powers, store, profile, release: stated }: Plan, { release }: Rehearsal): string[] {
  const note = stated ? ' (stated)' : ' (assumed; a run detects the release, or set MAGENTO_RELEASE)'
  return [
    `${suite.name} ${suite.version}, dry run: no request is sent to the target`,
    `target   ${where}, store ${store}`,
    `release  ${release}${note}`,
    `access   ${powers.join(', ') || 'none'} (as set, not tried)`,
    ...(profile === 'full' ? [] : [`profile  ${profile}: ${profileTexts[profile]}`]),
  ]
}

/** Returns the selection as in a report. */
export const selectionLines = (selected: Selected): string[] =>
  selectionRows(selected).map(([name, text]) => `${name.padEnd(8)} ${text}`)

function foot({ limits }: Plan, { release }: Rehearsal, rows: readonly [string, Load][]): string[] {
  const all = rows.map(([, load]) => load).reduce((sum, load) => sumOf(sum, load))
  return [
    `allowed  ${allowedLine(limits)}`,
    ...exceeded(all, limits).map((line) => `         ${line}`),
    `Counted on the reference as ${release} with stock settings: a shop with other settings may get a few more or fewer.`,
  ]
}

/** Prints what a run will send to a shop, and its limits. */
export async function printPlan(target: Target, requirements: readonly Requirement[], profile: Profile): Promise<void> {
  if (target.embedded) return
  const options = {
    release: target.release.name,
    emailDomain: target.emailDomain,
    admin: target.adminToken !== undefined,
    mailbox: target.mailbox !== undefined,
    lockout: target.lockout,
    storefront: target.storefront !== undefined,
    longestWait: target.clock.longest,
    bank: target.bank !== undefined,
    settings: target.configure !== undefined,
  }
  const load = await loadOfRun(options, scenariosOf(requirements, profile), profile)
  const { limits } = target.guard.budget
  console.error(`planned  ${loadLine(load)}`)
  console.error(`allowed  ${[allowedLine(limits), ...exceeded(load, limits)].join('; ')}`)
}
