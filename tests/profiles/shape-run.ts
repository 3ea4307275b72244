import '../../specs/index.ts'
import { scenariosOf, selectRequirements } from '../../src/cli/select.ts'
import { judge } from '../../src/judge/judge.ts'
import { perform } from '../../src/perform/perform.ts'
import type { Report, ReportedRequirement } from '../../src/report/report.ts'
import { reportOf } from '../../src/report/report-of.ts'
import type { Profile } from '../../src/shared/profile.ts'
import { noLedger } from '../../src/target/ledger/ledger.ts'
import type { Target } from '../../src/target/target.ts'

/** Performs and judges one profile against a target, like a run. */
export async function reportAs(profile: Profile, target: Target): Promise<Report> {
  const requirements = selectRequirements(undefined, profile)
  const options = { ledger: noLedger, mailTimeout: 0, profile }
  const { recording, accounts, budget } = await perform(target, scenariosOf(requirements, profile), options)
  return reportOf(recording, requirements, judge(recording, requirements), { profile, accounts, budget })
}

/** True if a requirement, except advice, does not hold or could not be judged. */
export const isNotHeld = ({ verdict }: ReportedRequirement): boolean =>
  !['pass', 'inapplicable', 'advice'].includes(verdict)

/** Returns what does not hold in a report, as text. */
export function notHolding({ requirements }: Report): string[] {
  return requirements
    .filter(isNotHeld)
    .map(
      ({ id, verdict, expected, actual, why }) => `${id} ${verdict}: ${why ?? `expected ${expected}, got ${actual}`}`,
    )
}
