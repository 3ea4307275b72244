import { judge } from '../src/judge/judge.ts'
import { type Requirement, requirements } from '../src/judge/requirement.ts'
import type { KnownFault } from '../src/report/findings/finding.ts'
import { signatureOf } from '../src/report/findings/shows.ts'
import { reportedOf } from '../src/report/reported-requirement.ts'
import type { Fault } from './fault.ts'
import { record } from './run.ts'

/** The verdicts that findings use: not met, and blocked. */
const shown = new Set(['fail', 'warn', 'blocked'])

/** Runs one fault and records the objection of each requirement that it breaks. @param family file that contains it */
export async function knownFault(fault: Fault, family: string): Promise<KnownFault> {
  const { id, does, origin, release, settings, change } = fault
  const recording = await record({ release, settings, changes: [change] })
  const reds = judge(recording, requirements).flatMap((result, index) =>
    shown.has(result.verdict) ? reportedOf(requirements[index] as Requirement, result, recording, undefined) : [],
  )
  return { id, family, does, ...(origin ? { origin } : {}), ...signatureOf(reds) }
}

/** Returns the faults in the form that findings use. @param familyOf the file of each fault, by id */
export async function dictionaryOf(
  faults: readonly Fault[],
  familyOf: ReadonlyMap<string, string>,
): Promise<KnownFault[]> {
  const known: KnownFault[] = []
  for (const fault of faults) known.push(await knownFault(fault, familyOf.get(fault.id) ?? ''))
  return known
}
