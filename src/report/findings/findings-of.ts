import { readFileSync } from 'node:fs'
import type { Recording, SetupFinding } from '../../recording/recording.ts'
import { calledAs } from '../../shared/command.ts'
import { packageFile } from '../../shared/package-file.ts'
import { outcomeOf } from '../outcome.ts'
import type { ReportedRequirement } from '../report.ts'
import { explainRed } from './explain-red.ts'
import type { Finding, KnownFault } from './finding.ts'

let known: readonly KnownFault[] | undefined

/** Every fault of the kill matrix with what it turns red, as `npm run dictionary` wrote it. */
export function knownFaults(): readonly KnownFault[] {
  known ??= JSON.parse(readFileSync(packageFile('schemas/faults.json'), 'utf8')) as KnownFault[]
  return known
}

/**
 * What explains the requirements that do not hold: advice and accepted failures aside.
 * @param recording where it is at hand, what went wrong first is told from what followed
 */
export function findingsOf(requirements: readonly ReportedRequirement[], recording?: Recording): Finding[] {
  const order = new Map(recording?.exchanges.map(({ data: { scenario, name } }, at) => [`${scenario} ${name}`, at]))
  const red = requirements
    .filter((one) => ['fail', 'warn', 'blocked', 'overdue'].includes(outcomeOf(one)))
    .map((one) => ({ ...one, at: order.get(`${one.exchange?.scenario} ${one.exchange?.name}`) ?? 0 }))
  if (red.length === 0) return []
  const held = requirements.filter(({ verdict }) => verdict === 'pass').map(({ id }) => id)
  return explainRed(red, new Set(held), knownFaults())
}

/** What kept the whole run from standing: nothing else is told then. */
export const stoppedBy = (setup: readonly SetupFinding[]): Finding[] =>
  setup
    .filter(({ effect }) => effect === 'stops')
    .map(({ sentence, next = `${calledAs} doctor` }) => ({ kind: 'setup', sentence, requirements: [], next }))
