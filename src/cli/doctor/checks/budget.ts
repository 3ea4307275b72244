import { loadOfRun } from '../../../perform/rehearse.ts'
import { allowedLine } from '../../../report/budget.ts'
import { exceeded, loadLine } from '../../../report/load.ts'
import { planFrom } from '../../../target/plan.ts'
import { type Check, type Finding, good, note } from '../check.ts'

/** Compares the requests of a run with its limits, and checks whether it may lock its own accounts. */
export const budget: Check = {
  name: 'budget',
  async look({ settings, scenarios, found }) {
    const plan = planFrom(settings)
    const release = plan.release ?? found.release
    const load = await loadOfRun({ ...plan, release, admin: found.adminToken !== undefined }, scenarios, plan.profile)
    const beyond = exceeded(load, plan.limits)
    const seen = `a run is about ${loadLine(load)}; ${allowedLine(plan.limits)}`
    const lockout: Finding[] = plan.lockout
      ? [note('MAGENTO_LOCKOUT is on', 'failed logins lock accounts that the run created, for half an hour')]
      : []
    return [beyond.length ? note(seen, `the rest is untestable: ${beyond.join('; ')}`) : good(seen), ...lockout]
  },
}
