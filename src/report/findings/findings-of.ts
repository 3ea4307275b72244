import { readFileSync } from 'node:fs'
import type { Recording, SetupFinding } from '../../recording/recording.ts'
import { calledAs } from '../../shared/command.ts'
import { packageFile } from '../../shared/package-file.ts'
import { outcomeOf } from '../outcome.ts'
import type { ReportedRequirement } from '../report.ts'
import { explainRed } from './explain-red.ts'
import type { Finding, KnownFault } from './finding.ts'

let known: readonly KnownFault[] | undefined

/** Returns all faults of the kill matrix with the requirements they break, as written by `npm run dictionary`. */
export function knownFaults(): readonly KnownFault[] {
  known ??= JSON.parse(readFileSync(packageFile('schemas/faults.json'), 'utf8')) as KnownFault[]
  return known
}

/**
 * Returns findings for the requirements that are not met, except advice and accepted failures.
 * @param recording used to tell the first error from its consequences
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

/** Returns what prevented the run as a whole; no other finding is reported then. */
export const stoppedBy = (setup: readonly SetupFinding[]): Finding[] =>
  setup
    .filter(({ effect }) => effect === 'stops')
    .map(({ sentence, next = `${calledAs} doctor` }) => ({ kind: 'setup', sentence, requirements: [], next }))
